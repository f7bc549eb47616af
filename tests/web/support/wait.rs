//! Waiting for the page, frame by frame, with a deadline.

use std::{future::Future, panic::Location};

use js_sys::{Date, Promise};
use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

use super::{
    find::shown_text,
    page::{panicked, root},
};

/// Milliseconds after which something that does not come counts as missing. The app's longest own wait, three
/// attempts of a request, takes five seconds.
const PATIENCE: f64 = 10_000.0;

/// Looks once a frame until there is something; `what` names it when it does not come.
#[track_caller]
pub fn until<T>(
    what: impl Into<String>,
    mut look: impl FnMut() -> Option<T>,
) -> impl Future<Output = T> {
    let (caller, what) = (Location::caller(), what.into());
    async move {
        let deadline = Date::now() + PATIENCE;
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(!panicked(), "the app panicked while {caller} waited for {what}");
            assert!(
                Date::now() < deadline,
                "{caller} waited in vain for {what}. The page shows:\n{}",
                shown_text(&root())
            );
            frame().await;
        }
    }
}

/// The next frame, by when the page has taken in what was done to it.
pub(super) async fn frame() {
    let drawn = Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).expect("a window draws frames");
    });
    JsFuture::from(drawn).await.expect("nobody rejects it");
}

/// Lets everything run that is due now, without a frame between: for every letter of what is typed.
pub async fn turn() {
    let queued = Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback(&resolve).expect("a window has timers");
    });
    JsFuture::from(queued).await.expect("nobody rejects it");
}
