//! The life of a segment: created, found, edited while somebody else edits it too, deleted.

use guidepost_e2e::{Picker, Role, journey};
use serde_json::json;

const NAME: &str = "Grand piano launch crew";
const RENAMED: &str = "Grand piano launch team";

#[test]
fn a_segment_is_created_found_edited_merged_and_deleted() {
    journey("lifecycle", async |app| {
        let (browser, list, form) = (&app.browser, app.list(), app.form());
        // Of an account with a single brand it can be known that no article uses a segment.
        let brand = json!({ "brands": [{ "id": 1, "has_help_center": true }] });
        let brand = json!({ "status": 200, "body": brand });
        app.account.fault("GET", "/api/v2/brands", 1000, brand).await;

        // Create.
        list.open().await;
        browser.click(Role::Link, "New segment").await;
        form.name(NAME).await;
        form.user_type("Staff").await;
        form.pick(Picker::Groups, "luth", "Luthier desk").await;
        form.type_tags(Picker::AllTags, &["launch_2027"]).await;
        form.paste(Picker::AnyTags, "grand, concert_grand;backstage").await;
        for tag in ["grand", "concert_grand", "backstage"] {
            form.has(tag).await;
        }
        form.pick(Picker::People, "robin", "Robin <b>Bold</b> Quayle").await;
        browser.click(Role::Button, "Review & create").await;
        let review = app.dialog(&format!("Create “{NAME}”?")).await;
        review.says("Luthier desk").await;
        review.says("launch_2027").await;
        review.says("Plus 1 person").await;
        review.choose("Create segment").await;
        browser.see(&format!("Created “{NAME}”")).await;
        browser.click(Role::Button, "View in list").await;
        list.is_shown().await;
        list.row_is_in_view(NAME).await;

        let stored = app.account.segment_named(NAME).await;
        let id = stored["id"].as_u64().unwrap();
        assert_eq!(stored["user_type"], "staff");
        assert_eq!(stored["group_ids"].as_array().unwrap().len(), 1);
        assert_eq!(stored["tags"], json!(["launch_2027"]));
        assert_eq!(stored["or_tags"], json!(["grand", "concert_grand", "backstage"]));
        assert_eq!(stored["added_user_ids"].as_array().unwrap().len(), 1);

        // Find it by name, tag and group.
        for (text, other) in [
            ("grand piano", "Gold dealers"),
            ("launch_2027", "Gold dealers"),
            ("concert_grand", "Luthier desk"),
            ("luthier", "Gold dealers"),
        ] {
            list.find(text, NAME).await;
            list.has_no(other).await;
        }
        browser.is_at("/segments?q=luthier").await;
        // By now the message has left by itself.
        browser.see_no(&format!("Created “{NAME}”")).await;

        // Edit it, while somebody else does.
        list.open_row(NAME).await;
        form.name(RENAMED).await;
        form.type_tags(Picker::AllTags, &["rehearsal"]).await;
        browser.see("2 unsaved changes").await;
        let theirs = json!({ "name": "Launch crew", "or_tags": ["grand", "backstage"] });
        app.account.change(id, theirs).await;
        form.save().await;
        let conflict = app.dialog("Someone else changed this segment").await;
        for text in [NAME, RENAMED, "Launch crew", "rehearsal", "concert_grand"] {
            conflict.says(text).await;
        }
        conflict.says("1 of 3 left").await;
        browser.click(Role::Radio, "Name: yours").await;
        conflict.says("Every field is decided").await;
        conflict.choose("Save merged version").await;
        browser.see(&format!("Saved “{RENAMED}”")).await;
        browser.click(Role::Button, "View in list").await;
        list.is_shown().await;
        // Back where they were: the search still holds.
        browser.is_at("/segments?q=luthier").await;
        list.row_is_in_view(RENAMED).await;

        let merged = app.account.segment(id).await;
        assert_eq!(merged["name"], RENAMED);
        assert_eq!(merged["tags"], json!(["launch_2027", "rehearsal"]));
        assert_eq!(merged["or_tags"], json!(["grand", "backstage"]));

        // Delete it, think again, delete it for good.
        list.choose(RENAMED, "Delete…").await;
        browser.see(&format!("Deleted “{RENAMED}”")).await;
        list.has_no(RENAMED).await;
        browser.click(Role::Button, "Undo").await;
        list.row(RENAMED).await;
        assert_eq!(app.account.status_of(id).await, 200);
        list.choose(RENAMED, "Delete…").await;
        list.has_no(RENAMED).await;
        browser.click(Role::Button, "Dismiss").await;
        browser
            .until("the account no longer has it", async || {
                Ok((app.account.status_of(id).await == 404).then_some(()))
            })
            .await;
        list.has_no(RENAMED).await;
        browser.reload().await;
        list.is_shown().await;
        list.has_no(RENAMED).await;
    });
}
