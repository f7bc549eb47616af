//! What is changed and not saved, at the lower edge of the page, and the dialogs on the way out of it.

use leptos::{ev, prelude::*};

use super::{board::Board, review::Review};
use crate::{
    pages::{form::LeaveDialog, parts::count_of},
    ui::{Leaving, Router, Show, guard_leaving, live},
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
pub(super) fn SaveBar(board: Board) -> impl IntoView {
    let stage = RwSignal::new(Stage::Editing);
    let router = Router::expect();
    let dirty = Memo::new(move |_| board.is_dirty());
    guard_leaving(dirty.into(), Callback::new(move |leaving| stage.set(Stage::Leaving(leaving))));
    let hotkey = window_event_listener(ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && event.key() == "s" {
            event.prevent_default();
            if dirty.get_untracked() && stage.with_untracked(|stage| *stage == Stage::Editing) {
                stage.set(Stage::Review);
            }
        }
    });
    on_cleanup(move || hotkey.remove());
    let groups = Memo::new(move |_| board.edits.with(|edits| edits.len()));
    let names = move || {
        board.edits.with(|edits| {
            let names: Vec<&str> = edits.values().map(|edit| edit.base.name.as_str()).collect();
            names.join(", ")
        })
    };
    view! {
        <Show when=move || dirty.get()>
            <footer class="save-bar" aria-label="Unsaved changes">
                <p class="save-bar__state" role="status">
                    <span class="dot dot--changed"></span>
                    {live(move || count_of(board.changed_count(), "unsaved change"))}
                </p>
                <span class="save-bar__detail">{live(names)}</span>
                <div class="save-bar__actions">
                    <button type="button" class="btn" on:click=move |_| board.discard()>
                        "Discard"
                    </button>
                    <button
                        type="button"
                        class="btn btn--primary"
                        on:click=move |_| stage.set(Stage::Review)
                    >
                        {live(move || format!("Review & save {}", count_of(groups.get(), "group")))}
                    </button>
                </div>
            </footer>
        </Show>
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
                        fields="The matrix".to_owned()
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
