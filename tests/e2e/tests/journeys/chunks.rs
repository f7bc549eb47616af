//! The parts of the app that come in files of their own: fetched early, and what happens when one can't be had.

use guidepost_e2e::{App, Browser, Role, journey};
use serde_json::json;

const MISSING: &str = "This page couldn’t be loaded";

/// Lets nothing through whose address fits; nothing of the browser's cache either.
async fn cut_off(browser: &Browser, addresses: &[&str]) {
    browser.command("Network.enable", json!({})).await;
    browser.command("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    browser.command("Network.setBlockedURLs", json!({ "urls": addresses })).await;
}

async fn reconnect(browser: &Browser) {
    browser.command("Network.setBlockedURLs", json!({ "urls": [] })).await;
}

/// The console has an error for each file that did not come; what comes after this is looked at again.
async fn forgive(app: &App) {
    app.browser.console().await;
}

#[test]
fn a_page_whose_file_does_not_come_says_so_and_comes_when_it_is_tried_again() {
    journey("chunk-of-a-page", async |app| {
        let browser = &app.browser;
        cut_off(browser, &["*split_segment.wasm"]).await;
        browser.open("/segments/new").await;
        browser.see(MISSING).await;
        browser.click(Role::Button, "Retry").await;
        browser.see(MISSING).await;
        reconnect(browser).await;
        forgive(app).await;
        browser.click(Role::Button, "Retry").await;
        browser.see("Segment details").await;
        browser.see_no(MISSING).await;
    });
}

#[test]
fn a_deletion_whose_dialog_does_not_come_deletes_nothing_until_it_is_tried_again() {
    journey("chunk-of-a-dialog", async |app| {
        let (browser, list) = (&app.browser, app.list());
        cut_off(browser, &["*split_dialogs.wasm"]).await;
        list.open().await;
        list.choose("VIP care team", "Delete…").await;
        browser.see("nothing was deleted").await;
        reconnect(browser).await;
        forgive(app).await;
        browser.click(Role::Button, "Retry").await;
        let dialog = app.dialog("Delete “VIP care team”?").await;
        dialog.choose("Cancel").await;
        list.row("VIP care team").await;
    });
}

#[test]
fn once_the_list_is_there_a_segment_opens_without_a_connection_to_the_site() {
    journey("chunks-early", async |app| {
        let (browser, list) = (&app.browser, app.list());
        list.open().await;
        browser
            .until("all chunks are there", async || {
                const ARE_HERE: &str = r"
                    const chunks = performance.getEntriesByType('resource')
                        .filter((file) => /(split|chunk)_\w+\.wasm$/.test(file.name));
                    return chunks.length >= 2 && chunks.every((file) => file.responseEnd > 0)";
                let are_here = browser.driver.execute(ARE_HERE, Vec::new()).await?;
                Ok((are_here.json() == true).then_some(()))
            })
            .await;
        cut_off(browser, &["*/assets/*"]).await;
        list.open_row("VIP care team").await;
        app.form().name_is("VIP care team").await;
    });
}
