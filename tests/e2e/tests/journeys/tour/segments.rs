//! Segments: their list, the form, saving and deleting, and what goes wrong.

use guidepost_e2e::{App, Picker, Role, SEGMENTS};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::ALWAYS;

pub(super) async fn tour(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    list(app, stop).await;
    form(app, stop).await;
    saving(app, stop).await;
    deleting(app, stop).await;
    failures(app, stop).await;
}

async fn list(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let (browser, list) = (&app.browser, app.list());

    app.account.fault("GET", SEGMENTS, 1, json!({ "delay_ms": 8000 })).await;
    browser.open("/segments").await;
    browser.see("Loading segments").await;
    stop("list-loading").await;

    list.is_shown().await;
    stop("list").await;

    browser.click(Role::Button, "Actions for Gold dealers").await;
    browser.find(Role::MenuItem, "Duplicate").await;
    stop("list-row-menu").await;
    browser.press(Key::Escape).await;

    for name in ["Gold dealers", "Luthier desk"] {
        list.select(name).await;
    }
    browser.see("2 selected").await;
    stop("list-selected").await;

    browser.open("/segments?q=repair&type=staff").await;
    list.is_shown().await;
    list.row("Repair bench leads").await;
    stop("list-filtered").await;

    browser.open("/segments?q=bagpipes&type=staff").await;
    browser.see("No segment matches").await;
    stop("list-no-results").await;

    browser.press(Key::Tab).await;
    browser.type_text("?").await;
    app.dialog("Keyboard shortcuts").await;
    stop("help").await;

    browser.open("/nowhere").await;
    browser.see("The link may be outdated or mistyped.").await;
    stop("not-found").await;
}

async fn form(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let (browser, form) = (&app.browser, app.form());

    let built_in = app.account.id_of("Signed-in users").await;
    browser.open(&format!("/segments/{built_in}")).await;
    browser.see("4 sections").await;
    stop("built-in").await;

    browser.open("/segments/1").await;
    browser.see("This segment doesn’t exist").await;
    stop("segment-not-found").await;

    browser.open("/segments/new").await;
    browser.find(Role::Heading, "New segment").await;
    stop("form-new").await;

    browser.click(Role::Button, "Review & create").await;
    browser.see("Fix 2 problems").await;
    stop("form-errors").await;

    form.name("Stage crew").await;
    form.user_type("Staff").await;
    form.go_to(Picker::Groups).await;
    browser.type_text("re").await;
    browser.see("3 groups").await;
    browser.press(Key::Down).await;
    stop("form-combobox").await;
    browser.press(Key::Enter).await;
    browser.press(Key::Escape).await;
    form.type_tags(Picker::AnyTags, &["stage", "backline"]).await;

    browser.click(Role::Button, "Review & create").await;
    app.dialog("Create “Stage crew”?").await;
    stop("review-new").await;
    browser.press(Key::Escape).await;

    browser.click_within(Role::Link, "Segments", Some(".crumbs")).await;
    let dialog = app.dialog("Leave without saving?").await;
    stop("leave").await;
    dialog.choose("Leave without saving").await;
    app.list().is_shown().await;
}

/// Leaves the changed form of a segment behind.
async fn edit(app: &App, name: &str) -> u64 {
    let id = app.account.id_of(name).await;
    app.browser.open(&format!("/segments/{id}")).await;
    app.form().name_is(name).await;
    app.form().name(&format!("{name}, all brands")).await;
    app.form().type_tags(Picker::AnyTags, &["k99"]).await;
    app.browser.see("2 unsaved changes").await;
    id
}

