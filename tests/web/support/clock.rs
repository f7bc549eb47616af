//! A faster clock for the page, where the app waits for longer than a test should, and a tab that nobody sees.

use js_sys::Function;

/// Until the next page is opened, timers run that many times as fast. The time of day does not.
pub fn hurry(times: u32) {
    run(&format!(
        "const real = window.realSetTimeout ??= window.setTimeout;
         window.setTimeout = (act, wait, ...rest) => real.call(window, act, wait / {times}, ...rest);"
    ));
}

/// The browser says that nobody can see the tab, or that somebody can again.
pub fn hide_tab(hidden: bool) {
    run(&format!(
        "Object.defineProperty(document, 'hidden', {{ configurable: true, get: () => {hidden} }});"
    ));
}

/// Timers run as they should, and the tab is seen.
pub(super) fn restore() {
    run("if (window.realSetTimeout) window.setTimeout = window.realSetTimeout;
         delete document.hidden;");
}

fn run(script: &str) {
    Function::new_no_args(script).call0(&wasm_bindgen::JsValue::NULL).expect("a correct script");
}
