//! What happens later, for as long as the component lasts that asked for it: timers, frames, listeners on the window,
//! tasks. Leptos's own go on after their page is gone and find its state disposed of, so clippy.toml forbids them.
#![expect(clippy::disallowed_methods, reason = "this is what stands in for them")]

use std::time::Duration;

use leptos::{
    ev::EventDescriptor,
    prelude::*,
    task::{spawn_local, spawn_local_scoped_with_cancellation},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::Event;

/// The lifetime of the component that is being made. What is begun in it ends with it, wherever it was asked for: the
/// button that was clicked may be gone long before.
#[derive(Debug, Clone, Copy)]
pub struct Lifetime(StoredValue<Owner>);

impl Lifetime {
    /// The lifetime of this component.
    pub fn here() -> Self {
        Self(StoredValue::new(Owner::current().unwrap_or_default()))
    }

    /// Runs a task, at most until the component is gone.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        if let Some(owner) = self.0.try_get_value() {
            owner.with(|| spawn(task));
        }
    }
}

/// Runs a task, at most until what asks for it is gone.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    spawn_local_scoped_with_cancellation(task);
}

/// Runs a task to its end, whatever page is shown by then: for what the whole app shares, and for what was sent to the
/// account. It must not read anything that belongs to a page.
pub fn spawn_for_app(task: impl Future<Output = ()> + 'static) {
    spawn_local(task);
}

/// Does something once, after a while.
pub fn after(wait: Duration, act: impl FnOnce() + 'static) {
    set_timeout(while_alive(act), wait);
}

/// Does something before the next frame is painted.
pub fn next_frame(act: impl FnOnce() + 'static) {
    request_animation_frame(while_alive(act));
}

/// The same, even if what asks for it is gone by then. It must not read anything that belongs to a page.
pub fn next_frame_for_app(act: impl FnOnce() + 'static) {
    request_animation_frame(act);
}

/// Does something again and again.
pub fn every(wait: Duration, act: impl Fn() + 'static) {
    if let Ok(timer) = set_interval_with_handle(act, wait) {
        on_cleanup(move || timer.clear());
    }
}

/// Listens to an event of the window.
pub fn on_window<E>(event: E, mut handle: impl FnMut(E::EventType) + 'static)
where
    E: EventDescriptor,
    E::EventType: JsCast,
{
    listen(&event.name(), false, Box::new(move |event| handle(event.unchecked_into())));
}

/// Hears an event of the page before any of its elements.
pub fn on_window_first<E>(event: E, mut handle: impl FnMut(E::EventType) + 'static)
where
    E: EventDescriptor,
    E::EventType: JsCast,
{
    listen(&event.name(), true, Box::new(move |event| handle(event.unchecked_into())));
}

fn listen(name: &str, capture: bool, mut handle: Box<dyn FnMut(Event)>) {
    let owner = Owner::current().unwrap_or_default();
    let handle = move |event| owner.with(|| handle(event));
    let closure = Closure::<dyn FnMut(Event)>::new(handle);
    let function = closure.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback_and_bool(name, function, capture);
    let listener = StoredValue::new_local((name.to_owned(), closure));
    on_cleanup(move || {
        listener.try_with_value(|(name, closure)| {
            let function = closure.as_ref().unchecked_ref();
            window().remove_event_listener_with_callback_and_bool(name, function, capture)
        });
    });
}

/// Does nothing once what asked for it is gone.
fn while_alive(act: impl FnOnce() + 'static) -> impl FnOnce() + 'static {
    let owner = Owner::current().unwrap_or_default();
    let alive = StoredValue::new(());
    move || {
        if alive.try_get_value().is_some() {
            alive.dispose();
            owner.with(act);
        }
    }
}
