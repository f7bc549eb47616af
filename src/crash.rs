//! A panic ends the app: instead of a page that no longer answers, the page says so.

use leptos::prelude::document;
use wasm_bindgen::JsValue;

/// From now on a panic is written to the console and shows the page's static message.
pub fn show_crash_on_panic() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
        if let Some(message) = document().get_element_by_id("crash") {
            let _ = message.remove_attribute("hidden");
        }
    }));
}
