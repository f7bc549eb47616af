//! Text as it is compared when somebody searches or sorts.

use guidepost_model::fold;
use proptest::prelude::*;

#[test]
fn latin_letters_lose_their_case_and_their_accents() {
    for (text, folded) in [
        ("", ""),
        ("VIP_agents-2", "vip_agents-2"),
        ("Müller", "muller"),
        ("Ångström", "angstrom"),
        ("ÇA Ñandú", "ca nandu"),
        ("Łódź", "lodz"),
        ("Đỗ Nguyễn Ước", "do nguyen uoc"),
        ("Nǐ hǎo Lǚ", "ni hao lu"),
        ("İstanbul ışık", "istanbul isik"),
        ("Ŵy Ŷ Ħ Ĵ Ķ Ŧ Ŗ", "wy y h j k t r"),
        ("Søren Ærø Œuvre", "soren aero oeuvre"),
        ("Straße STRASSE ẞ", "strasse strasse ss"),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn a_letter_and_its_mark_are_one_whether_written_as_one_or_two() {
    for (composed, decomposed) in
        [("é", "e\u{301}"), ("Ü", "U\u{308}"), ("ễ", "e\u{302}\u{303}"), ("ǚ", "u\u{308}\u{30c}")]
    {
        assert_eq!(fold(composed), fold(decomposed));
    }
}

#[test]
fn greek_is_the_same_in_upper_and_lower_case() {
    assert_eq!(fold("ΟΔΟΣ"), fold("οδος"));
}

#[test]
fn capitals_are_the_same_as_small_letters_in_every_script_that_has_them_today() {
    let latin = [0x20..=0x17f, 0x18f..=0x18f, 0x1a0..=0x1a5, 0x1af..=0x1b0, 0x1cd..=0x1f0];
    let latin_for_few = [0x1f8..=0x21f, 0x222..=0x233, 0x1e00..=0x1eff, 0xff21..=0xff3a];
    let greek_cyrillic_armenian = [0x386..=0x3ce, 0x400..=0x52f, 0x531..=0x556];
    let codes = latin.into_iter().chain(latin_for_few).chain(greek_cyrillic_armenian).flatten();
    for letter in codes.filter_map(char::from_u32) {
        let small: String = letter.to_lowercase().collect();
        assert_eq!(fold(&letter.to_string()), fold(&small), "{letter} {:x}", u32::from(letter));
    }
}

#[test]
fn other_scripts_are_left_as_they_are() {
    for text in ["仕入先", "고객", "ガード", "قسم الدعم", "שירות", "ทีม", "👩‍🔧"]
    {
        assert_eq!(fold(text), text);
    }
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,30}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn case_makes_no_difference_to_latin_text(text in "[a-zà-öø-ÿœß ]{0,30}") {
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
    }
}
