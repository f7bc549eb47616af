//! What is changed and not saved, at the lower edge of the page, and the dialogs on the way out of it.

use leptos::{ev, prelude::*};

use super::{board::Board, review::Review};
use crate::{
    pages::parts::count_of,
    ui::{Dialog, Leaving, Router, Show, guard_leaving, live},
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
            Stage::Leaving(leaving) => view! { <LeaveDialog board stage leaving/> }.into_any(),
        })}
    }
}

#[component]
fn LeaveDialog(board: Board, stage: RwSignal<Stage>, leaving: Leaving) -> impl IntoView {
    let router = Router::expect();
    let count = untrack(|| board.changed_count());
    let keep = move || stage.set(Stage::Editing);
    let foot = ViewFn::from(move || {
        let leaving = leaving.clone();
        let discard = move |_| {
            board.discard();
            stage.set(Stage::Editing);
            leaving.go(router);
        };
        view! {
            <button type="button" class="btn btn--ghost-danger dialog__foot-start" on:click=discard>
                "Discard"
            </button>
            <button type="button" class="btn" on:click=move |_| keep()>
                "Keep editing"
            </button>
            <button
                type="button"
                class="btn btn--primary"
                autofocus=true
                on:click=move |_| stage.set(Stage::Review)
            >
                "Review & save"
            </button>
        }
    });
    view! {
        <Dialog id="leave" title="Leave without saving?" on_close=Callback::new(move |()| keep()) foot>
            <p class="muted">
                {format!(
                    "{} in the matrix {} not saved.",
                    count_of(count, "change"),
                    if count == 1 { "is" } else { "are" },
                )}
            </p>
        </Dialog>
    }
}
