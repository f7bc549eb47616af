//! The compiler's standard library for wasm32.

use std::path::Path;
use std::process::Command;

use crate::command;
use crate::error::Error;
use crate::say;

const TARGET: &str = "wasm32-unknown-unknown";

pub(crate) fn ensure() -> Result<(), Error> {
    if installed() {
        return Ok(());
    }
    say::step(&format!("adding the compilation target {TARGET}"));
    let add = command::run(Command::new("rustup").args(["target", "add", TARGET]));
    if add.is_ok() && installed() {
        return Ok(());
    }
    Err(Error::Missing {
        what: format!("the Rust toolchain can't compile for {TARGET}; with rustup it is added by:"),
        remedy: format!("rustup target add {TARGET}"),
    })
}

/// Asked of the compiler and not of rustup, because a distribution's Rust has no rustup.
fn installed() -> bool {
    let query = ["--print", "target-libdir", "--target", TARGET];
    command::output(Command::new("rustc").args(query))
        .is_some_and(|libraries| Path::new(libraries.trim()).exists())
}
