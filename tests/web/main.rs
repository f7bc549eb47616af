//! The app in a real browser, against a live sandbox: what only a browser can show. Run by `cargo xtask test --web`.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that finds nothing should fail"
)]

mod support;

mod bulk;
mod combobox;
mod conflict;
mod deletion;
mod dialog;
mod drafts;
mod drawer;
mod export;
mod failures;
mod focus;
mod form;
mod format;
mod hostile;
mod keyboard;
mod lazy;
mod leaving;
mod lifetimes;
mod links;
mod list;
mod lost;
mod matrix;
mod menu;
mod missing;
mod open_row;
mod paper;
mod permission_group;
mod permission_groups;
mod refusals;
mod rows;
mod saving;
mod search;
mod shell;
mod shortcuts;
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
