//! Saving that does not go smoothly: what was typed stays, and nothing is guessed about what the account did.

use guidepost_e2e::{Picker, SEGMENTS, journey};
use serde_json::json;
use thirtyfour::Key;

const NAME: &str = "Reed organ circle";

/// Until the failure is cleared. A browser sends a request again by itself when an old connection turns out to be
/// closed, so failing once would not show.
const ALWAYS: u32 = 100;

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
            (json!({ "status": 500, "body": {} }), "Zendesk returned an error (500)"),
            (json!({ "drop": true }), "Can’t reach Zendesk"),
            (
                json!({ "status": 200, "body": proxy, "content_type": "text/html" }),
                "This isn’t an answer from Zendesk",
            ),
            (
                json!({ "status": 400, "body": { "errors": { "name": ["is taken"] } } }),
                "Zendesk didn’t accept this: “is taken”",
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
        browser.see("Saved “Tour crew and drivers”").await;
        let stored = app.account.segment(id).await;
        assert_eq!(stored["name"], "Tour crew and drivers");
        assert_eq!(stored["or_tags"], json!(["tour_2025", "tour_2026", "tour_2027"]));
    });
}

#[test]
fn a_change_whose_answer_is_lost_is_looked_up_and_not_taken_for_somebody_elses() {
    journey("lost-change", async |app| {
        let (browser, form) = (&app.browser, app.form());
        let id = app.account.id_of("Tour crew").await;
        app.list().open().await;

        app.list().open_row("Tour crew").await;
        form.name("Crew on tour").await;
        app.account.segments_fault("PUT", 1, json!({ "truncate": true })).await;
        form.save().await;
        browser.see("Saved “Crew on tour”").await;

        // Where even looking it up fails, nothing is said to be unsaved.
        form.name("Touring crew").await;
        let gateway = json!({ "status": 504, "body": "Gateway time-out", "when": "after" });
        app.account.segments_fault("PUT", 1, gateway).await;
        app.account.fault_after(1, "GET", SEGMENTS, ALWAYS, json!({ "drop": true })).await;
        form.save().await;
        browser.see("It may have been saved anyway").await;
        app.account.clear_faults().await;
        form.save().await;
        browser.see("Saved “Touring crew”").await;
        assert_eq!(app.account.segment(id).await["name"], "Touring crew");
    });
}

#[test]
fn a_request_limit_is_waited_for_and_saving_goes_on_by_itself() {
    journey("request-limit", async |app| {
        let browser = &app.browser;
        app.form().begin(NAME, "Staff").await;
        let limit = json!({ "status": 429, "retry_after": 3, "body": "Too many requests" });
        app.account.segments_fault("POST", 1, limit).await;
        app.form().create().await;
        browser.find_in_page("Zendesk asked for a pause").await;
        browser.find_in_page("1 request waiting").await;
        assert!(app.account.named(NAME).await.is_empty());
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
        app.form().begin(NAME, "Staff").await;
        let gateway = json!({ "status": 504, "body": "Gateway time-out", "when": "after" });
        app.account.segments_fault("POST", 1, gateway.clone()).await;
        form.create().await;
        browser.see(&format!("Created “{NAME}”")).await;
        assert_eq!(app.account.named(NAME).await.len(), 1);

        // The connection broke off while the answer arrived.
        form.begin("Clavichord circle", "Staff").await;
        app.account.segments_fault("POST", 1, json!({ "truncate": true })).await;
        form.create().await;
        browser.see("Created “Clavichord circle”").await;
        assert_eq!(app.account.named("Clavichord circle").await.len(), 1);

        // It did not take place: that is said, and the form is as it was.
        form.begin("Harmonium circle", "Staff").await;
        app.account.segments_fault("POST", ALWAYS, json!({ "drop": true })).await;
        form.create().await;
        browser.see("Can’t reach Zendesk").await;
        app.no_dialog().await;
        form.name_is("Harmonium circle").await;
        app.account.clear_faults().await;
        assert!(app.account.named("Harmonium circle").await.is_empty());

        // It is not known: nothing is sent again before it is.
        browser.press_with(Key::Control, 's').await;
        let dialog = app.dialog("Create “Harmonium circle”?").await;
        app.account.segments_fault("POST", 1, gateway).await;
        // The list is read before the creation, and asked again after it.
        app.account.fault_after(1, "GET", SEGMENTS, ALWAYS, json!({ "drop": true })).await;
        dialog.choose("Create segment").await;
        let dialog = app.dialog("It isn’t known whether the segment was created").await;
        app.account.clear_faults().await;
        dialog.choose("Check again").await;
        browser.see("Created “Harmonium circle”").await;
        assert_eq!(app.account.named("Harmonium circle").await.len(), 1);
    });
}
