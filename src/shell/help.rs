//! The keyboard shortcuts, on `?`.

use leptos::prelude::*;

use crate::{
    chunks,
    ui::{Dialog, Lazy, Show, Toasts, on_shortcut},
};

/// Whether the help is open; from the shell.
#[derive(Clone, Copy)]
struct Open(RwSignal<bool>);

const SHORTCUTS: [(&str, &[&str]); 9] = [
    ("Search", &["/"]),
    ("New segment or permission group", &["n"]),
    ("Next or previous row", &["j", "k"]),
    ("Open the row", &["Enter"]),
    ("Select the row", &["x"]),
    ("Delete the row", &["Delete"]),
    ("Review and save a form", &["Ctrl", "S"]),
    ("Close or clear", &["Esc"]),
    ("Keyboard shortcuts", &["?"]),
];

/// Opens the help on its key. The dialog is in a chunk.
#[component]
pub(super) fn Help() -> impl IntoView {
    let open = RwSignal::new(false);
    provide_context(Open(open));
    on_shortcut(move |event| {
        let asked = event.key() == "?";
        if asked {
            open.set(true);
        }
        asked
    });
    let toasts = Toasts::expect();
    let failed = Callback::new(move |_| {
        open.set(false);
        toasts.fail("The keyboard shortcuts couldn’t be loaded. Check the connection.", None);
        ().into_any()
    });
    view! {
        <Show when=move || open.get()>
            <Lazy load=chunks::help failed/>
        </Show>
    }
}

/// The dialog with the shortcuts.
#[component]
pub fn HelpDialog() -> impl IntoView {
    let Open(open) = expect_context();
    let foot = ViewFn::from(move || {
        view! {
            <button type="button" class="btn btn--primary" autofocus=true on:click=move |_| open.set(false)>
                "Close"
            </button>
        }
    });
    view! {
        <Dialog
            id="help"
            title="Keyboard shortcuts"
            on_close=Callback::new(move |()| open.set(false))
            foot
        >
            <dl class="help">
                {SHORTCUTS
                    .map(|(what, keys)| {
                        view! {
                            <dt>{what}</dt>
                            <dd>
                                {keys
                                    .iter()
                                    .map(|key| view! { <kbd class="kbd">{*key}</kbd> })
                                    .collect_view()}
                            </dd>
                        }
                    })}
            </dl>
        </Dialog>
    }
}
