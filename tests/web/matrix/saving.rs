//! One review of all changes, then saved group by group.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::open;
use crate::support::{GROUPS, Page, on};

/// Changes in all three groups.
async fn change_three(page: &Page) {
    page.switch("Ab movers, A guides: Edit").await;
    page.switch("Ab movers, B notes: Publish").await;
    page.switch("Aa tuners, C wiki: Publish").await;
    page.click_button("Review & save 3 groups").await;
    page.is_asked("Save 3 changes to 3 permission groups?").await;
}

#[wasm_bindgen_test]
async fn all_changes_are_reviewed_and_saved_each_after_a_look_at_what_is_there() {
    let page = open().await;
    change_three(&page).await;
    page.sees("A guides Edit Ab movers").await;
    page.sees("B notes Publish Ab movers").await;
    page.sees("C wiki Publish Aa tuners").await;
    assert!(page.asked("PUT", GROUPS).is_empty());
    page.click_button("Save 3 permission groups").await;
    page.sees("Saved 3 permission groups").await;
    page.is_asked_nothing().await;
    assert!(!page.shows("unsaved"));
    let movers = page.account.the("Ab movers").await.id;
    assert_eq!(page.stored("A guides").await.edit, [movers]);
    assert_eq!(page.stored("B notes").await.publish, [movers]);
    assert!(page.stored("C wiki").await.publish.is_empty());
    for name in ["A guides", "B notes", "C wiki"] {
        let path = format!("{GROUPS}/{}", page.stored(name).await.id);
        assert_eq!(page.asked("GET", &path).len(), 1, "{name} is compared before it is written");
        assert_eq!(page.asked("PUT", &path).len(), 1, "{name} is written once");
    }
    page.is_switched("Ab movers, A guides: Edit", true).await;
    assert!(!page.is_marked("Ab movers, A guides: Edit"));
}

#[wasm_bindgen_test]
async fn one_failure_does_not_stop_the_rest_and_can_be_retried() {
    let page = open().await;
    change_three(&page).await;
    let broken = page.stored("B notes").await.id;
    let refusal = json!({ "errors": { "publish": ["is not possible today"] } });
    page.meets(on("PUT", &format!("{GROUPS}/{broken}")).answers(400, refusal)).await;
    page.click_button("Save 3 permission groups").await;
    page.is_asked("Saved 2 of 3 permission groups").await;
    page.sees("2 of 3, 1 not saved").await;
    page.sees("is not possible today").await;
    assert!(page.stored("B notes").await.publish.is_empty(), "not saved, and not said to be");
    assert_eq!(page.stored("A guides").await.edit.len(), 1);
    page.click_button("Retry failed").await;
    page.is_asked_nothing().await;
    page.sees("Saved 3 permission groups").await;
    assert_eq!(page.stored("B notes").await.publish.len(), 1);
    assert_eq!(page.asked("PUT", GROUPS).len(), 4, "what was saved is not sent again");
}

#[wasm_bindgen_test]
async fn what_failed_stays_in_the_matrix_as_a_change() {
    let page = open().await;
    change_three(&page).await;
    let broken = page.stored("B notes").await.id;
    page.meets(on("PUT", &format!("{GROUPS}/{broken}")).answers(403, "")).await;
    page.click_button("Save 3 permission groups").await;
    page.is_asked("Saved 2 of 3 permission groups").await;
    page.click_button("Close").await;
    page.is_asked_nothing().await;
    page.sees("1 unsaved change").await;
    assert!(page.is_marked("Ab movers, B notes: Publish"));
    page.reload();
    page.is_switched("Ab movers, B notes: Publish", true).await;
    page.sees("1 unsaved change").await;
}

