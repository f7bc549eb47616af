//! What became of a deletion. Only the account says that something is gone: after any answer that leaves doubt it is
//! asked, and where it doesn't answer, that is what the user hears.

use std::fmt;

use guidepost_model::{ErrorKind, Kind, PermissionGroup, Resource, UserSegment, quoted};
use leptos::prelude::untrack;

use super::{Deletion, Target};
use crate::{
    api::{Client, Failure},
    session::Session,
    store::{Articles, Collection, DraftId, DraftKey, drafts::Shelf},
};

/// Why a deletion is not known to have taken place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotDeleted {
    /// The account still has the object.
    Kept(Failure),
    /// The account doesn't say whether it has it.
    Unknown(Failure),
}

impl NotDeleted {
    /// In a sentence about an object of that name.
    pub(super) fn about(&self, name: &str) -> String {
        let name = quoted(name);
        match self {
            Self::Kept(failure) => format!("Couldn’t delete {name}. {failure}"),
            Self::Unknown(failure) => {
                format!("It isn’t known whether {name} was deleted. {failure}")
            }
        }
    }
}

/// The same beside a name.
impl fmt::Display for NotDeleted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kept(failure) => failure.fmt(f),
            Self::Unknown(failure) => {
                f.write_str("It isn’t known whether this was deleted. ")?;
                failure.fmt(f)
            }
        }
    }
}

impl Deletion {
    /// Deletes one object and makes sure of what happened.
    pub(super) async fn delete(self, target: &Target) -> Result<(), NotDeleted> {
        let client = self.session.client();
        let answer = match target.kind {
            Kind::Segment => client.delete::<UserSegment>(target.id.into()).await,
            Kind::PermissionGroup => client.delete::<PermissionGroup>(target.id.into()).await,
        };
        if let Err(failure) = answer {
            if !may_be_gone(&failure) {
                return Err(NotDeleted::Kept(failure));
            }
            match exists(&client, target).await {
                Ok(false) => {}
                Ok(true) => return Err(NotDeleted::Kept(unlike_the_account(failure))),
                Err(_) => return Err(NotDeleted::Unknown(failure)),
            }
        }
        self.forget(target);
        Ok(())
    }

    /// Whether the account still has it.
    pub(super) async fn exists(self, target: &Target) -> Result<bool, Failure> {
        exists(&self.session.client(), target).await
    }

    /// It is gone.
    pub(super) fn forget(self, target: &Target) {
        fn forget<T: Resource<Id: DraftId>>(
            session: Session,
            collection: Collection<T>,
            id: T::Id,
        ) {
            collection.remove(id);
            if let Some(owner) = untrack(|| session.draft_owner()) {
                Shelf::new(&owner, &DraftKey::Existing(id).form()).clear();
            }
        }
        match target.kind {
            Kind::Segment => {
                forget(self.session, self.segments, target.id.into());
                Articles::of_app(self.session).forget_segment(target.id.into());
            }
            Kind::PermissionGroup => forget(self.session, self.groups, target.id.into()),
        }
    }

    /// Takes an object out of its list as long as its deletion can be undone, or puts it back.
    pub(super) fn hide(self, target: &Target, hidden: bool) {
        fn hide<T: Resource>(collection: Collection<T>, id: u64, hidden: bool) {
            if hidden { collection.hide(id.into()) } else { collection.unhide(id.into()) }
        }
        match target.kind {
            Kind::Segment => hide(self.segments, target.id, hidden),
            Kind::PermissionGroup => hide(self.groups, target.id, hidden),
        }
    }
}

async fn exists(client: &Client, target: &Target) -> Result<bool, Failure> {
    match target.kind {
        Kind::Segment => client.exists::<UserSegment>(target.id.into()).await,
        Kind::PermissionGroup => client.exists::<PermissionGroup>(target.id.into()).await,
    }
}

/// The account still has the object: who answered that it is gone is not the account.
fn unlike_the_account(failure: Failure) -> Failure {
    match failure {
        Failure::Refused(error) if error.kind == ErrorKind::NotFound => Failure::Unreadable {
            status: error.status,
            detail: "the account still has it".to_owned(),
        },
        other => other,
    }
}

/// True when the object may be gone although the answer to its deletion was no success.
fn may_be_gone(failure: &Failure) -> bool {
    match failure {
        Failure::Offline | Failure::Unreachable | Failure::Timeout | Failure::Unreadable { .. } => {
            true
        }
        Failure::Stopped | Failure::Incomplete => false,
        Failure::Refused(error) => match error.kind {
            ErrorKind::NotFound | ErrorKind::Server | ErrorKind::Other => true,
            ErrorKind::Unauthenticated
            | ErrorKind::Forbidden
            | ErrorKind::Conflict
            | ErrorKind::Invalid
            | ErrorKind::RateLimited => false,
        },
    }
}
