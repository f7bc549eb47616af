//! What the app costs in a real browser. `cargo xtask bench` builds what this needs, runs it and prints what it writes.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that can't go on should panic"
)]

mod browsers;
mod figures;
mod matrix;
mod peer;

use std::{env, fs};

use guidepost_e2e::environment;

fn main() {
    // Cargo adds an argument of its own.
    let figures = match env::args().nth(1).as_deref() {
        Some("matrix") => matrix::measure(),
        Some("peer") => peer::measure(),
        other => panic!("this measures the matrix or the peer, not {other:?}"),
    };
    let path = environment::figures();
    let text = serde_json::to_string(&figures).expect("figures are JSON");
    fs::write(&path, text)
        .unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}
