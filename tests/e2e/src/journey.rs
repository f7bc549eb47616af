//! Runs one journey: a server with a fresh account and a fresh browser, which end with it. A journey that fails leaves a
//! picture and the browser's console behind.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
};

use thirtyfour::BrowserLogEntry;
use tokio::runtime::Runtime;

use crate::{Account, Browser, database::Database, environment, process::Process};

/// The app as a person has it in front of them, and the account behind it.
pub struct App {
    pub browser: Browser,
    pub account: Account,
}

/// Runs a journey through the demo account. Its name is that of its files.
pub fn journey(name: &str, walk: impl AsyncFnOnce(&App)) {
    journey_on("enterprise", name, walk);
}

/// The same, on a plan of one's own choice.
pub fn journey_on(plan: &str, name: &str, walk: impl AsyncFnOnce(&App)) {
    // A fresh account, and failures on demand. It outlives the server that has it open.
    let database = Database::new(name);
    let server = Process::server(&["--database", &database.file(), "--faults", "--plan", plan]);
    let driver = Process::driver();
    let runtime = Runtime::new().expect("a runtime");
    let app = runtime.block_on(async {
        let browser = Browser::start(&driver.url, &server.url).await;
        App { browser, account: Account::new(&server.url) }
    });
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(walk(&app))));
    let console = runtime.block_on(app.browser.console());
    if outcome.is_err() {
        runtime.block_on(leave_traces(name, &app.browser, &console));
    }
    let closed = runtime.block_on(app.browser.driver.quit());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
    closed.expect("the browser closes");
    let wrong: Vec<&BrowserLogEntry> = console.iter().filter(|entry| is_wrong(entry)).collect();
    assert!(wrong.is_empty(), "the console has errors: {wrong:#?}");
}

/// An error of the app: a script that failed, something that the security policy forbids. A request that fails is none,
/// because journeys make requests fail; neither is a question that the browser spares somebody who did nothing yet.
fn is_wrong(entry: &BrowserLogEntry) -> bool {
    let expected = ["network", "intervention"];
    entry.level == "SEVERE"
        && !entry.source.as_deref().is_some_and(|source| expected.contains(&source))
}

async fn leave_traces(name: &str, browser: &Browser, console: &[BrowserLogEntry]) {
    let folder = environment::screenshots();
    let (picture, log) =
        (folder.join(format!("failed-{name}.png")), folder.join(format!("failed-{name}.log")));
    let lines: Vec<String> =
        console.iter().map(|entry| format!("{} {}\n", entry.level, entry.message)).collect();
    let written = fs::write(&log, lines.concat());
    println!("the browser's console: {} {written:?}", log.display());
    let taken = browser.driver.screenshot(&picture).await;
    println!("the page as it was: {} {taken:?}", picture.display());
}
