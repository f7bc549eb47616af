//! Short messages at the bottom of the page: what was done, with a way back where there is one. Errors stay until they
//! are closed; the rest leaves by itself, but not while it is hovered or focused.

use crate::ui::For;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::{Icon, Symbol, shared};

/// Milliseconds that a message stays.
const STAY: u32 = 6_000;
/// Milliseconds between two looks at whether a message is held.
const TICK: u32 = 100;

/// What a message offers to do.
#[derive(Clone)]
struct Offer {
    label: &'static str,
    act: Callback<()>,
}

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    error: bool,
    timer: bool,
    offer: Option<Offer>,
    /// Called when it leaves without the offer having been taken.
    gone: Option<Callback<()>>,
    held: RwSignal<bool>,
}

/// The messages, from anywhere in the app.
#[derive(Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
    /// The app's: a message outlives the page that it came from.
    owner: StoredValue<Owner>,
}

impl Default for Toasts {
    fn default() -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        Self { list: RwSignal::new(Vec::new()), next: StoredValue::new(0), owner }
    }
}

impl Toasts {
    /// The messages of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// Says what was done.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), false, None, None);
    }

    /// Says what was done and offers something about it.
    pub fn offer(
        self,
        text: impl Into<String>,
        label: &'static str,
        act: impl Fn() + Send + Sync + 'static,
    ) {
        let offer = Offer { label, act: Callback::new(move |()| act()) };
        self.show(text.into(), false, Some(offer), None);
    }

    /// Says what is about to be done: `undo` takes it back, `gone` does it once the message has left.
    pub fn undoable(
        self,
        text: impl Into<String>,
        undo: impl Fn() + Send + Sync + 'static,
        gone: impl Fn() + Send + Sync + 'static,
    ) {
        let offer = Offer { label: "Undo", act: Callback::new(move |()| undo()) };
        self.show(text.into(), false, Some(offer), Some(Callback::new(move |()| gone())));
    }

    /// Says what failed, and offers to try again.
    pub fn fail(self, text: impl Into<String>, retry: Option<Callback<()>>) {
        let offer = retry.map(|act| Offer { label: "Retry", act });
        self.show(text.into(), true, offer, None);
    }

    /// Does now what waits for a message to leave: the page is about to close.
    pub fn settle(self) {
        let list = self.list.with_untracked(Clone::clone);
        for toast in list {
            self.leave(toast.id, false);
        }
    }

    fn show(self, text: String, error: bool, offer: Option<Offer>, gone: Option<Callback<()>>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let held = self.owner.with_value(|owner| owner.with(|| RwSignal::new(false)));
        let timer = gone.is_some();
        self.list.update(|list| list.push(Toast { id, text, error, timer, offer, gone, held }));
        if error {
            return;
        }
        spawn_local(async move {
            let mut left = STAY;
            while left > 0 {
                TimeoutFuture::new(TICK).await;
                match held.try_get_untracked() {
                    Some(false) => left = left.saturating_sub(TICK),
                    Some(true) => {}
                    None => return,
                }
            }
            self.leave(id, false);
        });
    }

    fn leave(self, id: u32, took_offer: bool) {
        let toast = self.list.try_update(|list| {
            let at = list.iter().position(|toast| toast.id == id)?;
            Some(list.remove(at))
        });
        let Some(Some(toast)) = toast else { return };
        match (took_offer, toast.offer, toast.gone) {
            (true, Some(offer), _) => offer.act.run(()),
            (false, _, Some(gone)) => gone.run(()),
            _ => {}
        }
    }
}

/// Where the messages stand. One for the app.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = Toasts::expect();
    view! {
        <section class="toasts" aria-label="Messages" aria-live="polite">
            <For each=move || toasts.list.get() key=|toast| toast.id let:toast>
                <Message toasts toast/>
            </For>
        </section>
    }
}

#[component]
fn Message(toasts: Toasts, toast: Toast) -> impl IntoView {
    let Toast { id, text, error, timer, offer, held, .. } = toast;
    view! {
        <div
            class="toast"
            class:toast--error=error
            role=if error { "alert" } else { "status" }
            on:mouseenter=move |_| held.set(true)
            on:mouseleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            {(!timer)
                .then(|| view! { <Icon symbol=if error { Symbol::Error } else { Symbol::Check }/> }.into_any())}
            <span class="toast__text">{text}</span>
            {timer
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
