//! Privileges for the whole account at once.

use guidepost_e2e::{GROUPS, Role, journey};
use serde_json::json;
use thirtyfour::Key;

#[test]
fn five_groups_are_changed_at_once_and_the_one_that_was_refused_is_saved_in_the_end() {
    journey("matrix", async |app| {
        let (browser, matrix, account) = (&app.browser, app.matrix(), &app.account);
        let field_service = account.id_of("Field service").await;
        let reviewers = account.id_of("Safety reviewers").await;
        let wiki = account.group_id_of("Internal wiki").await;
        let wiki_before = account.group_named("Internal wiki").await;

        matrix.open().await;
        // By mouse: one privilege more, and one less.
        matrix.switch("Field service, Dealer portal: Publish").await;
        matrix.is("Field service, Dealer portal: Edit, included in Publish", true).await;
        matrix.switch("Safety reviewers, Firmware notes: Edit").await;
        // By keyboard: on along the row, with both keys that switch, and at its end.
        browser.press(Key::Right).await;
        browser.press(Key::Right).await;
        matrix.focus_is_on("Safety reviewers, Internal wiki: Edit").await;
        browser.type_text(" ").await;
        for _ in 0..3 {
            browser.press(Key::Right).await;
        }
        matrix.focus_is_on("Safety reviewers, Public guides: Publish").await;
        browser.press(Key::Enter).await;
        browser.press(Key::End).await;
        matrix.focus_is_on("Safety reviewers, 日本語ガイド: Publish").await;
        browser.press(Key::Left).await;
        matrix.focus_is_on("Safety reviewers, 日本語ガイド: Edit").await;
        browser.type_text(" ").await;
        browser.see("5 unsaved changes").await;

        browser.press_with(Key::Control, 's').await;
        let review = app.dialog("Save 5 changes to 5 permission groups?").await;
        for name in
            ["Dealer portal", "Firmware notes", "Internal wiki", "Public guides", "日本語ガイド"]
        {
            review.says(name).await;
        }
        let refusal = json!({ "errors": { "edit": ["is not possible today"] } });
        let refused = json!({ "status": 400, "body": refusal });
        account.fault("PUT", &format!("{GROUPS}/{wiki}"), 1, refused).await;
        review.choose("Save 5 permission groups").await;
        let result = app.dialog("Saved 4 of 5 permission groups").await;
        result.says("4 of 5, 1 not saved").await;
        result.says("is not possible today").await;

        // What is said to be saved is, and what is not said to be is not.
        let holds = async |group: &str, privilege: &str, segment: u64| {
            let group = account.group_named(group).await;
            group[privilege].as_array().unwrap().contains(&json!(segment))
        };
        assert!(holds("Dealer portal", "publish", field_service).await);
        assert!(!holds("Firmware notes", "edit", reviewers).await);
        assert!(holds("Public guides", "publish", reviewers).await);
        assert!(holds("日本語ガイド", "edit", reviewers).await);
        assert_eq!(account.group_named("Internal wiki").await, wiki_before);

        result.choose("Retry failed").await;
        app.no_dialog().await;
        browser.see("Saved 5 permission groups").await;
        browser.see_no("unsaved change").await;
        assert!(holds("Internal wiki", "edit", reviewers).await);
        browser.reload().await;
        matrix.is_complete().await;
        matrix.is("Safety reviewers, Internal wiki: Edit", true).await;
        matrix.is("Safety reviewers, Firmware notes: Edit", false).await;
        browser.has_no(Role::Button, "Discard").await;
    });
}
