//! Answers that get lost: nothing is created twice, and a change that took place is found out.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{create, form_of, new_form, save};
use crate::support::{GROUPS, hurry, on};

#[wasm_bindgen_test]
async fn a_lost_answer_to_a_creation_is_found_out_and_ends_as_created_once() {
    let page = new_form().await;
    page.type_into("Name", "Press room").await;
    page.choose("Field service: edit").await;
    page.meets(on("POST", GROUPS).loses_the_answer()).await;
    create(&page).await;
    page.sees("Created “Press room”").await;
    page.account.group("Press room").await;
    assert_eq!(page.asked("POST", GROUPS).len(), 1);
}

#[wasm_bindgen_test]
async fn while_it_is_not_known_nothing_is_sent_again() {
    let page = new_form().await;
    page.type_into("Name", "Press room").await;
    hurry(10);
    page.meets(on("POST", GROUPS).loses_the_answer()).await;
    // The list is read before the creation, and asked for after it.
    page.meets(on("GET", GROUPS).skipping(1).loses_the_connection()).await;
    create(&page).await;
    page.is_asked("It isn’t known whether the permission group was created").await;
    page.is_well_again().await;
    page.click_button("Check again").await;
    page.sees("Created “Press room”").await;
    page.account.group("Press room").await;
    assert_eq!(page.asked("POST", GROUPS).len(), 1);
}

#[wasm_bindgen_test]
async fn a_lost_answer_to_a_change_that_took_place_is_found_out() {
    let (page, _) = form_of("Tour support").await;
    page.choose("Field service: edit").await;
    page.meets(on("PUT", GROUPS).loses_the_answer()).await;
    save(&page).await;
    page.sees("Saved “Tour support”").await;
    assert_eq!(page.asked("PUT", GROUPS).len(), 1);
    assert_eq!(page.account.group("Tour support").await.edit.len(), 3);
}

#[wasm_bindgen_test]
async fn a_creation_that_arrived_unseen_is_offered_before_it_is_sent_again() {
    let page = new_form().await;
    page.type_into("Name", "Press room").await;
    hurry(10);
    page.meets(on("POST", GROUPS).loses_the_answer()).await;
    page.meets(on("GET", GROUPS).skipping(1).loses_the_connection()).await;
    create(&page).await;
    page.is_asked("It isn’t known whether the permission group was created").await;
    page.click_button("Keep editing").await;
    page.is_well_again().await;
    create(&page).await;
    page.is_asked("“Press room” exists already").await;
    page.click_button("Open this permission group").await;
    page.is_at("Press room").await;
    page.account.group("Press room").await;
    assert_eq!(page.asked("POST", GROUPS).len(), 1);
}
