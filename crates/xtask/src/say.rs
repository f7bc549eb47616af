//! What a task tells the person who waits for it. All on standard output, so that it stays in order
//! with what the programs it runs print there; unless that is for a result that another program reads.

use std::io::{self, Write};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};

/// Standard output is for the result alone.
static STDOUT_IS_TAKEN: AtomicBool = AtomicBool::new(false);

/// From now on everything but the result goes to standard error.
pub(crate) fn keep_stdout_free() {
    STDOUT_IS_TAKEN.store(true, Ordering::Relaxed);
}

/// Where a program prints that runs in the open.
pub(crate) fn output() -> Stdio {
    if STDOUT_IS_TAKEN.load(Ordering::Relaxed) { io::stderr().into() } else { Stdio::inherit() }
}

/// What another program may read.
pub(crate) fn result(text: &str) {
    let _ = write!(io::stdout(), "{text}");
}

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
    let _ = if STDOUT_IS_TAKEN.load(Ordering::Relaxed) {
        writeln!(io::stderr(), "{text}")
    } else {
        writeln!(io::stdout(), "{text}")
    };
}