#[wasm_bindgen_test]
async fn changes_that_do_not_collide_are_saved_together() {
    let page = open().await;
    change_three(&page).await;
    let (group, movers) = (page.stored("A guides").await, page.account.the("Ab movers").await.id);
    let tuners = page.account.the("Aa tuners").await.id;
    // Another privilege of the same segment, one of another segment, and the name.
    let theirs = json!({ "name": "A handbooks", "publish": [tuners, movers] });
    page.account.change_group(group.id, theirs).await;
    page.click_button("Save 3 permission groups").await;
    page.is_asked_nothing().await;
    page.sees("Saved 3 permission groups, 1 together with someone else’s changes").await;
    let stored = page.stored("A handbooks").await;
    assert_eq!(stored.edit, [movers], "mine");
    assert_eq!(stored.publish, [tuners, movers], "theirs");
    page.is_switched("Aa tuners, A handbooks: Publish", true).await;
    assert!(!page.is_marked("Ab movers, A handbooks: Edit, included in Publish"));
    assert!(!page.shows("unsaved change"));
}

#[wasm_bindgen_test]
async fn what_was_saved_together_is_named_where_the_dialog_stays() {
    let page = open().await;
    change_three(&page).await;
    let (group, tuners) = (page.stored("A guides").await, page.account.the("Aa tuners").await.id);
    page.account.change_group(group.id, json!({ "publish": [tuners] })).await;
    let broken = page.stored("B notes").await.id;
    page.meets(on("PUT", &format!("{GROUPS}/{broken}")).answers(403, "")).await;
    page.click_button("Save 3 permission groups").await;
    page.is_asked("Saved 2 of 3 permission groups").await;
    page.sees("Saved together with someone else’s changes: Publish Aa tuners").await;
}

/// I take Edit from the only segment that has it, and somebody gives it Publish.
async fn collision() -> Page {
    let page = open().await;
    page.switch("Aa tuners, B notes: Edit").await;
    let (group, tuners) = (page.stored("B notes").await, page.account.the("Aa tuners").await.id);
    page.account.change_group(group.id, json!({ "publish": [tuners] })).await;
    page.click_button("Review & save 1 group").await;
    page.click_button("Save 1 permission group").await;
    page.sees("Changed by someone else since you opened it:").await;
    assert!(page.asked("PUT", GROUPS).is_empty(), "nothing is written over unasked");
    page
}

#[wasm_bindgen_test]
async fn changes_that_collide_are_saved_when_asked_for() {
    let page = collision().await;
    page.click_button("Apply my changes too").await;
    page.is_asked_nothing().await;
    let stored = page.stored("B notes").await;
    assert!(stored.edit.is_empty(), "mine");
    assert_eq!(stored.publish.len(), 1, "theirs");
}

#[wasm_bindgen_test]
async fn mine_can_be_given_up_for_theirs() {
    let page = collision().await;
    page.click_button("Drop my changes").await;
    page.sees("Your changes to it were dropped.").await;
    page.click_button("Close").await;
    page.is_switched("Aa tuners, B notes: Publish", true).await;
    assert!(!page.shows("unsaved change"));
    assert_eq!(page.stored("B notes").await.edit.len(), 1);
}

#[wasm_bindgen_test]
async fn a_deleted_group_is_said_to_be_and_leaves_the_matrix() {
    let page = open().await;
    page.switch("Ab movers, A guides: Edit").await;
    let group = page.stored("A guides").await;
    page.account.delete_group(group.id).await;
    page.click_button("Review & save 1 group").await;
    page.click_button("Save 1 permission group").await;
    page.sees("Someone else deleted this permission group.").await;
    page.click_button("Drop my changes").await;
    page.click_button("Close").await;
    page.sees_no_more("A guides").await;
}

#[wasm_bindgen_test]
async fn a_lost_answer_is_looked_up_before_anything_is_said() {
    let page = open().await;
    page.switch("Ab movers, A guides: Edit").await;
    let group = page.stored("A guides").await;
    page.meets(on("PUT", &format!("{GROUPS}/{}", group.id)).loses_the_answer()).await;
    page.click_button("Review & save 1 group").await;
    page.click_button("Save 1 permission group").await;
    page.is_asked_nothing().await;
    page.sees("Saved 1 permission group").await;
    assert_eq!(page.asked("PUT", GROUPS).len(), 1);
    assert_eq!(page.stored("A guides").await.edit.len(), 1);
}

