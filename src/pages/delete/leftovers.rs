//! Deletions that an earlier page announced and did not get to: the account is asked what became of them, and the user
//! is told about those that are still there. Nothing is deleted without a new decision: what uses an object may have
//! changed since.

use std::time::Duration;

use guidepost_model::{Kind, quoted};
use leptos::{ev, prelude::*};

use super::{Deletion, Stage, Target};
use crate::{
    pages::parts::count_of,
    store::{PendingDeletion, pending_deletions},
    ui::{Dialog, Effect, Lifetime, VisibleName, after, live, on_window},
};

/// Milliseconds that a request gets which was sent while its page closed.
const ARRIVING: u64 = 5_000;

/// Looks after what an earlier page left behind, and asks about what is still there.
#[component]
pub fn LeftoverDeletions() -> impl IntoView {
    let deletion = Deletion::expect();
    let left = RwSignal::new(Vec::<PendingDeletion>::new());
    let session = deletion.session;
    let again = RwSignal::new(());
    let busy = StoredValue::new(false);
    // Again when the connection is back, and when the user signed in again.
    on_window(ev::online, move |_| again.set(()));
    let lifetime = Lifetime::here();
    Effect::new(move |_| {
        again.track();
        let known = session.user.with(|user| matches!(user, Some(Ok(_))));
        if session.signed_out().get() || !known || busy.get_value() {
            return;
        }
        busy.set_value(true);
        lifetime.spawn(async move {
            let wait = deletion.look_after_leftovers(left).await;
            busy.set_value(false);
            if let Some(wait) = wait {
                after(Duration::from_millis(wait), move || again.set(()));
            }
        });
    });
    live(move || {
        let idle = deletion.stage.with(|stage| matches!(stage, Stage::Idle));
        let left_of_one_kind = left.with(|left| of_one_kind(left));
        (idle && !left_of_one_kind.is_empty())
            .then(|| view! { <LeftoverDialog deletion all=left told=left_of_one_kind/> })
    })
}

impl Deletion {
    /// Finds out what became of them, and adds those that are still there to `left`. How long to wait, in milliseconds,
    /// for what can't be told yet.
    async fn look_after_leftovers(self, left: RwSignal<Vec<PendingDeletion>>) -> Option<u64> {
        let mut wait: Option<u64> = None;
        for pending in pending_deletions::all() {
            let Some(target) = target(&pending) else { continue };
            let own = pending.is_own(self.session);
            let undoable = (target.kind, target.id);
            let here = self.undoable.with_value(|all| all.contains(&undoable));
            let told = left.with_untracked(|left| left.contains(&pending));
            if !own || here || told {
                continue;
            }
            // Its tab may still offer to undo it; or its request may still be on its way.
            let arriving = pending.sent_ago().map_or(0, |ago| ARRIVING.saturating_sub(ago));
            let not_yet = pending.alive_for().max(arriving);
            if not_yet > 0 {
                wait = Some(wait.map_or(not_yet, |wait| wait.min(not_yet)));
                continue;
            }
            match self.exists(&target).await {
                Ok(true) => left.update(|left| left.push(pending)),
                Ok(false) => {
                    pending.erase();
                    self.forget(&target);
                }
                // Asked again when the connection is back, or at the next start.
                Err(_) => {}
            }
        }
        wait
    }
}

fn target(pending: &PendingDeletion) -> Option<Target> {
    let kind = pending.kind()?;
    Some(Target { kind, id: pending.id, name: pending.name.clone(), hidden: false })
}

/// Those of the first one's kind.
fn of_one_kind(left: &[PendingDeletion]) -> Vec<PendingDeletion> {
    let kind = left.first().and_then(PendingDeletion::kind);
    left.iter().filter(|pending| pending.kind() == kind).cloned().collect()
}

#[component]
fn LeftoverDialog(
    deletion: Deletion,
    all: RwSignal<Vec<PendingDeletion>>,
    told: Vec<PendingDeletion>,
) -> impl IntoView {
    let noun = told.first().and_then(PendingDeletion::kind).map_or("object", Kind::noun);
    let (title, still, keep) = match told.as_slice() {
        [one] => (format!("{} wasn’t deleted", quoted(&one.name)), "It’s still there", "Keep it"),
        many => (
            format!("{} weren’t deleted", count_of(many.len(), noun)),
            "They’re still there",
            "Keep them",
        ),
    };
    let names: Vec<String> = match told.as_slice() {
        [_] => Vec::new(),
        many => many.iter().map(|pending| pending.name.clone()).collect(),
    };
    let told = StoredValue::new(told);
    // Told once; without a decision, at the next start again.
    let leave = move || {
        let told = told.get_value();
        all.update(|all| all.retain(|pending| !told.contains(pending)));
    };
    let decide = move || {
        told.with_value(|told| told.iter().for_each(PendingDeletion::erase));
        leave();
    };
    let foot = ViewFn::from(move || {
        view! {
            <button type="button" class="btn" on:click=move |_| decide()>
                {keep}
            </button>
            <button
                type="button"
                class="btn btn--danger"
                on:click=move |_| {
                    let targets = told.with_value(|told| told.iter().filter_map(target).collect());
                    decide();
                    deletion.begin(targets, false);
                }
            >
                "Delete now"
            </button>
        }
    });
    view! {
        <Dialog id="leftover-deletions" title=title on_close=Callback::new(move |()| leave()) foot>
            <p>{format!("The page closed before Zendesk confirmed the deletion. {still}.")}</p>
            {(!names.is_empty())
                .then(|| {
                    view! {
                        <ul class="plain-list">
                            {names.into_iter().map(|name| view! { <li><VisibleName text=name/></li> }).collect_view()}
                        </ul>
                    }
                })}
        </Dialog>
    }
}
