//! The app in a real browser, against a live sandbox: what only a browser can show. Run by `cargo xtask test --web`.

#![cfg(target_arch = "wasm32")]

mod support;

mod combobox;
mod form;
mod keyboard;
mod list;
mod rows;
mod search;
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