#[wasm_bindgen_test]
async fn saving_can_be_stopped_and_resumed() {
    let page = open().await;
    change_three(&page).await;
    page.meets(on("PUT", GROUPS).delayed(400)).await;
    page.click_button("Save 3 permission groups").await;
    page.click_button("Stop").await;
    page.is_asked("Saved 1 of 3 permission groups").await;
    assert_eq!(page.asked("PUT", GROUPS).len(), 1, "nothing further is begun");
    page.click_button("Resume").await;
    page.is_asked_nothing().await;
    assert_eq!(page.asked("PUT", GROUPS).len(), 3);
}

#[wasm_bindgen_test]
async fn control_s_opens_the_review() {
    let page = open().await;
    page.press("Control+s").await;
    page.settles().await;
    page.is_asked_nothing().await;
    page.switch("Ab movers, A guides: Edit").await;
    page.press("Control+s").await;
    page.is_asked("Save 1 change to 1 permission group?").await;
}

#[wasm_bindgen_test]
async fn what_is_switched_while_its_group_is_being_saved_stays_unsaved() {
    let page = open().await;
    page.switch("Ab movers, A guides: Publish").await;
    page.meets(on("PUT", GROUPS).delayed(900)).await;
    page.click_button("Review & save 1 group").await;
    page.click_button("Save 1 permission group").await;
    page.is_asked("Saving 1 permission group").await;
    page.click_button("Close").await;
    page.is_asked_nothing().await;
    page.switch("Aa tuners, A guides: Publish").await;
    page.sees("Saved 1 permission group").await;
    page.sees("1 unsaved change").await;
    page.is_switched("Aa tuners, A guides: Publish", true).await;
    assert!(page.is_marked("Aa tuners, A guides: Publish"));
    assert!(!page.is_marked("Ab movers, A guides: Publish"));
    assert_eq!(page.stored("A guides").await.publish.len(), 1);
    page.reload();
    page.is_switched("Aa tuners, A guides: Publish", true).await;
    page.sees("1 unsaved change").await;
}

#[wasm_bindgen_test]
async fn how_saving_ended_is_said_when_its_dialog_is_closed() {
    let page = open().await;
    change_three(&page).await;
    page.meets(on("PUT", GROUPS).answers(403, "").delayed(600)).await;
    page.click_button("Save 3 permission groups").await;
    page.is_asked("Saving 3 permission groups").await;
    page.click_button("Close").await;
    page.is_asked_nothing().await;
    page.sees("Saved 0 of 3 permission groups. Couldn’t save “A guides”.").await;
    page.sees("3 unsaved changes").await;
}

#[wasm_bindgen_test]
async fn going_back_while_it_is_being_saved_shows_how_far_it_is() {
    let page = open().await;
    page.switch("Ab movers, A guides: Publish").await;
    page.meets(on("PUT", GROUPS).delayed(900)).await;
    page.click_button("Review & save 1 group").await;
    page.click_button("Save 1 permission group").await;
    page.is_asked("Saving 1 permission group").await;
    page.click_button("Close").await;
    page.is_asked_nothing().await;
    page.click_link("Groups").await;
    page.is_asked("Saving 1 permission group").await;
    page.is_asked_nothing().await;
    page.sees("Saved 1 permission group").await;
}

#[wasm_bindgen_test]
async fn discarded_changes_can_be_brought_back() {
    let page = open().await;
    page.switch("Ab movers, A guides: Publish").await;
    page.switch("Aa tuners, B notes: Publish").await;
    page.click_button("Discard").await;
    page.sees("Discarded 2 changes").await;
    page.is_switched("Ab movers, A guides: Publish", false).await;
    page.click_button("Undo").await;
    page.is_switched("Ab movers, A guides: Publish", true).await;
    page.sees("2 unsaved changes").await;
}

#[wasm_bindgen_test]
async fn another_tabs_changes_are_neither_overwritten_nor_removed() {
    let page = open().await;
    page.switch("Ab movers, A guides: Publish").await;
    let other = page.kept_drafts().remove(0).of_another_tab();
    page.another_tab_keeps(&other);
    page.switch("Ab movers, A guides: Publish").await;
    page.sees_no_more("unsaved change").await;
    page.settles().await;
    assert_eq!(page.kept_drafts(), [other]);
}
