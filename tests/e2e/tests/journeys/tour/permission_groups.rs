//! Permission groups: their list, one group's form, saving and deleting; and what a segment says of them.

use guidepost_e2e::{App, GROUPS, Role};
use serde_json::json;
use thirtyfour::Key;

use super::ALWAYS;

pub(super) async fn tour(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    list(app, stop).await;
    form(app, stop).await;
    saving(app, stop).await;
    segment(app, stop).await;
    failures(app, stop).await;
}

async fn list(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let (browser, list) = (&app.browser, app.groups());

    app.account.fault("GET", GROUPS, 1, json!({ "delay_ms": 8000 })).await;
    browser.open("/permission-groups").await;
    browser.see("Loading permission groups").await;
    stop("list-loading").await;

    list.is_shown().await;
    browser.see("Articles of this brand only").await;
    stop("list").await;

    browser.click(Role::Button, "Actions for Repair manuals").await;
    browser.find(Role::MenuItem, "Duplicate").await;
    stop("list-row-menu").await;
    browser.press(Key::Escape).await;

    browser.open("/permission-groups?q=bagpipes").await;
    browser.see("No permission group matches").await;
    stop("list-no-results").await;

    list.open().await;
    list.choose("Recalls and legal notices", "Delete…").await;
    let dialog = app.dialog("Delete “Recalls and legal notices”?").await;
    stop("delete-used").await;
    dialog.choose("Cancel").await;
}

async fn form(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let (browser, form) = (&app.browser, app.form());

    let built_in = app.account.group_id_of("Editors and publishers").await;
    browser.open(&format!("/permission-groups/{built_in}")).await;
    browser.see("Built into Zendesk").await;
    stop("built-in").await;

    browser.open("/permission-groups/1").await;
    browser.see("This permission group doesn’t exist").await;
    stop("not-found").await;

    browser.open("/permission-groups/new").await;
    browser.see("staff segments").await;
    stop("form-new").await;

    browser.click(Role::Button, "Review & create").await;
    browser.see("Fix 1 problem").await;
    stop("form-errors").await;

    form.name("Press room").await;
    form.switch("Content team", "publish").await;
    browser.click(Role::Button, "Review & create").await;
    app.dialog("Create “Press room”?").await;
    stop("review-new").await;
    browser.press(Key::Escape).await;

    browser.click(Role::Textbox, "Search segments").await;
    browser.type_text("bagpipes").await;
    browser.see("No results for “bagpipes”").await;
    stop("form-no-match").await;

    browser.click_within(Role::Link, "Permission groups", Some(".crumbs")).await;
    app.dialog("Leave without saving?").await.choose("Leave without saving").await;
    app.groups().is_shown().await;
}

async fn saving(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let (browser, form) = (&app.browser, app.form());

    app.groups().open_row("Tour support").await;
    form.name_is("Tour support").await;
    stop("form").await;

    form.name("Touring").await;
    form.switch("Content team", "publish").await;
    form.switch("Dealer desk", "edit").await;
    browser.see("3 unsaved changes").await;
    stop("form-changed").await;

    browser.click(Role::Button, "Review & save").await;
    let review = app.dialog("Save 3 changes to “Tour support”?").await;
    stop("review-changes").await;

    let id = app.account.group_id_of("Tour support").await;
    let theirs = json!({ "name": "Tour help", "edit": [] });
    app.account.change_group(id, theirs).await;
    review.choose("Save changes").await;
    let conflict = app.dialog("Someone else changed this permission group").await;
    stop("conflict").await;
    conflict.choose("Discard my changes").await;
    form.name_is("Tour help").await;
    browser.see("No segment can edit or publish").await;
    stop("form-managers-only").await;
}

async fn segment(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let browser = &app.browser;

    let id = app.account.id_of("Content team").await;
    browser.open(&format!("/segments/{id}")).await;
    browser.see("Edit and publish in").await;
    stop("privileges-of-a-segment").await;

    app.list().open().await;
    app.list().find("desk", "Dealer desk").await;
    app.list().choose("Dealer desk", "Delete…").await;
    let dialog = app.dialog("Delete “Dealer desk”?").await;
    dialog.says("Removed from 2 permission groups").await;
    stop("delete-segment").await;
    dialog.choose("Cancel").await;
}

async fn failures(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let browser = &app.browser;

    app.account.fault("GET", GROUPS, ALWAYS, json!({ "drop": true })).await;
    browser.open("/permission-groups").await;
    browser.see("Can’t reach Zendesk").await;
    stop("unreachable").await;
    app.account.clear_faults().await;

    browser.sign_with("agent-token").await;
    browser.open("/permission-groups").await;
    browser.see("You need to be a help center manager").await;
    stop("forbidden").await;
}
