//! The form: what it asks, when it says that something is wrong, and what can't be changed any more.

use leptos::prelude::window;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Account, Page, until};

const ALL_OF: &str = "Required tags";
const ANY_OF: &str = "Alternative tags";

async fn new_form() -> Page {
    let page = Page::open("/segments/new").await;
    page.is_at("New segment").await;
    page
}

#[wasm_bindgen_test]
async fn nothing_is_wrong_with_a_form_that_nobody_touched() {
    let page = new_form().await;
    page.sees_in("Unsaved changes", "New segment").await;
    assert!(!page.shows("not saved") && page.element(".save-bar .dot").is_none());
    page.sees("Choose a user type to see who’s included.").await;
    assert_eq!(page.field("Name").get_attribute("aria-invalid"), None);
    assert!(!page.shows("Enter a name."));
}

#[wasm_bindgen_test]
async fn a_field_is_checked_when_it_is_left_and_not_before() {
    let page = new_form().await;
    page.type_into("Name", "   ").await;
    page.settles().await;
    page.has_error("Name", "").await;
    page.leave_the_field().await;
    page.has_error("Name", "Enter a name.").await;
    let name = page.field("Name");
    assert_eq!(name.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(page.description_of("Name").contains("Enter a name."));
    assert!(!page.shows("Choose a user type."), "other fields were not left yet");

    page.type_into("Name", "Piano tuners").await;
    page.has_error("Name", "").await;
    assert_eq!(page.field("Name").get_attribute("aria-invalid"), None);
}

#[wasm_bindgen_test]
async fn a_refused_save_lists_what_is_wrong_and_takes_one_there() {
    let page = new_form().await;
    page.click_button("Review & create").await;
    page.sees("Fix 2 problems to").await;
    page.has_error("Name", "Enter a name.").await;
    let summary = until("the summary to take focus", || page.element("#errors:focus")).await;
    assert_eq!(summary.get_attribute("role").as_deref(), Some("group"), "read once: by its focus");

    let before = page.address();
    page.click_link("User type: Choose a user type.").await;
    assert!(page.focused().starts_with("Signed-in users"), "{}", page.focused());
    page.click_link("Name: Enter a name.").await;
    page.has_focus_on("Name").await;
    assert_eq!(page.address(), before);

    page.type_into("Name", "Piano tuners").await;
    page.sees("Fix 1 problem to").await;
    page.choose("Staff").await;
    page.sees_no_more("Fix 1 problem").await;
}

#[wasm_bindgen_test]
async fn a_new_form_can_be_left_until_something_is_typed_and_discarded_then() {
    let page = new_form().await;
    assert!(!page.offers("Discard"));
    page.type_into("Name", "Piano tuners").await;
    page.sees("New segment · not saved").await;
    assert!(page.element(".save-bar .dot").is_some() && !page.shows("Cancel"));
    page.click_button("Discard").await;
    page.click_link("Cancel").await;
    page.is_at("User segments").await;
}

#[wasm_bindgen_test]
async fn control_s_opens_the_review() {
    let page = new_form().await;
    page.type_into("Name", "Piano tuners").await;
    page.choose("Staff").await;
    page.press("Control+s").await;
    page.is_asked("Create “Piano tuners”?").await;
}

#[wasm_bindgen_test]
async fn the_user_type_decides_between_groups_and_organizations() {
    let page = new_form().await;
    assert!(!page.offers("Groups") && !page.offers("Organizations"));
    page.choose("Staff").await;
    page.focus("Groups").await;
    assert!(!page.offers("Organizations"));
    page.choose("Signed-in users").await;
    page.focus("Organizations").await;
    assert!(!page.offers("Groups"));
}

#[wasm_bindgen_test]
async fn switching_the_user_type_to_and_fro_keeps_what_was_picked() {
    let page = new_form().await;
    page.choose("Staff").await;
    page.type_into("Groups", "Bil").await;
    page.sees_in("groups", "Billing").await;
    page.press("Enter").await;
    page.sees_in("Chosen groups", "Billing").await;
    page.choose("Signed-in users").await;
    page.sees_in("What this segment means", "Everyone who is signed in.").await;
    page.choose("Staff").await;
    page.sees_in("Chosen groups", "Billing").await;
    page.sees_in("What this segment means", "Staff in Billing.").await;
}

#[wasm_bindgen_test]
async fn the_user_type_is_locked_once_the_segment_exists() {
    let account = Account::fresh().await;
    let segment = account.the("VIP care team").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("VIP care team").await;
    page.sees("The user type can’t be changed later.").await;
    for radio in page.elements("input[name=user-type]") {
        assert!(radio.has_attribute("disabled"));
    }
    assert!(page.element("#type-staff:checked").is_some());
}

#[wasm_bindgen_test]
async fn a_form_shows_what_the_segment_holds() {
    let account = Account::fresh().await;
    let segment = account.the("VIP care team").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("VIP care team").await;
    page.holds("Name", "VIP care team").await;
    page.sees_in("Chosen groups", "Support Tier 2 Billing").await;
    page.sees_in("Chosen tags", "vip_care").await;
    page.sees_in("People added individually", "Noor Haddad").await;
    assert!(!page.shows("Review & save"), "there is nothing to save yet");
}

#[wasm_bindgen_test]
async fn a_changed_field_says_so_until_it_is_what_it_was() {
    let account = Account::fresh().await;
    let segment = account.the("VIP care team").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("VIP care team").await;
    page.type_into("Name", "VIP care").await;
    page.sees("1 unsaved change").await;
    page.sees("Changed").await;
    page.sees_in("Your changes", "VIP care team VIP care").await;
    page.type_into("Name", "VIP care team").await;
    page.sees_no_more("unsaved change").await;
    assert!(!page.shows("Changed"));
}

#[wasm_bindgen_test]
async fn discard_puts_everything_back() {
    let account = Account::fresh().await;
    let segment = account.the("VIP care team").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("VIP care team").await;
    page.type_into("Name", "").await;
    page.leave_the_field().await;
    page.has_error("Name", "Enter a name.").await;
    page.click_button("Discard").await;
    page.sees_no_more("unsaved change").await;
    page.holds("Name", "VIP care team").await;
    page.has_error("Name", "").await;
}

#[wasm_bindgen_test]
async fn one_tag_too_many_is_red_at_once_and_keeps_the_segment_from_being_saved() {
    let page = new_form().await;
    page.type_into("Name", "Crowded").await;
    page.choose("Signed-in users").await;
    let tags: Vec<String> = (0..51).map(|at| format!("tag_{at:02}")).collect();
    page.focus(ALL_OF).await;
    page.paste(&tags.join(", ")).await;
    page.sees("51 of 50").await;
    let too_many = "Zendesk allows 50 tags here. Remove 1.";
    page.has_error(ALL_OF, too_many).await;
    let field = page.field(ALL_OF).closest(".field").unwrap().unwrap();
    assert!(field.class_list().contains("field--error"));
    let counter = field.query_selector(".field__counter").unwrap().unwrap();
    let plain = page.element("label[for=or-tags] ~ .field__counter").unwrap();
    let color = |element| {
        let style = window().get_computed_style(element).unwrap().unwrap();
        style.get_property_value("color").unwrap()
    };
    assert_ne!(color(&counter), color(&plain));

    page.click_button("Review & create").await;
    page.sees(&format!("Required tags: {too_many}")).await;
    assert!(page.asked("POST", "user_segments").is_empty());

    page.click_button("Remove tag_00").await;
    page.sees("50 of 50").await;
    page.has_error(ALL_OF, "").await;
}

#[wasm_bindgen_test]
async fn a_tag_that_is_none_is_named() {
    let page = new_form().await;
    page.focus(ANY_OF).await;
    page.type_text("say\"hi\"").await;
    page.press("Enter").await;
    page.leave_the_field().await;
    let error =
        "“say\"hi\"” isn’t a valid tag. Tags can’t contain spaces, commas, semicolons or quotes.";
    page.has_error(ANY_OF, error).await;
}

#[wasm_bindgen_test]
async fn at_the_limit_of_the_account_a_new_segment_is_refused_before_it_is_sent() {
    let account = Account::fresh().await;
    account.create_many(162).await;
    let page = Page::open_on(account, "/segments").await;
    page.sees("200 of 200").await;
    page.go_to("/segments/new");
    page.is_at("New segment").await;
    page.type_into("Name", "One more").await;
    page.choose("Staff").await;
    page.sees("200").await;
    page.click_button("Review & create").await;
    page.sees("Limit reached (200 of 200). Delete a segment to add one.").await;
    assert!(page.asked("POST", "user_segments").is_empty());
}

#[wasm_bindgen_test]
async fn a_built_in_segment_is_shown_and_not_edited() {
    let account = Account::fresh().await;
    let segment = account.the("Agents and admins").await;
    let page = Page::open_on(account, &format!("/segments/{}", segment.id)).await;
    page.is_at("Agents and admins").await;
    page.sees(
        "Built into Zendesk. You can use this segment anywhere, but you can’t edit or delete it.",
    )
    .await;
    page.sees_in("Summary", "All agents and admins.").await;
    page.sees_in("Used by", "Claims handbook").await;
    assert!(page.element("form").is_none());
    assert!(!page.offers("Delete…"));
    assert!(page.offers("Duplicate"));
}

#[wasm_bindgen_test]
async fn a_duplicate_begins_with_everything_but_the_id() {
    let account = Account::fresh().await;
    let original = account.the("VIP care team").await;
    let page = Page::open_on(account, &format!("/segments/new?from={}", original.id)).await;
    page.is_at("Duplicate segment").await;
    page.holds("Name", "Copy of VIP care team").await;
    page.sees_in("Chosen groups", "Support Tier 2 Billing").await;
    page.click_button("Review & create").await;
    page.click_button("Create segment").await;
    page.is_at("Copy of VIP care team").await;
    let copy = page.account.the("Copy of VIP care team").await;
    assert_ne!(copy.id, original.id);
    assert_eq!(copy.group_ids, original.group_ids);
    assert_eq!(copy.added_user_ids, original.added_user_ids);
    assert_eq!(page.account.the("VIP care team").await, original);
}

#[wasm_bindgen_test]
async fn a_duplicate_can_take_the_other_user_type() {
    let account = Account::fresh().await;
    let segment = account.the("Signed-in users").await;
    let page = Page::open_on(account, &format!("/segments/new?from={}", segment.id)).await;
    page.is_at("Duplicate segment").await;
    page.choose("Staff").await;
    page.sees_in("What this segment means", "All agents and admins.").await;
}

#[wasm_bindgen_test]
async fn what_uses_a_segment_is_beside_its_form() {
    let account = Account::fresh().await;
    let used = account.the("Gold dealers").await;
    let unused = account.create(json!({ "name": "Nobody’s" })).await;
    let page = Page::open_on(account, &format!("/segments/{}", used.id)).await;
    page.sees_in("Used by", "2 sections").await;
    page.sees_in("Used by", "Dealer marketing kit").await;
    page.sees_in("Used by", "Terms and territories").await;
    let sign = page.element(".uses a > [role=img]").unwrap();
    assert_eq!(sign.get_attribute("aria-label").unwrap(), "(opens in a new tab)");
    page.go_to(&format!("/segments/{}", unused.id));
    page.sees_in("Used by", "Not used by any section or topic, or by any article of this brand.")
        .await;
    page.sees_in("Used by", "Articles of other brands weren’t checked").await;
}

#[wasm_bindgen_test]
async fn a_copy_is_said_to_get_none_of_the_original_s_access() {
    let account = Account::fresh().await;
    let original = account.the("Translators").await;
    let page = Page::open_on(account, &format!("/segments/new?from={}", original.id)).await;
    let section = "The original can edit and publish in";
    page.sees_in(section, "A copy gets none of this access.").await;
    page.sees_in(section, "Edit in Dealer portal").await;
}
