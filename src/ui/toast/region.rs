//! Where the messages stand. What is new is read out once: errors at once, the rest when there is a pause.

use leptos::{ev, prelude::*};

use super::{Toast, Toasts, Tone, countdown::Countdown, keys};
use crate::ui::{Effect, For, Icon, Symbol, on_window};

/// Every message's element is called this and its id.
const PREFIX: &str = "toast-";

/// The element of a message.
pub(super) fn element(id: u32) -> Option<web_sys::HtmlElement> {
    use wasm_bindgen::JsCast;
    document().get_element_by_id(&format!("{PREFIX}{id}"))?.dyn_into().ok()
}

/// A message stays as long as somebody points at it or is in it, or nobody sees the page.
pub(super) fn is_held(id: u32) -> bool {
    let used = |element: web_sys::HtmlElement| element.matches(":hover, :focus-within");
    document().hidden() || element(id).is_some_and(|element| used(element).unwrap_or(false))
}

/// The place of all messages. One for the app.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = Toasts::expect();
    let away = RwSignal::new(false);
    on_window(ev::visibilitychange, move |_| away.set(document().hidden()));
    keys::listen(toasts);
    let of = move |error: bool| {
        let mut list = toasts.list.get();
        list.retain(|toast| (toast.tone == Tone::Error) == error);
        list
    };
    view! {
        <section class="toasts" aria-label="Messages" class:is-away=move || away.get()>
            <div class="toasts__list" role="alert" aria-atomic="false">
                <For each=move || of(true) key=|toast| toast.id let:toast>
                    <Message toasts toast/>
                </For>
            </div>
            <div class="toasts__list" role="status" aria-atomic="false">
                <For each=move || of(false) key=|toast| toast.id let:toast>
                    <Message toasts toast/>
                </For>
            </div>
        </section>
    }
}

#[component]
fn Message(toasts: Toasts, toast: Toast) -> impl IntoView {
    let Toast { id, text, tone, offer, .. } = toast;
    let undoable = tone == Tone::Undoable;
    let symbol = match tone {
        Tone::News => Some(Symbol::Check),
        Tone::Undoable => None,
        Tone::Error => Some(Symbol::Error),
    };
    let shortcut = undoable.then_some("Control+Z Meta+Z");
    let countdown = Countdown::new(id, move || toasts.leave(id, false));
    // An error stays until somebody closes it.
    let follow = move || {
        if tone != Tone::Error {
            countdown.follow();
        }
    };
    Effect::new(move |_| follow());
    on_window(ev::visibilitychange, move |_| follow());
    view! {
        <div
            id=format!("{PREFIX}{id}")
            class="toast"
            class:toast--error=tone == Tone::Error
            on:mouseenter=move |_| follow()
            on:mouseleave=move |_| follow()
            on:focusin=move |_| follow()
            on:focusout=move |_| follow()
        >
            {symbol.map(|symbol| view! { <Icon symbol/> })}
            <span class="toast__text">{text}</span>
            {undoable
                .then(|| {
                    view! {
                        <span class="toast__timer" aria-hidden="true">
                            <span></span>
                        </span>
                    }
                        .into_any()
                })}
            {offer
                .map(|offer| {
                    view! {
                        <button
                            type="button"
                            class="btn btn--s toast__action"
                            aria-keyshortcuts=shortcut
                            on:click=move |_| toasts.leave(id, true)
                        >
                            {offer.label}
                        </button>
                    }
                        .into_any()
                })}
            <button
                type="button"
                class="btn btn--s btn--icon"
                aria-label="Dismiss"
                on:click=move |_| toasts.leave(id, false)
            >
                <Icon symbol=Symbol::X/>
            </button>
        </div>
    }
}
