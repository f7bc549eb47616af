//! A faster clock for the page, where the app waits for longer than a test should.

use js_sys::Function;

/// Until the next page is opened, timers run that many times as fast. The time of day does not.
pub fn hurry(times: u32) {
    run(&format!(
        "const real = window.realSetTimeout ??= window.setTimeout;
         window.setTimeout = (act, wait, ...rest) => real.call(window, act, wait / {times}, ...rest);"
    ));
}

/// Timers run as they should.
pub(super) fn restore() {
    run("if (window.realSetTimeout) window.setTimeout = window.realSetTimeout;");
}

fn run(script: &str) {
    Function::new_no_args(script).call0(&wasm_bindgen::JsValue::NULL).expect("a correct script");
}
