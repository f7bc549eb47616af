//! What a plan shows otherwise than Enterprise, with the reason.

use guidepost_e2e::App;

const READ_ONLY: &str = "On Lite you can’t create or edit permission groups.";

/// Edit follows publish.
pub(super) async fn professional(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let browser = &app.browser;

    list_and_matrix(app, "only Publish can be set", stop).await;

    let id = app.account.group_id_of("Tour support").await;
    browser.open(&format!("/permission-groups/{id}")).await;
    browser.see("Edit has no effect on Professional").await;
    stop("form").await;

    app.form().switch("Content team", "publish").await;
    browser.see("1 unsaved change").await;
    stop("form-changed").await;
}

/// Permission groups are only to be read.
pub(super) async fn lite(app: &App, stop: &mut impl AsyncFnMut(&str)) {
    let browser = &app.browser;

    list_and_matrix(app, "you can’t create or edit permission groups", stop).await;

    let id = app.account.group_id_of("Repair manuals").await;
    browser.open(&format!("/permission-groups/{id}")).await;
    browser.see(READ_ONLY).await;
    stop("group").await;

    browser.open("/permission-groups/new").await;
    browser.see(READ_ONLY).await;
    stop("form-new").await;
}

async fn list_and_matrix(app: &App, reason: &str, stop: &mut impl AsyncFnMut(&str)) {
    app.groups().open().await;
    stop("list").await;
    app.matrix().open().await;
    app.browser.see(reason).await;
    stop("matrix").await;
}
