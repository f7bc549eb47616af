//! What a task tells the person who waits for it. All on standard output, so that it stays in order
//! with what the programs it runs print there.

use std::io::{self, Write};

/// Something that takes a while begins.
pub(crate) fn step(what: &str) {
    line(&format!("==> {what}"));
}

/// Something worth knowing about the step that runs.
pub(crate) fn note(what: &str) {
    line(&format!("    {what}"));
}

/// The one thing to see in all that was printed.
pub(crate) fn banner(what: &str) {
    let edge = "─".repeat(what.chars().count() + 4);
    line(&format!("\n  ┌{edge}┐\n  │  {what}  │\n  └{edge}┘\n"));
}

pub(crate) fn line(text: &str) {
    // Not `println!`, which panics when whoever reads has seen enough, as `head` has.
    let _ = writeln!(io::stdout(), "{text}");
}
