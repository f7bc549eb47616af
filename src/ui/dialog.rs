//! A modal dialog on the browser's own `<dialog>`: focus stays in it and returns to where it was.

use std::cell::RefCell;

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Effect, Icon, Symbol, pass_focus};

thread_local! {
    /// What had focus before the dialog that is open, or before the first where one made room for another.
    static OPENER: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Open as long as it is in the page. Escape and the close button ask `on_close`; a click beside it does not, so that
/// nothing typed in it is lost by a slip.
#[component]
pub fn Dialog(
    /// Its id; the title's is `{id}-title`.
    id: &'static str,
    /// What it asks or says.
    #[prop(into)]
    title: Signal<String>,
    /// For tables.
    #[prop(optional)]
    wide: bool,
    /// Called when the person wants out of it.
    on_close: Callback<()>,
    /// The buttons, the main one last.
    foot: ViewFn,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = element.get()
            && !dialog.open()
        {
            remember_opener();
            let _ = dialog.show_modal();
        }
    });
    // The browser gives focus back only when a dialog is closed, not when it is taken out of the page.
    on_cleanup(return_focus);
    view! {
        <dialog
            node_ref=element
            id=id
            class=if wide { "dialog dialog--wide" } else { "dialog" }
            aria-labelledby=format!("{id}-title")
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            <div class="dialog__head">
                <h2 class="dialog__title" id=format!("{id}-title")>
                    {title}
                </h2>
                <button
                    type="button"
                    class="btn btn--ghost btn--icon btn--s dialog__close"
                    aria-label="Close"
                    on:click=move |_| on_close.run(())
                >
                    <Icon symbol=Symbol::X/>
                </button>
            </div>
            <div class="dialog__body">{children()}</div>
            <div class="dialog__foot">{foot.run()}</div>
        </dialog>
    }
}

fn remember_opener() {
    let Some(active) = document().active_element() else { return };
    if active.closest("dialog").ok().flatten().is_none() {
        OPENER.set((active.tag_name() != "BODY").then(|| active.dyn_into().ok()).flatten());
    }
}

/// In the next frame, unless another dialog follows or something else takes focus, such as a new page's heading.
fn return_focus() {
    pass_focus(|| {
        let open = document().query_selector("dialog[open]").ok().flatten().is_some();
        if open { None } else { OPENER.take() }
    });
}
