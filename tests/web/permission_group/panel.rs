//! "Effective access": who can do what with the boxes as they are.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{form_of, new_form};
use crate::support::until;

const ACCESS: &str = "Effective access";

#[wasm_bindgen_test]
async fn the_sentence_and_the_lists_follow_every_box() {
    let (page, _) = form_of("Tour support").await;
    let sentence = "People in Stage piano specialists and Tour crew can edit and save drafts. \
                    Only help center managers can publish.";
    page.sees_in(ACCESS, sentence).await;
    page.sees_in(ACCESS, "Can edit 2 segments").await;
    page.choose("Tour crew: publish").await;
    page.sees_in(ACCESS, "People in Tour crew can edit and publish.").await;
    page.sees_in(ACCESS, "Can publish 1 segment Tour crew Added").await;
    page.sees_in(ACCESS, "with your changes").await;
    page.choose("Field service: edit").await;
    page.sees_in(ACCESS, "Can edit 3 segments").await;
    page.sees_in(ACCESS, "Field service Added").await;
}

#[wasm_bindgen_test]
async fn nobody_with_publish_is_a_warning() {
    let (page, _) = form_of("Tour support").await;
    page.sees_in(ACCESS, "Only help center managers").await;
    let warning =
        "No segment can publish. Only help center managers can; everyone else saves drafts.";
    page.sees_in(ACCESS, warning).await;
    page.choose("Tour crew: publish").await;
    until("the warning to go", || (!page.shows("No segment can publish")).then_some(())).await;
}

#[wasm_bindgen_test]
async fn an_empty_group_is_said_to_leave_only_managers_before_it_is_created() {
    let page = new_form().await;
    let warning = "No segment can edit or publish. Only help center managers can.";
    page.sees_in(ACCESS, warning).await;
    page.type_into("Name", "Nobody").await;
    page.click_button("Review & create").await;
    page.is_asked("Create “Nobody”?").await;
    page.sees(warning).await;
    page.click_button("Create permission group").await;
    page.sees("Created “Nobody”").await;
}

#[wasm_bindgen_test]
async fn a_segment_opens_from_the_lists() {
    let (page, _) = form_of("Repair manuals").await;
    page.sees_in(ACCESS, "Luthier desk").await;
    page.click_on(".effective a[href^='/segments/']").await;
    until("the segment's page", || page.address().starts_with("/segments/").then_some(())).await;
}
