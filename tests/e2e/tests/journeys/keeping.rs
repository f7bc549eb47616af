//! Nothing typed is lost: drafts survive, and leaving asks.

use serde_json::json;
use thirtyfour::Key;

use crate::support::{App, Picker, Role, journey};

const NAME: &str = "Reed organ circle";

/// Until the failure is cleared. A browser sends a request again by itself when an old connection turns out to be
/// closed, so failing once would not show.
const ALWAYS: u32 = 100;

async fn fill_in(app: &App) {
    let (browser, list, form) = (&app.browser, app.list(), app.form());
    list.open().await;
    browser.click(Role::Link, "New segment").await;
    form.name(NAME).await;
    form.user_type("Signed-in users").await;
    form.type_tags(Picker::AnyTags, &["reed_one", "reed_two"]).await;
}

async fn is_filled_in(app: &App) {
    app.form().name_is(NAME).await;
    for tag in ["reed_one", "reed_two"] {
        app.form().has(tag).await;
    }
}

#[test]
fn a_draft_survives_reloading_the_page() {
    journey("draft", async |app| {
        let (browser, form) = (&app.browser, app.form());
        fill_in(app).await;
        browser.reload().await;
        browser.see("Your unsaved changes are back").await;
        is_filled_in(app).await;

        // And so does one of a segment that exists, which is not mixed up with it.
        app.list().open().await;
        app.list().open_row("Tour crew").await;
        form.type_tags(Picker::AnyTags, &["tour_2027"]).await;
        browser.reload().await;
        browser.see("Your unsaved changes are back").await;
        browser.see("1 unsaved change").await;
        form.has("tour_2027").await;
        browser.click(Role::Button, "Discard them").await;
        browser.has_no(Role::Button, "Remove tour_2027").await;
        browser.reload().await;
        browser.see("Used by").await;
        assert!(!form.holds("tour_2027").await);
        browser.open("/segments/new").await;
        is_filled_in(app).await;
        form.create().await;
        app.list().is_shown().await;

        // Once it is saved the draft is gone.
        browser.click(Role::Link, "New segment").await;
        form.name_is("").await;
    });
}

#[test]
fn leaving_with_unsaved_changes_asks_by_link_by_going_back_and_by_closing() {
    journey("leaving", async |app| {
        let browser = &app.browser;
        fill_in(app).await;

        // By a link.
        browser.click_within(Role::Link, "Segments", Some(".crumbs")).await;
        let dialog = app.dialog("Leave without saving?").await;
        dialog.says("Name, User type and Tags, any of have changes that are not saved").await;
        dialog.choose("Keep editing").await;
        app.no_dialog().await;
        is_filled_in(app).await;

        // By going back, more than once.
        for _ in 0..2 {
            browser.back().await;
            app.dialog("Leave without saving?").await.choose("Keep editing").await;
            app.no_dialog().await;
            browser.is_at("/segments/new").await;
            is_filled_in(app).await;
        }

        // By closing the tab: the browser asks when the page prevents the event.
        assert!(browser.asks_before_closing().await);

        // Going on without the changes.
        browser.back().await;
        app.dialog("Leave without saving?").await.choose("Discard").await;
        app.list().is_shown().await;
        browser.is_at("/segments").await;
        assert!(!browser.asks_before_closing().await);
        browser.click(Role::Link, "New segment").await;
        app.form().name_is("").await;
        assert!(!browser.asks_before_closing().await);
    });
}

#[test]
fn a_session_that_ends_while_saving_is_renewed_and_saving_goes_on() {
    journey("session", async |app| {
        let browser = &app.browser;
        fill_in(app).await;
        browser.driver.delete_all_cookies().await.unwrap();
        app.form().create().await;
        let dialog = app.dialog("Sign in again to continue").await;
        dialog.says("What you typed stays here").await;
        dialog.choose("Sign in").await;
        app.no_dialog().await;
        is_filled_in(app).await;
        assert!(app.account.named(NAME).await.is_empty());
        app.form().create().await;
        app.list().is_shown().await;
        assert_eq!(app.account.named(NAME).await.len(), 1);
    });
}

