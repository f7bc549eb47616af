//! Writing to the account without guessing: what is there is compared before it is changed, and when an answer is lost
//! the account is asked what happened.

use guidepost_model::{Attempts, Change, Draft, ErrorKind, Resource, Valid, changes, merge};

use crate::api::{Client, Failure};

/// What is known of a write that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It was refused, or not even sent.
    Refused,
    /// The answer was lost, and the account does not have it so far. It may still be on its way.
    NotSoFar,
    /// The answer was lost, and the account could not be asked.
    Unknown,
}

/// How a change ended.
#[derive(Debug)]
pub enum Update<T> {
    /// The account has what was wanted, or says what it made of it.
    Saved(T),
    /// The same, on top of what someone else had changed.
    SavedTogether {
        /// What the account has.
        stored: T,
        /// What they had changed.
        theirs: Vec<Change>,
        /// How the account's version differs from what was sent.
        otherwise: Vec<Change>,
    },
    /// Somebody else changed the object first; this is what it is now.
    Changed(T),
    /// Somebody else deleted it.
    Deleted,
    /// Not saved, as far as is known.
    Failed(Failure, Arrival),
}

/// Changes what differs between an object as it was opened and a valid draft of it, unless someone else changed it.
async fn update_unchanged<T: Resource>(client: &Client, base: &T, valid: &T::Valid) -> Update<T> {
    let wanted = valid.clone().into_draft();
    let holds = |object: &T| changes(&wanted, &object.draft()).is_empty();
    let id = base.id();
    let latest = match client.read::<T>(id).await {
        Ok(latest) => latest,
        Err(failure) if is_missing(&failure) => return Update::Deleted,
        Err(failure) => return Update::Failed(failure, Arrival::Refused),
    };
    if holds(&latest) {
        // An earlier attempt took place and only its answer was lost, or somebody else wanted the same.
        return Update::Saved(latest);
    }
    // A newer time alone is no change: only what would be written over counts.
    if !changes(&base.draft(), &latest.draft()).is_empty() {
        return Update::Changed(latest);
    }
    let failure = match client.update(base, valid).await {
        Ok(stored) => return Update::Saved(stored),
        Err(failure) => failure,
    };
    let missing = is_missing(&failure);
    if !missing && !failure.leaves_doubt() {
        return Update::Failed(failure, Arrival::Refused);
    }
    match client.read::<T>(id).await {
        Ok(stored) if holds(&stored) => Update::Saved(stored),
        Ok(_) if missing => Update::Failed(failure, Arrival::Refused),
        Ok(_) => Update::Failed(failure, Arrival::NotSoFar),
        Err(why) if is_missing(&why) => Update::Deleted,
        Err(_) => Update::Failed(failure, Arrival::Unknown),
    }
}

/// How often someone else's change may come in between before the user is asked after all.
const MERGES: usize = 3;

/// Changes what differs between an object as it was opened and a valid draft of it. Where someone else changed it first
/// and the two changes don't collide, both are saved: `validate` looks at the merged draft, as changes to the version
/// that it is given.
pub async fn safe_update<T: Resource>(
    client: &Client,
    base: &T,
    valid: &T::Valid,
    validate: impl Fn(&T, T::Draft) -> Option<T::Valid>,
) -> Update<T> {
    let mine = valid.clone().into_draft();
    let mut update = update_unchanged(client, base, valid).await;
    for _ in 0..MERGES {
        let Update::Changed(latest) = &update else { break };
        let merge = merge(base.draft(), mine.clone(), latest.draft());
        let Some(both) = T::Draft::merge_unasked(&merge) else { break };
        let Some(valid) = validate(latest, both) else { break };
        let theirs = changes(&base.draft(), &latest.draft());
        update = match update_unchanged(client, latest, &valid).await {
            Update::Saved(stored) => {
                let otherwise = changes(&valid.into_draft(), &stored.draft());
                Update::SavedTogether { stored, theirs, otherwise }
            }
            other => other,
        };
    }
    update
}

/// How a creation ended.
#[derive(Debug)]
pub enum Creation<T> {
    /// It exists.
    Created(T),
    /// Nothing was sent: an earlier attempt may have created this one.
    Exists(T),
    /// Not created, as far as is known.
    Failed(Failure, Arrival),
}

/// Creates an object, unless an earlier attempt turns out to have arrived. `remember` keeps the attempts before anything
/// is sent, so that even a reload can't make two.
pub async fn safe_create<T: Resource>(
    client: &Client,
    valid: &T::Valid,
    earlier: Option<Attempts<T>>,
    remember: impl Fn(Option<Attempts<T>>),
) -> Creation<T> {
    let (mut known, mut arrived) = (Vec::new(), None);
    let listed = client
        .all::<T>(|page| {
            known.extend(page.iter().map(Resource::id));
            arrived = arrived.take().or_else(|| {
                let earlier = earlier.as_ref()?;
                page.into_iter().find(|row| earlier.may_have_created(row))
            });
        })
        .await;
    if let Some(arrived) = arrived {
        return Creation::Exists(arrived);
    }
    // Without the whole list a new object could not be told from an old one afterwards.
    if let Err(failure) = listed {
        let arrival = if earlier.is_some() { Arrival::Unknown } else { Arrival::Refused };
        return Creation::Failed(failure, arrival);
    }
    let attempts =
        earlier.clone().unwrap_or_else(|| Attempts::new(known)).with(valid.clone().into_draft());
    remember(Some(attempts.clone()));
    match client.create::<T>(valid).await {
        Ok(stored) => Creation::Created(stored),
        Err(failure) if failure.leaves_doubt() => look_up(client, valid, &attempts, failure).await,
        Err(failure) => {
            remember(earlier);
            Creation::Failed(failure, Arrival::Refused)
        }
    }
}

/// Asks the account whether a creation arrived whose answer was lost; `failure` is how it was lost.
pub async fn look_up<T: Resource>(
    client: &Client,
    valid: &T::Valid,
    attempts: &Attempts<T>,
    failure: Failure,
) -> Creation<T> {
    let wanted = valid.clone().into_draft();
    match created_by(client, attempts).await {
        Err(failure) => Creation::Failed(failure, Arrival::Unknown),
        Ok(mut found) => match found.pop() {
            None => Creation::Failed(failure, Arrival::NotSoFar),
            Some(stored) if changes(&wanted, &stored.draft()).is_empty() => {
                Creation::Created(stored)
            }
            Some(earlier) => Creation::Exists(earlier),
        },
    }
}

/// Everything that the attempts may have created. Two, where the browser sent a request again: it does so when a
/// connection that it had kept turns out to be closed.
///
/// # Errors
/// When the account can't be asked.
async fn created_by<T: Resource>(
    client: &Client,
    attempts: &Attempts<T>,
) -> Result<Vec<T>, Failure> {
    let mut found = Vec::new();
    client
        .all::<T>(|page| {
            found.extend(page.into_iter().filter(|row| attempts.may_have_created(row)));
        })
        .await?;
    Ok(found)
}

fn is_missing(failure: &Failure) -> bool {
    failure.kind() == Some(ErrorKind::NotFound)
}