async fn saving(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let browser = &app.browser;

    let id = edit(app, "Stage piano specialists").await;
    stop("form-changed").await;

    browser.reload().await;
    browser.see("Unsaved changes restored").await;
    stop("form-restored").await;

    browser.click(Role::Button, "Review & save").await;
    let review = app.dialog("Save 2 changes to “Stage piano specialists”?").await;
    stop("review-changes").await;

    let theirs = json!({ "name": "Stage pianos", "tags": ["stage_certified"] });
    app.account.change(id, theirs).await;
    review.choose("Save changes").await;
    let conflict = app.dialog("Someone else changed this segment").await;
    stop("conflict").await;
    conflict.choose("Keep editing").await;

    let failure = json!({ "status": 503, "body": { "error": "Unavailable" } });
    app.account.fault("GET", SEGMENTS, ALWAYS, failure).await;
    app.form().save().await;
    browser.see("Zendesk returned an error (503)").await;
    stop("form-save-failed").await;
    app.account.clear_faults().await;

    let limit = json!({ "status": 429, "retry_after": 120, "body": "Too many requests" });
    app.account.fault("GET", SEGMENTS, ALWAYS, limit).await;
    browser.click(Role::Button, "Review & save").await;
    let review = app.dialog("Save 2 changes to “Stage piano specialists”?").await;
    review.choose("Save changes").await;
    browser.find_in_page("Zendesk asked for a pause").await;
    stop("request-limit").await;
    app.account.clear_faults().await;

    edit(app, "Tour crew").await;
    let refusal = json!({ "status": 401, "body": { "error": "Couldn't authenticate you" } });
    app.account.fault("GET", SEGMENTS, 1, refusal).await;
    app.form().save().await;
    app.dialog("Sign in again to continue").await;
    stop("session-ended").await;
}

async fn deleting(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let (browser, list) = (&app.browser, app.list());

    list.open().await;
    list.choose("Gold dealers", "Delete…").await;
    let dialog = app.dialog("Delete “Gold dealers”?").await;
    stop("delete-used").await;
    dialog.choose("Cancel").await;

    list.choose("Concert hall technicians", "Delete…").await;
    let dialog = app.dialog("Delete “Concert hall technicians”?").await;
    dialog.says("7 articles will become visible to everyone").await;
    stop("delete-articles").await;
    dialog.choose("Cancel").await;

    // Of an account with a single brand it can be known that no article uses a segment.
    let brand = json!({ "brands": [{ "id": 1, "has_help_center": true }] });
    app.account
        .fault("GET", "/api/v2/brands", ALWAYS, json!({ "status": 200, "body": brand }))
        .await;
    browser.reload().await;
    list.is_shown().await;
    list.choose("Extended warranty", "Delete…").await;
    browser.see("Deleted “Extended warranty”").await;
    browser.hover_over(Role::Button, "Undo").await;
    stop("toast").await;
    browser.click(Role::Button, "Undo").await;

    let id = app.account.id_of("Field service").await;
    let failure = json!({ "status": 500, "body": { "error": "InternalError" } });
    app.account.fault("DELETE", &format!("{SEGMENTS}/{id}"), 1, failure).await;
    for name in ["Field service", "Extended warranty"] {
        list.select(name).await;
    }
    browser.click(Role::Button, "Delete…").await;
    app.dialog("Delete 2 segments?").await.choose("Delete 2 segments").await;
    app.dialog("Deleted 1 of 2 segments").await.says("1 of 2, 1 failed").await;
    stop("delete-failed").await;
}

async fn failures(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let browser = &app.browser;

    app.list().open().await;
    browser.offline(true).await;
    browser.see("You are offline").await;
    stop("offline").await;
    browser.offline(false).await;
    browser.see_no("You are offline").await;

    let gone: Value = json!({ "drop": true });
    app.account.fault("GET", SEGMENTS, ALWAYS, gone).await;
    browser.open("/segments").await;
    browser.see("Can’t reach Zendesk").await;
    stop("unreachable").await;
    app.account.clear_faults().await;

    browser.sign_with("agent-token").await;
    browser.open("/segments").await;
    browser.see("You need to be a help center manager").await;
    stop("forbidden").await;
}
