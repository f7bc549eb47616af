//! Deleting what is in use, and several at once.

use guidepost_e2e::{Role, journey};
use serde_json::json;
use thirtyfour::Key;

#[test]
fn a_segment_in_use_is_deleted_only_when_its_name_is_typed_and_its_content_becomes_public() {
    journey("delete-used", async |app| {
        let (browser, list) = (&app.browser, app.list());
        let id = app.account.id_of("Gold dealers").await;
        let restricted = app.account.restricted_topics().await;
        for topic in ["Dealers talk shop", "Terms and territories"] {
            assert!(restricted.iter().any(|name| name == topic), "{restricted:?}");
        }

        list.open().await;
        list.choose("Gold dealers", "Delete…").await;
        let dialog = app.dialog("Delete “Gold dealers”?").await;
        dialog.says("10 articles will become visible to everyone").await;
        dialog.says("13 articles have other segments too").await;
        dialog.says("Articles of other brands weren’t checked").await;
        dialog.says("2 sections will become visible to everyone").await;
        dialog.says("Dealer marketing kit").await;
        dialog.says("2 topics will become visible to everyone").await;
        dialog.says("Dealers talk shop").await;

        // Not before its name is typed, and typed right.
        let delete = browser.find(Role::Button, "Delete segment").await;
        assert!(!delete.is_enabled().await.unwrap());
        browser.click(Role::Textbox, "Type Gold dealers to confirm").await;
        browser.type_text("Silver dealers").await;
        browser.press(Key::Enter).await;
        assert!(!delete.is_enabled().await.unwrap());
        assert_eq!(app.account.status_of(id).await, 200);

        browser.press_with(Key::Control, 'a').await;
        browser.type_text("Gold dealers").await;
        dialog.choose("Delete segment").await;
        app.no_dialog().await;
        browser.see("Deleted “Gold dealers”").await;
        list.has_no("Gold dealers").await;

        assert_eq!(app.account.status_of(id).await, 404);
        let restricted = app.account.restricted_topics().await;
        for topic in ["Dealers talk shop", "Terms and territories"] {
            assert!(!restricted.iter().any(|name| name == topic), "{restricted:?}");
        }
    });
}

#[test]
fn of_several_segments_one_that_fails_is_named_and_tried_again_while_the_rest_goes() {
    journey("delete-several", async |app| {
        let (browser, list) = (&app.browser, app.list());
        let names = ["Training crew", "Extended warranty", "Lapsed service plans", "Gold dealers"];
        let mut ids = Vec::new();
        for name in names {
            ids.push(app.account.id_of(name).await);
        }
        let stubborn = format!("/api/v2/help_center/user_segments/{}", ids[1]);
        let refusal = json!({ "status": 500, "body": { "error": "InternalError" } });
        app.account.fault("DELETE", &stubborn, 1, refusal).await;

        list.open().await;
        for name in names {
            list.find(name, name).await;
            list.select(name).await;
        }
        browser.see("4 selected, 3 hidden by filters").await;
        browser.click(Role::Button, "Clear all").await;
        browser.see("4 selected").await;
        browser.click(Role::Button, "Delete…").await;
        let dialog = app.dialog("Delete 4 segments?").await;
        dialog.says("articles will become visible to everyone").await;
        dialog.says("2 sections will become visible to everyone").await;
        dialog.says("Removed from 2 permission groups").await;
        dialog.says("2 segments aren’t used by any section, topic or permission group").await;
        browser.click(Role::Textbox, "Type delete 4 to confirm").await;
        browser.type_text("delete 4").await;
        dialog.choose("Delete 4 segments").await;

        let dialog = app.dialog("Deleted 3 of 4 segments").await;
        dialog.says("3 of 4, 1 failed").await;
        dialog.says("Extended warranty: Zendesk returned an error (500)").await;
        for (id, expected) in ids.iter().zip([404, 200, 404, 404]) {
            assert_eq!(app.account.status_of(*id).await, expected);
        }
        dialog.choose("Retry failed").await;
        app.no_dialog().await;
        browser.see("Deleted 4 segments").await;
        assert_eq!(app.account.status_of(ids[1]).await, 404);
        for name in names {
            list.has_no(name).await;
        }
        browser.see_no("selected").await;
    });
}
