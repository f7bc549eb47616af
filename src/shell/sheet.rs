//! What the menu of the signed-in user opens over the page. The dialogs are in a chunk.

use leptos::prelude::*;

use super::{about::AboutDialog, help::ShortcutsDialog, reset::ResetDialog};
use crate::{
    chunks,
    ui::{Lazy, Show, Toasts, live, on_shortcut, shared},
};

/// A dialog of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    /// The keyboard shortcuts, also on `?`.
    Shortcuts,
    /// What this app is.
    About,
    /// Asks before it brings a sandbox back to its first day.
    Reset,
}

/// Which of them is open; from the shell.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenSheet(RwSignal<Option<Sheet>>);

impl OpenSheet {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    pub(super) fn expect() -> Self {
        shared()
    }

    pub(super) fn open(self, sheet: Sheet) {
        self.0.set(Some(sheet));
    }

    pub(super) fn close(self) {
        self.0.set(None);
    }
}

/// The place of the dialog.
#[component]
pub(super) fn SheetPlace() -> impl IntoView {
    let sheet = OpenSheet::expect();
    on_shortcut(move |event| {
        let asked = event.key() == "?";
        if asked {
            sheet.open(Sheet::Shortcuts);
        }
        asked
    });
    let toasts = Toasts::expect();
    let failed = Callback::new(move |_| {
        sheet.close();
        toasts.fail("This part of Guidepost couldn’t be loaded. Check the connection.", None);
        ().into_any()
    });
    view! {
        <Show when=move || sheet.0.with(Option::is_some)>
            <Lazy load=chunks::sheet failed/>
        </Show>
    }
}

/// The dialog that is open.
#[component]
pub fn SheetDialog() -> impl IntoView {
    let sheet = OpenSheet::expect();
    live(move || match sheet.0.get() {
        Some(Sheet::Shortcuts) => view! { <ShortcutsDialog sheet/> }.into_any(),
        Some(Sheet::About) => view! { <AboutDialog sheet/> }.into_any(),
        Some(Sheet::Reset) => view! { <ResetDialog sheet/> }.into_any(),
        None => ().into_any(),
    })
}

/// The only button of a dialog that asks nothing.
#[component]
pub(super) fn CloseButton(sheet: OpenSheet) -> impl IntoView {
    view! {
        <button type="button" class="btn btn--primary" autofocus=true on:click=move |_| sheet.close()>
            "Close"
        </button>
    }
}
