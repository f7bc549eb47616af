//! The app in a real browser, against a live sandbox: what only a browser can show. Run by `cargo xtask test --web`.

#![cfg(target_arch = "wasm32")]

mod support;

mod combobox;
mod conflict;
mod drafts;
mod form;
mod keyboard;
mod leaving;
mod list;
mod lost;
mod refusals;
mod rows;
mod saving;
mod search;
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
