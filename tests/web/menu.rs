//! What the menu of the signed-in user offers beside themes and keys.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page};

const MENU: &str = "Marta Lindqvist Help center manager: settings";

async fn list(account: Account) -> Page {
    let page = Page::open_on(account, "/segments?sort=name").await;
    page.sees("segments, built-ins first").await;
    page
}

#[wasm_bindgen_test]
async fn the_app_says_which_version_it_is_and_what_account_it_shows() {
    let page = list(Account::fresh().await).await;
    page.pick(MENU, "About Guidepost").await;
    page.is_asked("About Guidepost").await;
    page.sees(&format!("Version {}", env!("CARGO_PKG_VERSION"))).await;
    page.sees("Sandbox account Fernhollow").await;
    page.sees("Plan Enterprise").await;
    page.click_button("Close").await;
    page.is_asked_nothing().await;
    page.has_focus_on(MENU).await;
}

#[wasm_bindgen_test]
async fn a_sandbox_is_reset_after_a_question() {
    let account = Account::fresh().await;
    account.create(json!({ "name": "Passing", "user_type": "staff" })).await;
    let page = list(account).await;
    page.sees("41 segments").await;
    page.pick(MENU, "Reset sandbox…").await;
    page.is_asked("Reset the sandbox?").await;
    page.click_button("Cancel").await;
    page.is_asked_nothing().await;
    assert!(page.asked("POST", "/sandbox/reset").is_empty());

    page.pick(MENU, "Reset sandbox…").await;
    page.click_button("Reset sandbox").await;
    page.sees("The sandbox is as it was on its first day").await;
    page.is_asked_nothing().await;
    page.sees("40 segments").await;
    assert!(page.account.named("Passing").await.is_empty());
}

#[wasm_bindgen_test]
async fn an_account_that_cannot_be_reset_offers_no_reset() {
    let page = Page::open_on_plan(Account::fresh().await, "professional", "/segments").await;
    page.sees("40 segments").await;
    page.click_button(MENU).await;
    page.has_focus_on("System theme").await;
    assert!(page.offers("About Guidepost") && !page.offers("Reset sandbox…"));
}
