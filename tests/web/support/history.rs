//! The address bar. Chromium ignores all but 200 changes of it in ten seconds, and quick tests are as quick as that
//! together: each begins only when there is room for what it does.

use js_sys::{Date, Function};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

use super::wait::frame;

/// Changes of the last ten seconds at which a test still begins. It makes some itself, and the app does for every letter
/// of a search.
const ROOM: f64 = 100.0;

/// Wrapped around the history once; the changes of the last ten seconds.
const CHANGES: &str = r#"
if (!window.changes) {
  window.changes = [];
  for (const name of ["pushState", "replaceState"]) {
    const real = history[name];
    history[name] = function () {
      window.changes.push(performance.now());
      return real.apply(this, arguments);
    };
  }
}
const since = performance.now() - 10_000;
while (window.changes[0] < since) window.changes.shift();
return window.changes.length;
"#;

/// The path and query in the address bar.
pub(super) fn current_address() -> String {
    let location = window().location();
    location.pathname().expect("a path") + &location.search().expect("a query")
}

pub(super) fn replace_address(address: &str) {
    if current_address() == address {
        return;
    }
    let history = window().history().expect("a history");
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(address))
        .expect("an address of this site");
}

/// Waits until the address bar takes changes.
pub(super) async fn has_room() {
    while !is_roomy() {
        frame().await;
    }
}

fn is_roomy() -> bool {
    let changes = Function::new_no_args(CHANGES);
    let made = changes.call0(&JsValue::NULL).expect("a correct script");
    made.as_f64().expect("a number") < ROOM
}

/// Waits until the address bar takes an address, and some more after it.
pub(super) async fn reach(address: &str) {
    let deadline = Date::now() + 12_000.0;
    loop {
        if is_roomy() {
            replace_address(address);
            if current_address() == address {
                return;
            }
        }
        assert!(Date::now() < deadline, "the address bar does not take {address}");
        frame().await;
    }
}
