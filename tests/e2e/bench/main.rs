//! What the app costs in a real browser. `cargo xtask bench` builds what this needs, runs it and prints what it writes.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that can't go on should panic"
)]

mod figures;
mod matrix;

use std::fs;

use guidepost_e2e::environment;

fn main() {
    let figures = matrix::measure();
    let path = environment::figures();
    let text = serde_json::to_string(&figures).expect("figures are JSON");
    fs::write(&path, text)
        .unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}
