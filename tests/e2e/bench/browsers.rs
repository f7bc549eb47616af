//! Browsers for what is measured, each closed when it is done with.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use guidepost_e2e::{Browser, Process};
use tokio::runtime::Runtime;

pub(crate) struct Browsers {
    runtime: Runtime,
    driver: Process,
}

impl Browsers {
    pub(crate) fn new() -> Self {
        Self { runtime: Runtime::new().expect("a runtime"), driver: Process::driver() }
    }

    /// Runs something that needs no browser.
    pub(crate) fn block_on<T>(&self, task: impl Future<Output = T>) -> T {
        self.runtime.block_on(task)
    }

    /// Starts a browser in which nothing is stored, and closes it when `act` is through, even when that panics: the driver
    /// would leave it behind.
    pub(crate) fn in_fresh_one<T>(&self, site: &str, act: impl AsyncFnOnce(&Browser) -> T) -> T {
        let browser = self.block_on(Browser::start(&self.driver.url, site));
        let outcome = catch_unwind(AssertUnwindSafe(|| self.block_on(act(&browser))));
        self.block_on(browser.driver.quit()).expect("the browser closes");
        outcome.unwrap_or_else(|panic| resume_unwind(panic))
    }
}
