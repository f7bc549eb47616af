//! What the whole app shares from its root. Leptos has contexts for that, which are found by their type, with code that
//! is compiled anew for each type. Here all of it is one context, and finding a thing in it costs a comparison.

use std::{
    any::Any,
    sync::{Arc, Mutex, PoisonError},
};

use leptos::prelude::*;

type Thing = Box<dyn Any + Send + Sync>;

/// One of each type.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<Thing>>>);

/// Shares a thing with this component and all below it; later ones join the first.
pub fn share<T: Copy + Send + Sync + 'static>(thing: T) {
    put(Box::new(thing));
}

/// The thing of that type, from the root of the app around this component.
///
/// # Panics
/// When the app shares none.
#[track_caller]
pub fn shared<T: Copy + 'static>() -> T {
    #[expect(clippy::expect_used, reason = "the root shares what `T::expect()` promises")]
    find_shared().expect("the app shares it")
}

/// The same, where it need not be there.
pub fn find_shared<T: Copy + 'static>() -> Option<T> {
    let mut found = None;
    look(&mut |thing| {
        if let Some(thing) = thing.downcast_ref() {
            found = Some(*thing);
        }
    });
    found
}

fn put(thing: Thing) {
    let shared = use_context().unwrap_or_else(|| {
        let shared = Shared::default();
        provide_context(shared.clone());
        shared
    });
    shared.0.lock().unwrap_or_else(PoisonError::into_inner).push(thing);
}

fn look(see: &mut dyn FnMut(&dyn Any)) {
    let Some(Shared(things)) = use_context() else { return };
    for thing in things.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        see(thing.as_ref());
    }
}
