//! The walk: a step, a look at the page, and on.

use std::{
    collections::VecDeque,
    fs::{self, File},
    io::Write as _,
    path::Path,
    time::Duration,
};

use guidepost_e2e::{Account, Browser};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::{
    act::{self, advance},
    dice::Dice,
    faults::TAG,
    promises::Promises,
};

/// Steps that are told when the walk ends early.
const TOLD: usize = 40;
/// Milliseconds that pass for the page with every step.
const STEP: u64 = 700;

pub(crate) struct Walk<'a> {
    browser: &'a Browser,
    account: &'a Account,
    dice: Dice,
    promises: Promises,
    pub(crate) number: usize,
    /// The last steps.
    pub(crate) log: VecDeque<String>,
    /// All steps, to lay two walks of one seed side by side.
    record: File,
    /// Of all that was done: two walks of one seed have the same.
    digest: u64,
}

/// What the page has to say after a step.
struct News {
    errors: Vec<String>,
    said: Vec<(String, String)>,
    left: Vec<(String, bool)>,
    crashed: bool,
    heading: bool,
    address: String,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(browser: &'a Browser, account: &'a Account, seed: u64) -> Self {
        let (dice, promises) = (Dice::new(seed), Promises::default());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/soak");
        fs::create_dir_all(&folder).expect("target/ can be written");
        let record = File::create(folder.join(format!("{seed}.log"))).expect("a record");
        let log = VecDeque::new();
        Self { browser, account, dice, promises, number: 0, log, record, digest: 0 }
    }

    /// Walks for a while, and looks in the end whether all of it is true.
    ///
    /// # Errors
    /// What was wrong.
    pub(crate) async fn go(&mut self, time: Duration) -> Result<(), String> {
        let source = json!({ "source": include_str!("page.js") });
        self.browser.command("Page.addScriptToEvaluateOnNewDocument", source).await;
        self.browser.mark_requests(TAG).await;
        self.browser.open("/segments").await;
        self.look().await?;
        let end = Instant::now() + time;
        while Instant::now() < end {
            self.step().await?;
        }
        self.end().await
    }

    async fn step(&mut self) -> Result<(), String> {
        self.number += 1;
        let Self { browser, account, .. } = *self;
        let done =
            act::step(browser, account, &mut self.dice, &mut self.promises, self.number).await;
        for byte in done.bytes() {
            self.digest = (self.digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        let line = format!("{:>5}  {done}", self.number);
        writeln!(self.record, "{line}").expect("the record can be written");
        self.log.push_back(line);
        if self.log.len() > TOLD {
            self.log.pop_front();
        }
        let address = self.look().await?;
        if let Some(line) = self.log.back_mut() {
            line.push_str(&format!("   → {address}"));
        }
        if self.number.is_multiple_of(100) {
            println!(
                "    step {}, {} promises kept, digest {:016x}",
                self.number, self.promises.kept, self.digest
            );
        }
        Ok(())
    }

    /// Waits until the page has taken in what was done to it, and looks whether all is well. Says where it is.
    async fn look(&mut self) -> Result<String, String> {
        self.have_a_page().await;
        self.settle().await?;
        advance(self.browser, STEP).await;
        self.settle().await?;
        let news = self.news().await;
        if news.crashed {
            return Err(format!("the app stopped: {}", self.console().await.join("\n")));
        }
        if let Some(error) = news.errors.first() {
            return Err(format!("an error in the page: {error}"));
        }
        let console = self.console().await;
        if let Some(error) = console.first() {
            return Err(format!("an error in the console: {error}"));
        }
        if !news.heading {
            return Err(format!("no heading at {}", news.address));
        }
        self.promises.compare(self.account, &news.said, &news.left).await?;
        Ok(news.address)
    }

    /// A page that could not be loaded, or was left by going back too far, is opened with a connection.
    async fn have_a_page(&self) {
        let is_ours =
            self.browser.run("return 'soak' in window && location.protocol === 'http:'", []).await;
        if is_ours != true {
            self.browser.offline(false).await;
            self.browser.open("/segments").await;
        }
    }

    async fn settle(&self) -> Result<(), String> {
        let rest = self.browser.run_through("soak.settle().then(arguments[0])", []).await;
        if rest.is_null() {
            return Ok(());
        }
        Err(format!("the page does not come to rest: {rest}"))
    }

    /// Errors that are more than a request's failing, which the walk itself brings about, or a question that the browser
    /// spares somebody who did nothing yet.
    async fn console(&self) -> Vec<String> {
        let entries = self.browser.console().await.into_iter();
        entries
            .filter(|entry| entry.level == "SEVERE")
            .filter(|entry| !matches!(entry.source.as_deref(), Some("network" | "intervention")))
            .map(|entry| entry.message)
            .collect()
    }

    async fn news(&self) -> News {
        let news = self.browser.run("return soak.news()", []).await;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let list = |key: &str| news[key].as_array().cloned().unwrap_or_default();
        News {
            errors: list("errors").iter().map(text).collect(),
            said: list("said").iter().map(|said| (text(&said[0]), text(&said[1]))).collect(),
            left: list("left").iter().map(|left| (text(&left[0]), left[1] == true)).collect(),
            crashed: news["crashed"] == true,
            heading: news["heading"] == true,
            address: text(&news["address"]),
        }
    }

    /// Everything is well again and comes to its end; then what was said must be so, and the lists complete.
    async fn end(&mut self) -> Result<(), String> {
        self.account.clear_faults().await;
        self.browser.offline(false).await;
        self.browser.run("soak.hold = 0; soak.release()", []).await;
        for _ in 0..3 {
            advance(self.browser, 30_000).await;
            self.look().await?;
        }
        self.browser.open("/segments").await;
        self.look().await?;
        advance(self.browser, 60_000).await;
        self.look().await?;
        self.promises.hold(self.account).await?;
        for (address, count) in [
            ("/segments", self.account.segments().await.len()),
            ("/permission-groups", self.account.groups().await.len()),
        ] {
            self.browser.open(address).await;
            self.look().await?;
            let text = self.browser.visible_text().await.unwrap_or_default();
            let listed = format!(
                "{count} {}",
                if address == "/segments" { "segment" } else { "permission group" }
            );
            if !text.contains(&listed) {
                return Err(format!(
                    "the account has {listed}s, and the list says otherwise: {text}"
                ));
            }
        }
        println!(
            "    {} steps, {} promises kept, digest {:016x}",
            self.number, self.promises.kept, self.digest
        );
        Ok(())
    }
}
