//! The matrix: as it opens, changed, reviewed, saved in part.

use guidepost_e2e::{App, GROUPS, Role};
use serde_json::json;
use thirtyfour::Key;

use super::ALWAYS;

pub(super) async fn tour(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    plain(app, stop).await;
    changed(app, stop).await;
    saved(app, stop).await;
    failures(app, stop).await;
}

async fn plain(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let (browser, matrix) = (&app.browser, app.matrix());

    app.account.fault("GET", GROUPS, 1, json!({ "delay_ms": 8000 })).await;
    browser.open("/permission-groups/matrix").await;
    browser.see("Permission matrix").await;
    stop("loading").await;

    matrix.is_complete().await;
    stop("plain").await;

    browser.open("/permission-groups/matrix?segment=repair&granted=true").await;
    browser.find(Role::Link, "Repair bench leads").await;
    stop("filtered").await;

    browser.open("/permission-groups/matrix?group=bagpipes").await;
    browser.see("No results").await;
    stop("no-match").await;
}

async fn changed(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let (browser, matrix) = (&app.browser, app.matrix());

    matrix.open().await;
    matrix.switch("Field service, Dealer portal: Publish").await;
    matrix.switch("Safety reviewers, Firmware notes: Edit").await;
    matrix.switch("Field service, Internal wiki: Edit").await;
    browser.see("3 unsaved changes").await;
    stop("changed").await;

    browser.reload().await;
    browser.see("Unsaved changes restored").await;
    matrix.is_complete().await;
    stop("restored").await;

    browser.click(Role::Button, "Changed 3").await;
    browser.has_no(Role::Link, "Content team").await;
    stop("changed-only").await;

    browser.click(Role::Link, "Guidepost").await;
    let leave = app.dialog("Leave without saving?").await;
    stop("leave").await;
    leave.choose("Keep editing").await;
    app.no_dialog().await;
}

async fn saved(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let (browser, account) = (&app.browser, &app.account);

    browser.click(Role::Button, "Review & save 3 groups").await;
    let review = app.dialog("Save 3 changes to 3 permission groups?").await;
    stop("review").await;

    let notes = account.group_id_of("Firmware notes").await;
    // Publish includes the Edit that is taken away here, so this collides.
    let reviewers = account.id_of("Safety reviewers").await;
    account.change_group(notes, json!({ "publish": [reviewers] })).await;
    let wiki = account.group_id_of("Internal wiki").await;
    let refusal = json!({ "status": 403, "body": "" });
    account.fault("PUT", &format!("{GROUPS}/{wiki}"), 1, refusal).await;
    review.choose("Save 3 permission groups").await;
    let result = app.dialog("Saved 1 of 3 permission groups").await;
    result.says("1 of 3, 2 not saved").await;
    stop("saved-in-part").await;
    browser.press(Key::Escape).await;
    app.no_dialog().await;
    stop("left-to-save").await;
    browser.click(Role::Button, "Discard").await;
}

async fn failures(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let browser = &app.browser;

    app.account.fault("GET", GROUPS, ALWAYS, json!({ "drop": true })).await;
    browser.open("/permission-groups/matrix").await;
    browser.see("Can’t reach Zendesk").await;
    stop("unreachable").await;
    app.account.clear_faults().await;

    browser.sign_with("agent-token").await;
    browser.open("/permission-groups/matrix").await;
    browser.see("You need to be a help center manager").await;
    stop("forbidden").await;
}
