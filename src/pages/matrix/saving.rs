//! From changes to their saving, or away from them: the bar at the lower edge of the page, and the dialogs.

use guidepost_model::visible_text;
use leptos::{ev, prelude::*};

use super::{board::Board, job::Job, review::Review};
use crate::{
    pages::{
        form::{LeaveDialog, SaveBar},
        parts::count_of,
    },
    session::Session,
    ui::{Effect, Leaving, Router, guard_leaving, live, on_window, pass_focus_to},
};

/// Which dialog is open.
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    Editing,
    Review,
    /// Somebody is leaving with unsaved changes.
    Leaving(Leaving),
}

#[component]
pub(super) fn Saving(board: Board) -> impl IntoView {
    let stage = RwSignal::new(Stage::Editing);
    let job = RwSignal::new(None::<Job>);
    let router = Router::expect();
    let dirty = Memo::new(move |_| board.is_dirty());
    let running = move || job.with(|job| job.as_ref().is_some_and(|job| job.running.get()));
    // The job outlives its dialog.
    let owner = StoredValue::new(Owner::current().unwrap_or_default());
    let review = Callback::new(move |()| {
        if !untrack(running) {
            let next = owner.with_value(|owner| owner.with(|| Job::new(board)));
            job.set(Some(next));
        }
        stage.set(Stage::Review);
    });
    guard_leaving(
        Signal::derive(move || dirty.get() || running()),
        Callback::new(move |leaving| {
            // What is out can't be taken back: how far it is stands in its dialog.
            stage.set(if untrack(running) { Stage::Review } else { Stage::Leaving(leaving) });
        }),
    );
    save_by_key(dirty, stage, review);
    recover(job);
    let groups = Memo::new(move |_| board.edits.with(|edits| edits.len()));
    let names = move || {
        let changed = board.changed().into_iter();
        let names: Vec<String> =
            changed.map(|edit| visible_text(edit.base.display_name())).collect();
        names.join(", ")
    };
    let state = Signal::derive(move || count_of(board.changed_count(), "unsaved change"));
    let verb = move || format!("Review & save {}", count_of(groups.get(), "group"));
    let discard = Callback::new(move |()| {
        board.discard();
        pass_focus_to(&["h1"]);
    });
    view! {
        <SaveBar
            shown=dirty.into()
            state
            detail=Signal::derive(names)
            cannot_keep=board.keeper.cannot_keep
            dirty=dirty.into()
            discards=Signal::derive(move || dirty.get() && !running())
            discard
            verb=Signal::derive(verb)
            submit=review
        />
        {live(move || match stage.get() {
            Stage::Editing => ().into_any(),
            Stage::Review => {
                let close = Callback::new(move |()| stage.set(Stage::Editing));
                job.get_untracked().map(|job| view! { <Review job close/> }).into_any()
            }
            Stage::Leaving(leaving) => {
                let discard = Callback::new(move |()| {
                    board.discard();
                    stage.set(Stage::Editing);
                    leaving.go(router);
                });
                view! {
                    <LeaveDialog
                        fields="the matrix".to_owned()
                        keep=Callback::new(move |()| stage.set(Stage::Editing))
                        discard
                        review
                    />
                }
                    .into_any()
            }
        })}
    }
}

/// Control and S, or whatever saves elsewhere too.
fn save_by_key(dirty: Memo<bool>, stage: RwSignal<Stage>, review: Callback<()>) {
    on_window(ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && event.key() == "s" {
            event.prevent_default();
            if dirty.get_untracked() && stage.with_untracked(|stage| *stage == Stage::Editing) {
                review.run(());
            }
        }
    });
}

/// Goes on with what failed for lack of a connection or of a session, once there is one again.
fn recover(job: RwSignal<Option<Job>>) {
    let recovered = Session::expect().recovered;
    let before = recovered.get_untracked();
    Effect::new(move |_| {
        if recovered.get() != before
            && let Some(job) = job.get_untracked()
        {
            job.recover();
        }
    });
}
