//! The life of a permission group: created, found in the list and in the matrix, edited, deleted.

use guidepost_e2e::{Role, journey};
use serde_json::json;

const NAME: &str = "Press room";
const RENAMED: &str = "Press and events";

#[test]
fn a_permission_group_is_created_found_in_list_and_matrix_edited_and_deleted() {
    journey("group-lifecycle", async |app| {
        let (browser, account) = (&app.browser, &app.account);
        let (list, form, matrix) = (app.groups(), app.form(), app.matrix());
        // Of an account with a single brand it can be known that no article uses a group.
        let brand = json!({ "brands": [{ "id": 1, "has_help_center": true }] });
        account.fault("GET", "/api/v2/brands", 1000, json!({ "status": 200, "body": brand })).await;
        let field_service = account.id_of("Field service").await;
        let content_team = account.id_of("Content team").await;
        let translators = account.id_of("Translators").await;

        // Create.
        list.open().await;
        browser.click(Role::Link, "New group").await;
        form.name(NAME).await;
        form.switch("Field service", "edit").await;
        form.switch("Content team", "publish").await;
        browser.click(Role::Button, "Review & create").await;
        let review = app.dialog(&format!("Create “{NAME}”?")).await;
        review.says("People in Content team can edit and publish").await;
        review.says("People in Field service can edit").await;
        review.choose("Create permission group").await;
        browser.see(&format!("Created “{NAME}”")).await;
        browser.click(Role::Button, "View in list").await;
        list.is_shown().await;
        list.row_is_in_view(NAME).await;

        let stored = account.group_named(NAME).await;
        let id = stored["id"].as_u64().unwrap();
        assert_eq!(stored["edit"], json!([field_service]));
        assert_eq!(stored["publish"], json!([content_team]));

        // Find it by its own name and by a segment's.
        for text in ["press", "field service"] {
            list.find(text, NAME).await;
            list.has_no("Repair manuals").await;
        }

        // In the matrix.
        browser.click(Role::Link, "Matrix").await;
        matrix.is_complete().await;
        matrix.is(&format!("Field service, {NAME}: Edit"), true).await;
        matrix.is(&format!("Field service, {NAME}: Publish"), false).await;
        matrix.is(&format!("Content team, {NAME}: Publish"), true).await;

        // From a segment.
        browser.open(&format!("/segments/{field_service}")).await;
        browser.click(Role::Link, NAME).await;

        // Edit.
        form.name_is(NAME).await;
        form.name(RENAMED).await;
        browser.click(Role::Textbox, "Search segments").await;
        browser.type_text("lang_fr").await;
        form.switch("Translators", "publish").await;
        browser.see("2 unsaved changes").await;
        form.save().await;
        browser.see(&format!("Saved “{RENAMED}”")).await;
        browser.click(Role::Button, "View in list").await;
        list.is_shown().await;
        list.row_is_in_view(RENAMED).await;
        let changed = account.group_named(RENAMED).await;
        assert_eq!(changed["id"], id);
        assert_eq!(changed["edit"], json!([field_service]));
        assert_eq!(changed["publish"], json!([content_team, translators]));

        // Delete it, think again, delete it for good.
        list.choose(RENAMED, "Delete…").await;
        browser.see(&format!("Deleted “{RENAMED}”")).await;
        list.has_no(RENAMED).await;
        browser.click(Role::Button, "Undo").await;
        list.row(RENAMED).await;
        assert_eq!(account.group_status_of(id).await, 200);
        list.choose(RENAMED, "Delete…").await;
        list.has_no(RENAMED).await;
        browser.click(Role::Button, "Dismiss").await;
        browser
            .until("the account no longer has it", async || {
                Ok((account.group_status_of(id).await == 404).then_some(()))
            })
            .await;
        list.has_no(RENAMED).await;
        browser.click(Role::Link, "Matrix").await;
        matrix.is_complete().await;
        browser.has_no(Role::Link, RENAMED).await;
    });
}
