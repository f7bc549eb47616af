//! The selected segments as a file.

use js_sys::Array;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page};

/// Keeps what is saved instead of saving it, with the name of its file.
const KEEP: &str = "window.savedByTest ??= (() => {
  const saved = [];
  let blob;
  URL.createObjectURL = (saving) => { blob = saving; return 'blob:none'; };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) saved.push({ name: this.download, text: blob.text() }); else click.call(this);
  };
  return saved;
})(); window.savedByTest.length = 0; window.savedByTest";

async fn selected() -> (Page, Array) {
    let account = Account::fresh().await;
    account.create(json!({ "name": "=Made up", "tags": ["vip_care"] })).await;
    let page = Page::open_on(account, "/segments?q=vip_care&sort=name").await;
    page.lists(&["=Made up", "VIP care team"]).await;
    page.select("=Made up", false).await;
    page.select("VIP care team", false).await;
    let saved = js_sys::eval(KEEP).unwrap().unchecked_into();
    page.click_button("Export…").await;
    page.is_asked("Export 2 segments").await;
    (page, saved)
}

async fn the_file(page: &Page, saved: &Array) -> (String, String) {
    page.click_button("Export").await;
    page.sees("Exported 2 segments to user-segments-").await;
    let file = saved.get(0);
    let part = |name: &str| js_sys::Reflect::get(&file, &name.into()).unwrap();
    let text = JsFuture::from(part("text").unchecked_into::<js_sys::Promise>()).await.unwrap();
    (part("name").as_string().unwrap(), text.as_string().unwrap())
}

#[wasm_bindgen_test]
async fn a_spreadsheet_has_names_and_no_formula() {
    let (page, saved) = selected().await;
    page.sees_no_more("Names are still being looked up").await;
    let (name, text) = the_file(&page, &saved).await;
    assert!(name.ends_with(".csv"), "{name}");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[1].contains(",'=Made up,signed_in_users,"), "{text}");
    assert!(lines[2].contains("\"Support Tier 2; Billing\""), "{text}");
}

#[wasm_bindgen_test]
async fn a_script_gets_ids_as_text() {
    let (page, saved) = selected().await;
    page.choose("JSON").await;
    let (name, text) = the_file(&page, &saved).await;
    assert!(name.ends_with(".json"), "{name}");
    let file: Value = serde_json::from_str(&text).unwrap();
    let vip = page.account.the("VIP care team").await;
    assert_eq!(file["user_segments"][1]["id"], vip.id.to_string());
    assert_eq!(file["user_segments"][1]["groups"][0]["id"], vip.group_ids[0].to_string());
}