#[test]
fn a_failed_save_keeps_the_form_and_can_be_repeated() {
    journey("failed-saves", async |app| {
        let (browser, form) = (&app.browser, app.form());
        let id = app.account.id_of("Tour crew").await;
        app.list().open().await;
        app.list().open_row("Tour crew").await;
        form.type_tags(Picker::AnyTags, &["tour_2027"]).await;
        form.name("Tour crew and drivers").await;

        let proxy = "<html>Sign in to the proxy</html>";
        for (action, words) in [
            (json!({ "status": 500, "body": {} }), "Zendesk had a failure"),
            (json!({ "drop": true }), "The account cannot be reached"),
            (
                json!({ "status": 200, "body": proxy, "content_type": "text/html" }),
                "The answer is not what Zendesk sends",
            ),
            (
                json!({ "status": 400, "body": { "errors": { "name": ["is taken"] } } }),
                "Zendesk did not accept this: “is taken”",
            ),
        ] {
            app.account.segments_fault("PUT", ALWAYS, action).await;
            form.save().await;
            browser.see(words).await;
            app.no_dialog().await;
            form.name_is("Tour crew and drivers").await;
            form.has("tour_2027").await;
            browser.see("2 unsaved changes").await;
            app.account.clear_faults().await;
        }
        form.save().await;
        app.list().is_shown().await;
        let stored = app.account.segment(id).await;
        assert_eq!(stored["name"], "Tour crew and drivers");
        assert_eq!(stored["or_tags"], json!(["tour_2025", "tour_2026", "tour_2027"]));
    });
}

#[test]
fn a_request_limit_is_waited_for_and_saving_goes_on_by_itself() {
    journey("request-limit", async |app| {
        let browser = &app.browser;
        fill_in(app).await;
        let limit = json!({ "status": 429, "retry_after": 3, "body": "Too many requests" });
        app.account.segments_fault("POST", 1, limit).await;
        app.form().create().await;
        browser.find_in_page("Zendesk asked for a pause").await;
        browser.find_in_page("1 request is waiting").await;
        assert!(app.account.named(NAME).await.is_empty());
        app.list().is_shown().await;
        browser.see(&format!("Created “{NAME}”")).await;
        assert_eq!(app.account.named(NAME).await.len(), 1);
        browser.see_no("Zendesk asked for a pause").await;
    });
}

#[test]
fn a_creation_whose_answer_is_lost_is_looked_up_and_never_sent_twice() {
    journey("lost-answer", async |app| {
        let (browser, form) = (&app.browser, app.form());

        // It took place: it ends as created.
        fill_in(app).await;
        let gateway = json!({ "status": 504, "body": "Gateway time-out", "when": "after" });
        app.account.segments_fault("POST", 1, gateway.clone()).await;
        form.create().await;
        app.list().is_shown().await;
        browser.see(&format!("Created “{NAME}”")).await;
        app.list().row_is_in_view(NAME).await;
        assert_eq!(app.account.named(NAME).await.len(), 1);

        // The connection broke off while the answer arrived.
        browser.click(Role::Link, "New segment").await;
        form.name("Clavichord circle").await;
        form.user_type("Staff").await;
        app.account.segments_fault("POST", 1, json!({ "truncate": true })).await;
        form.create().await;
        app.list().is_shown().await;
        assert_eq!(app.account.named("Clavichord circle").await.len(), 1);

        // It did not take place: that is said, and the form is as it was.
        browser.click(Role::Link, "New segment").await;
        form.name("Harmonium circle").await;
        form.user_type("Staff").await;
        app.account.segments_fault("POST", ALWAYS, json!({ "drop": true })).await;
        form.create().await;
        browser.see("The account cannot be reached").await;
        app.no_dialog().await;
        form.name_is("Harmonium circle").await;
        app.account.clear_faults().await;
        assert!(app.account.named("Harmonium circle").await.is_empty());

        // It is not known: nothing is sent again before it is.
        browser.press_with(Key::Control, 's').await;
        let dialog = app.dialog("Create “Harmonium circle”?").await;
        app.account.segments_fault("POST", 1, gateway).await;
        // The list is read before the creation, and asked again after it.
        let list = "/api/v2/help_center/user_segments";
        app.account.fault_after(1, "GET", list, ALWAYS, json!({ "drop": true })).await;
        dialog.choose("Create segment").await;
        let dialog = app.dialog("It is not known whether the segment was created").await;
        app.account.clear_faults().await;
        dialog.choose("Check again").await;
        app.list().is_shown().await;
        assert_eq!(app.account.named("Harmonium circle").await.len(), 1);
    });
}
