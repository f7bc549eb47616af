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
