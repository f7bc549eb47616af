//! Mounts the app. Everything else is in the library, so that tests link it.

use guidepost::{App, api::Transport};
use leptos::prelude::*;

fn main() {
    guidepost::show_crash_on_panic();
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    mount_to_body(|| view! { <App transport=Transport::default()/> });
}
