//! From a key in the search box to the rows that it leaves.

use guidepost_e2e::Browser;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{
    compared_app::ComparedApp,
    visitor::{AS_IT_IS, Visitor},
};
use crate::{browsers::Browsers, figures::Figures};

/// Beginnings of words in the names of segments, of which each letter leaves other rows.
const WORDS: [&str; 2] = ["conc", "hart"];

pub(super) fn measure(browsers: &Browsers, apps: &[ComparedApp; 2]) -> Vec<Value> {
    let mut figures = Vec::new();
    for app in apps {
        println!("    keys, {}", app.name());
        let times = browsers.in_fresh_one(app.site(), async |browser| {
            Visitor::new(browser).await.open(app, AS_IT_IS).await;
            type_words(browser, app).await
        });
        let segments = browsers.block_on(app.account().segments());
        let mut of_app = Figures::of("search", app.name());
        of_app.count("segments", segments.len(), 1);
        of_app.count("keys that changed the rows", times.len(), keys().len());
        of_app.times("key to changed rows", &times);
        figures.extend(of_app.into_values());
    }
    figures
}

/// Each word is typed and deleted again.
fn keys() -> Vec<char> {
    let deleted = |word: &str| vec![char::from(Key::Backspace); word.len()];
    WORDS.iter().flat_map(|word| word.chars().chain(deleted(word))).collect()
}

/// Milliseconds for each key that changed the rows.
async fn type_words(browser: &Browser, app: &ComparedApp) -> Vec<f64> {
    // Guidepost goes on reading what the rows refer to after the list is there.
    browser.run_through(include_str!("quiet.js"), []).await;
    browser.run("document.querySelector(arguments[0]).focus()", [json!(app.search())]).await;
    let mut times = Vec::new();
    for key in keys() {
        browser.run(include_str!("before_key.js"), [json!(app.row())]).await;
        browser.type_text(&key.to_string()).await;
        let time = browser.run_through("rowsChanged.then(arguments[0])", []).await;
        times.extend(time.as_f64());
    }
    times
}
