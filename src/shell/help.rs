//! The keyboard shortcuts: on `?`, and from the user's menu.

use leptos::prelude::*;

use crate::{
    chunks,
    ui::{Dialog, Lazy, Show, Toasts, on_shortcut, shared, single_keys_on, switch_single_keys},
};

/// Whether the sheet is open; from the shell.
#[derive(Debug, Clone, Copy)]
pub(super) struct HelpOpen(RwSignal<bool>);

impl HelpOpen {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(false))
    }

    pub(super) fn expect() -> Self {
        shared()
    }

    pub(super) fn open(self) {
        self.0.set(true);
    }
}

/// A shortcut: what it does, and its keys; several are pressed together where the first is a modifier, and are
/// alternatives elsewhere.
type Shortcut = (&'static str, &'static [&'static str]);

const SHORTCUTS: [(&str, &[Shortcut]); 4] = [
    (
        "Anywhere",
        &[
            ("Undo, while a message offers it", &["Ctrl", "Z"]),
            ("Go to the newest message, and back", &["F6"]),
            ("Close or clear", &["Esc"]),
            ("Keyboard shortcuts", &["?"]),
        ],
    ),
    (
        "Lists",
        &[
            ("Search", &["/"]),
            ("New segment or permission group", &["n", "c"]),
            ("Next row", &["j", "↓"]),
            ("Previous row", &["k", "↑"]),
            ("First or last row", &["Home", "End"]),
            ("Open the row", &["Enter", "o", "e"]),
            ("Select the row", &["x"]),
            ("Delete the selection, or the row", &["Delete", "#"]),
        ],
    ),
    ("Forms", &[("Review and save", &["Ctrl", "S"])]),
    (
        "Permission matrix",
        &[
            ("Search segments", &["/"]),
            ("Search permission groups", &["\\"]),
            ("Move between cells", &["←", "↑", "↓", "→"]),
            ("First or last cell of the row", &["Home", "End"]),
            ("A page up or down", &["PgUp", "PgDn"]),
            ("Give or take access", &["Space"]),
            ("Undo the last unsaved change", &["Ctrl", "Z"]),
            ("Review and save", &["Ctrl", "S"]),
        ],
    ),
];

/// Opens the sheet on its key. The dialog is in a chunk.
#[component]
pub(super) fn Help() -> impl IntoView {
    let HelpOpen(open) = HelpOpen::expect();
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
    let HelpOpen(open) = HelpOpen::expect();
    let on = RwSignal::new(single_keys_on());
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
            <label class="help__switch">
                <input
                    class="check"
                    type="checkbox"
                    prop:checked=move || on.get()
                    on:change=move |event| {
                        on.set(event_target_checked(&event));
                        switch_single_keys(on.get_untracked());
                    }
                />
                <span>
                    "Single-key shortcuts"
                    <span class="help__note">
                        "Letters and signs work without Ctrl. Turn them off if you use speech input."
                    </span>
                </span>
            </label>
            <div class="help">
                {SHORTCUTS.map(|(title, shortcuts)| section(title, shortcuts)).collect_view()}
            </div>
        </Dialog>
    }
}

fn section(title: &'static str, shortcuts: &'static [Shortcut]) -> AnyView {
    view! {
        <section>
            <h3 class="help__title">{title}</h3>
            <dl class="help__keys">
                {shortcuts
                    .iter()
                    .map(|(what, keys)| {
                        view! {
                            <dt>{*what}</dt>
                            <dd>{keys.iter().map(|key| view! { <kbd class="kbd">{*key}</kbd> }).collect_view()}</dd>
                        }
                            .into_any()
                    })
                    .collect_view()}
            </dl>
        </section>
    }
    .into_any()
}
