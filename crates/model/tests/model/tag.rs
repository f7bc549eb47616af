//! Tags as they are typed, pasted and looked up.

use guidepost_model::tag;
use proptest::prelude::*;

#[test]
fn a_tag_is_stored_in_lower_case_without_spaces_around_it() {
    assert_eq!(tag::normalize("  VIP_Größe\t"), "vip_größe");
}

#[test]
fn pasting_nothing_gives_nothing() {
    for text in ["", "  ", ",;\n,"] {
        assert!(tag::split(text).is_empty(), "{text:?}");
    }
}

#[test]
fn a_pasted_tag_stands_once_whatever_its_case() {
    assert_eq!(tag::split("vip VIP, Vip"), ["vip"]);
}

#[test]
fn suggestions_start_at_two_letters_of_any_script() {
    assert!(!tag::can_be_suggested("v"));
    assert!(!tag::can_be_suggested("優"));
    assert!(tag::can_be_suggested("vi"));
    assert!(tag::can_be_suggested("優先"));
}

#[test]
fn looking_for_nothing_finds_every_tag() {
    assert!(tag::matches("vip", ""));
    assert!(!tag::matches("", "vip"));
}

proptest! {
    #[test]
    fn a_tag_is_found_by_each_of_its_starts(tag in "\\PC{1,12}") {
        for (end, letter) in tag.char_indices() {
            prop_assert!(tag::matches(&tag, &tag[..end + letter.len_utf8()]));
        }
    }

    #[test]
    fn normalizing_twice_changes_nothing(text in "\\PC{0,20}") {
        let once = tag::normalize(&text);
        prop_assert_eq!(tag::normalize(&once), once);
    }
}
