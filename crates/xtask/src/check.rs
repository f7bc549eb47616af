//! Formatting and lints, with every warning an error.

use std::process::Command;

use crate::command;
use crate::error::Error;
use crate::say;
use crate::tools;
use crate::workspace::Workspace;

/// Makes all three checks, whatever becomes of the earlier ones.
pub(crate) fn run(workspace: &Workspace) -> Result<(), Error> {
    ensure_components()?;
    tools::ensure_wasm_target()?;

    let mut format = workspace.cargo();
    format.args(["fmt", "--all", "--check"]);

    let mut native = workspace.cargo();
    native.args(["clippy", "--workspace", "--exclude", "guidepost"]);
    native.args(["--all-targets", "--", "--deny", "warnings"]);

    // The model is checked with it, as a member that the app depends on.
    let mut web = workspace.cargo();
    web.args(["clippy", "--target", "wasm32-unknown-unknown", "--package", "guidepost"]);
    web.args(["--all-targets", "--", "--deny", "warnings"]);

    let checks = [
        ("formatting", format),
        ("lints of the native crates", native),
        ("lints of the browser app", web),
    ];
    let mut failed = Vec::new();
    for (name, mut check) in checks {
        say::step(&format!("checking {name}"));
        if let Err(error) = command::run(&mut check) {
            say::note(&error.to_string());
            failed.push(name.to_owned());
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Error::Parts(failed)) }
}

fn ensure_components() -> Result<(), Error> {
    for (component, program) in [("rustfmt", "rustfmt"), ("clippy", "clippy-driver")] {
        if command::output(Command::new(program).arg("--version")).is_some() {
            continue;
        }
        say::step(&format!("adding {component} to the Rust toolchain"));
        let add = ["component", "add", component];
        command::run(Command::new("rustup").args(add)).map_err(|_| Error::Missing {
            what: format!("the Rust toolchain has no {component}; with rustup it is added by:"),
            remedy: format!("rustup component add {component}"),
        })?;
    }
    Ok(())
}
