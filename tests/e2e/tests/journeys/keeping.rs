//! Nothing typed is lost: drafts survive, leaving asks, and an ended session is renewed in place.

use guidepost_e2e::{App, Picker, Role, journey};

const NAME: &str = "Reed organ circle";

async fn fill_in(app: &App) {
    app.form().begin(NAME, "Signed-in users").await;
    app.form().type_tags(Picker::AnyTags, &["reed_one", "reed_two"]).await;
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
        browser.see("Unsaved changes restored").await;
        is_filled_in(app).await;

        // And so does one of a segment that exists, which is not mixed up with it.
        app.list().open().await;
        app.list().open_row("Tour crew").await;
        form.type_tags(Picker::AnyTags, &["tour_2027"]).await;
        browser.reload().await;
        browser.see("Unsaved changes restored").await;
        browser.see("1 unsaved change").await;
        form.has("tour_2027").await;
        browser.click(Role::Button, "Discard changes").await;
        browser.has_no(Role::Button, "Remove tour_2027").await;
        browser.reload().await;
        browser.see("Used by").await;
        assert!(!form.holds("tour_2027").await);
        browser.open("/segments/new").await;
        is_filled_in(app).await;
        form.create().await;
        browser.see("Created “").await;

        // Once it is saved the draft is gone.
        browser.open("/segments/new").await;
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
        dialog.says("You have unsaved changes to name, user type and alternative tags").await;
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
        app.dialog("Leave without saving?").await.choose("Leave without saving").await;
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
        dialog.says("Your changes are still here").await;
        assert!(app.account.named(NAME).await.is_empty());
        // Saving goes on without being asked for again.
        dialog.choose("Sign in").await;
        browser.see(&format!("Created “{NAME}”")).await;
        assert_eq!(app.account.named(NAME).await.len(), 1);
    });
}
