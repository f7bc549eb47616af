//! What a task tells the person who waits for it. All on standard output, so that it stays in order
//! with what the programs it runs print there.

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

#[expect(clippy::print_stdout, reason = "the only place that prints")]
pub(crate) fn line(text: &str) {
    println!("{text}");
}
