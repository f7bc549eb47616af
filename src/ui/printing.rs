//! Paper has no scrolling: what the screen shows in part is in the page whole while it is printed.

use leptos::{ev, prelude::*};
use web_sys::Event;

use super::on_window;

/// True while the page is printed, as long as the caller's component lives.
pub fn follow_printing() -> RwSignal<bool> {
    let printed = RwSignal::new(false);
    on_window(ev::Custom::new("beforeprint"), move |_: Event| printed.set(true));
    on_window(ev::Custom::new("afterprint"), move |_: Event| printed.set(false));
    printed
}
