//! A random walk through the app with everything that happens to people: faults, no connection, somebody else, time.
//! `cargo xtask soak` builds what it needs. The same seed takes the same steps.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a walk that can't go on should panic"
)]

mod act;
mod dice;
mod faults;
mod promises;
mod walk;

use std::{
    env,
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
    time::Duration,
};

use guidepost_e2e::{Account, Browser, Process};
use tokio::runtime::Runtime;
use walk::Walk;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1).map(|argument| argument.parse::<u64>());
    let (Some(Ok(minutes)), Some(Ok(seed))) = (arguments.next(), arguments.next()) else {
        println!("needs a number of minutes and a seed; `cargo xtask soak` gives them");
        return ExitCode::FAILURE;
    };
    let server = Process::server(&["--database", ":memory:", "--faults"]);
    let driver = Process::driver();
    let runtime = Runtime::new().expect("a runtime");
    let browser = runtime.block_on(Browser::start(&driver.url, &server.url));
    let account = Account::new(&server.url);
    let mut walk = Walk::new(&browser, &account, seed);
    let time = Duration::from_secs(minutes * 60);
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(walk.go(time))));
    let (number, log) = (walk.number, walk.log);
    let wrong = match outcome {
        Ok(Ok(())) => None,
        Ok(Err(wrong)) => Some(wrong),
        Err(_) => Some("the walk could not go on (see above)".to_owned()),
    };
    if let Some(wrong) = &wrong {
        println!("\nseed {seed}, step {number}: {wrong}\n\nThe last steps:");
        for line in log {
            println!("{line}");
        }
    }
    // The driver would leave the browser behind. A page that hangs keeps it from closing, hence only after the report.
    if let Err(error) = runtime.block_on(browser.driver.quit()) {
        println!("the browser does not close: {error}");
        return ExitCode::FAILURE;
    }
    if wrong.is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
