//! From changes to their saving, or away from them: the bar at the lower edge of the page, and the dialogs.

use guidepost_model::visible_text;
use leptos::{ev, prelude::*};

use super::{board::Board, review::Review};
use crate::{
    pages::{
        form::{LeaveDialog, SaveBar},
        parts::count_of,
    },
    ui::{Leaving, Router, guard_leaving, live, on_window},
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
    let router = Router::expect();
    let dirty = Memo::new(move |_| board.is_dirty());
    guard_leaving(dirty.into(), Callback::new(move |leaving| stage.set(Stage::Leaving(leaving))));
    on_window(ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && event.key() == "s" {
            event.prevent_default();
            if dirty.get_untracked() && stage.with_untracked(|stage| *stage == Stage::Editing) {
                stage.set(Stage::Review);
            }
        }
    });
    let groups = Memo::new(move |_| board.edits.with(|edits| edits.len()));
    let names = move || {
        let changed = board.changed().into_iter();
        let names: Vec<String> =
            changed.map(|edit| visible_text(edit.base.display_name())).collect();
        names.join(", ")
    };
    let state = Signal::derive(move || count_of(board.changed_count(), "unsaved change"));
    let verb = move || format!("Review & save {}", count_of(groups.get(), "group"));
    view! {
        <SaveBar
            shown=dirty.into()
            state
            detail=Signal::derive(names)
            discards=dirty.into()
            discard=Callback::new(move |()| board.discard())
            verb=Signal::derive(verb)
            submit=Callback::new(move |()| stage.set(Stage::Review))
        />
        {live(move || match stage.get() {
            Stage::Editing => ().into_any(),
            Stage::Review => {
                let close = Callback::new(move |()| stage.set(Stage::Editing));
                view! { <Review board close/> }.into_any()
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
                        review=Callback::new(move |()| stage.set(Stage::Review))
                    />
                }
                    .into_any()
            }
        })}
    }
}
