//! The keyboard shortcuts, on one sheet.

use leptos::prelude::*;

use super::sheet::{CloseButton, OpenSheet};
use crate::ui::{Dialog, single_keys_on, switch_single_keys};

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

/// The dialog with the shortcuts.
#[component]
pub(super) fn ShortcutsDialog(sheet: OpenSheet) -> impl IntoView {
    let on = RwSignal::new(single_keys_on());
    let foot = ViewFn::from(move || view! { <CloseButton sheet/> });
    view! {
        <Dialog
            id="help"
            title="Keyboard shortcuts"
            on_close=Callback::new(move |()| sheet.close())
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
