//! The matrix: how soon it is there, whether it keeps up with scrolling, and how soon a key shows.

mod account;
mod work;

use guidepost_e2e::{Account, Browser, Process, environment};
use serde_json::{Value, json};
use thirtyfour::Key;

use self::{
    account::{Extent, fill},
    work::Work,
};
use crate::{
    browsers::Browsers,
    figures::{Figures, quantile},
};

const PATH: &str = "/permission-groups/matrix";

/// How often the page is opened once more.
const VISITS: usize = 5;
/// Pixels a frame: a wheel's notch in every single one, and a flick twice as fast.
const STEPS: [i32; 2] = [100, 200];
const FRAMES: usize = 240;
const KEYS: usize = 40;

/// An account, by what is special about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// As many staff segments and permission groups as Zendesk allows.
    Cap,
    /// All of the account's limits, but segments of all kinds.
    Large,
    /// Far past the limits.
    Huge,
}

impl Case {
    const ALL: [Self; 3] = [Self::Cap, Self::Large, Self::Huge];

    const fn name(self) -> &'static str {
        match self {
            Self::Cap => "200 × 200",
            Self::Large => "large",
            Self::Huge => "huge",
        }
    }

    fn server(self) -> Process {
        match self {
            Self::Cap => Process::server(&["--database", ":memory:"]),
            Self::Large => kept("large"),
            Self::Huge => kept("huge"),
        }
    }
}

/// With an account that is filled once and kept; measuring changes nothing in it.
fn kept(size: &str) -> Process {
    let database = environment::accounts().join(format!("{size}.sqlite3"));
    let database = database.to_string_lossy();
    Process::server(&["--size", size, "--database", &database])
}

pub(crate) fn measure() -> Vec<Value> {
    let browsers = Browsers::new();
    Case::ALL.into_iter().flat_map(|case| measure_one(&browsers, case)).collect()
}

fn measure_one(browsers: &Browsers, case: Case) -> Vec<Value> {
    println!("    the matrix, {}", case.name());
    let server = case.server();
    let account = Account::new(&server.url);
    let look = async |browser: &Browser| look(case, &account, browser).await;
    browsers.in_fresh_one(&server.url, look).into_values()
}

async fn look(case: Case, account: &Account, browser: &Browser) -> Figures {
    if case == Case::Cap {
        fill(account).await;
    }
    let extent = Extent::of(account).await;
    let mut figures = Figures::of("matrix", case.name());
    figures.count("segments", extent.rows, 1);
    figures.count("permission groups", extent.columns, 1);
    arrive(browser, extent, &mut figures).await;
    scroll(browser, &mut figures).await;
    press(browser, &mut figures).await;
    figures
}

/// Opens the page, once with nothing of the site in the browser's cache and then some times more.
async fn arrive(browser: &Browser, extent: Extent, figures: &mut Figures) {
    let expected = json!([
        // The head has two rows; each group has two columns, and the names one.
        (extent.rows + 2).to_string(),
        (extent.columns * 2 + 1).to_string(),
    ]);
    let watch = format!("{}\nwatch(...{expected});", include_str!("arrival.js"));
    let source = json!({ "source": watch });
    browser.command("Page.addScriptToEvaluateOnNewDocument", source).await;
    let mut visits = Vec::new();
    for _ in 0..=VISITS {
        browser.open(PATH).await;
        visits.push(arrival(browser).await);
    }
    let (first, again) = visits.split_first().expect("there was one");
    for (at, what) in ["first cell", "all lists complete"].into_iter().enumerate() {
        figures.time(&format!("first visit to {what}"), first[at], 1);
        let samples: Vec<f64> = again.iter().map(|visit| visit[at]).collect();
        figures.time(&format!("later visit to {what}, p50"), quantile(&samples, 0.5), VISITS);
    }
}

/// Milliseconds from the address to the first cell, and to the last.
async fn arrival(browser: &Browser) -> [f64; 2] {
    const READ: &str = "return [arrival.first ?? null, arrival.complete ?? null]";
    browser
        .until("the matrix is complete", async || {
            let times = browser.driver.execute(READ, Vec::new()).await?;
            let time = |at: usize| times.json()[at].as_f64();
            Ok(time(0).zip(time(1)).map(|(first, complete)| [first, complete]))
        })
        .await
}

async fn scroll(browser: &Browser, figures: &mut Figures) {
    let idle = intervals(browser, 0, 0).await;
    let dropped = quantile(&idle, 0.5) * 1.5;
    let mut ways = vec![("idle".to_owned(), [0, 0])];
    for step in STEPS {
        for (way, direction) in
            [("down and up", [0, step]), ("right and left", [step, 0]), ("aslant", [step, step])]
        {
            ways.push((format!("{step} px a frame {way}"), direction));
        }
    }
    for (name, [across, down]) in ways {
        let before = Work::so_far(browser).await;
        let frames = intervals(browser, across, down).await;
        let after = Work::so_far(browser).await;
        figures.times(&format!("{name}: frame"), &frames);
        let late = frames.iter().filter(|time| **time > dropped).count();
        figures.count(&format!("{name}: frames dropped"), late, frames.len());
        for (what, seconds) in after.since(&before) {
            figures.time(
                &format!("{name}: {what} a frame"),
                seconds * 1000.0 / FRAMES as f64,
                FRAMES,
            );
        }
    }
    let cells = browser.run("return document.querySelectorAll('.matrix .cell').length", []).await;
    figures.count("cells in the page", cells.as_u64().unwrap_or_default() as usize, 1);
}

/// Milliseconds from each frame to the next.
async fn intervals(browser: &Browser, across: i32, down: i32) -> Vec<f64> {
    let arguments = [json!(across), json!(down), json!(FRAMES)];
    let times = browser.run_through(include_str!("frames.js"), arguments).await;
    let times: Vec<f64> =
        times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    times.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

async fn press(browser: &Browser, figures: &mut Figures) {
    const BEGIN: &str = "document.querySelector('.matrix-box').scrollTo(0, 0);
        const first = document.querySelector('[aria-rowindex=\"3\"] input[aria-label$=Publish]');
        first?.focus();
        return first !== null";
    browser
        .until("the first row is in the page", async || {
            let begun = browser.driver.execute(BEGIN, Vec::new()).await?;
            Ok((begun.json() == true).then_some(()))
        })
        .await;
    browser.run(include_str!("keys.js"), []).await;
    let down = answers(browser, |_| Key::Down.into()).await;
    figures.times("arrow down", &down);
    let right = answers(browser, |_| Key::Right.into()).await;
    figures.times("arrow right", &right);
    // On and off, then the next cell.
    let toggles =
        answers(browser, |number| if number % 3 == 2 { Key::Up.into() } else { ' ' }).await;
    let toggles: Vec<f64> = toggles
        .into_iter()
        .enumerate()
        .filter_map(|(number, time)| (number % 3 != 2).then_some(time))
        .collect();
    figures.times("switch", &toggles);
}

/// Milliseconds from each key to the second frame after it.
async fn answers(browser: &Browser, key: impl Fn(usize) -> char) -> Vec<f64> {
    browser.run("answers.length = 0", []).await;
    for number in 0..KEYS {
        browser.type_text(&key(number).to_string()).await;
        browser
            .until("the key shows", async || {
                let count = browser.driver.execute("return answers.length", Vec::new()).await?;
                Ok((count.json() == number + 1).then_some(()))
            })
            .await;
    }
    let times = browser.run("return answers", []).await;
    times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}
