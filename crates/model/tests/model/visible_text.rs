//! Names with characters that can't be seen, or that turn the text around them.

use guidepost_model::{
    VisiblePiece::{Hidden, Marks, Text},
    hidden_note, is_blank, quoted, reads_as, visible_pieces, visible_text,
};
use proptest::prelude::*;

const ZERO_WIDTH_SPACE: char = '\u{200b}';

#[test]
fn an_ordinary_name_stays_as_it_is() {
    for name in ["Tour crew", "Händler DACH", "日本語ガイド", "Nguyễn", "O’Brien & Sons (50 %)"]
    {
        assert_eq!(visible_pieces(name), [Text(name)]);
        assert_eq!(visible_text(name), name);
        assert_eq!(hidden_note(name), None, "{name}");
    }
    assert_eq!(visible_pieces(""), []);
}

#[test]
fn names_that_look_the_same_are_told_apart() {
    let crews = [
        "Tour crew",
        "Tour\u{200b} crew",
        "Tour\u{200d} crew",
        "Tour\u{ad} crew",
        "Tour\u{a0}crew",
    ];
    let shown: Vec<String> = crews.iter().map(|name| visible_text(name)).collect();
    let marked = [
        "Tour crew",
        "Tour[U+200B] crew",
        "Tour[U+200D] crew",
        "Tour[U+00AD] crew",
        "Tour[U+00A0]crew",
    ];
    assert_eq!(shown, marked);
    assert_eq!(
        visible_pieces("a\u{200b}\u{200b}b"),
        [Text("a"), Hidden(ZERO_WIDTH_SPACE), Hidden(ZERO_WIDTH_SPACE), Text("b")]
    );
}

#[test]
fn a_character_that_turns_the_text_is_taken_out_of_it() {
    assert_eq!(visible_text("\u{202e}srelaed"), "[U+202E]srelaed");
    assert_eq!(quoted("abc\u{202e}"), "“abc[U+202E]”");
    for letter in ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}') {
        assert!(!visible_text(&format!("a{letter}b")).contains(letter), "{letter:?}");
    }
}

#[test]
fn a_name_that_runs_from_right_to_left_is_isolated_in_a_sentence() {
    assert_eq!(quoted("צוות"), "“\u{2068}צוות\u{2069}”");
    assert_eq!(quoted("Tour crew"), "“Tour crew”");
}

#[test]
fn line_breaks_and_control_characters_are_marks() {
    assert_eq!(visible_text("two\nlines"), "two[U+000A]lines");
    assert_eq!(visible_text("nothing\0here"), "nothing[U+0000]here");
    assert_eq!(visible_text("a\tb\u{7f}"), "a[U+0009]b[U+007F]");
}

#[test]
fn what_a_script_or_an_emoji_needs_is_no_mark() {
    let needed = [
        "👩\u{200d}🚀 crew",
        "❤\u{fe0f} fans",
        "🏳\u{fe0f}\u{200d}🌈",
        "5\u{fe0f}\u{20e3}",
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} dealers",
        "葛\u{e0100}城",
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
    ];
    for name in needed {
        assert_eq!(visible_pieces(name), [Text(name)], "{name}");
    }
    // The same characters where nothing needs them.
    for name in ["a\u{200d}b", "a\u{fe0f}", "5\u{fe0f}", "a\u{e0067}", "a\u{e0100}", "a\u{200c}b"] {
        assert_eq!(visible_pieces(name).len(), name.chars().count(), "{name:?}");
    }
}

#[test]
fn a_tower_of_marks_is_cut_to_what_a_letter_needs() {
    let tower = format!("Z{}algo", "\u{301}".repeat(60));
    let kept = format!("Z{}", "\u{301}".repeat(4));
    assert_eq!(visible_pieces(&tower), [Text(&kept), Marks(56), Text("algo")]);
    assert_eq!(visible_text(&tower), format!("{kept}[+56 marks]algo"));
    let note = "This name has too many combining marks on one letter.";
    assert_eq!(hidden_note(&tower).as_deref(), Some(note));
    // Vietnamese, letter and marks apart.
    assert_eq!(visible_text("Nguye\u{302}\u{303}n"), "Nguye\u{302}\u{303}n");
}

#[test]
fn the_note_names_the_characters() {
    for (name, note) in [
        ("a\u{200b}b", "This name contains an invisible character (zero width space)."),
        (
            "a\u{200b}\u{ad}\u{200b}",
            "This name contains invisible characters (zero width space, soft hyphen).",
        ),
        (
            "\u{202e}a",
            "This name contains a character that changes the direction of text (right-to-left override).",
        ),
        (
            "\u{202e}a\u{200b}",
            "This name contains invisible or direction-changing characters (right-to-left override, zero width space).",
        ),
        ("a\u{1d173}", "This name contains an invisible character (U+1D173)."),
    ] {
        assert_eq!(hidden_note(name).as_deref(), Some(note));
    }
}

#[test]
fn a_name_without_anything_to_see_is_blank() {
    for name in
        ["", " ", "\u{200b}", " \u{a0}\u{3000}", "\u{2800}", "\u{3164}", "\u{200d}\u{fe0f}", "\0\n"]
    {
        assert!(is_blank(name), "{name:?}");
    }
    assert!(!is_blank("\u{200b}a"));
    assert!(!is_blank("👩\u{200d}🚀"));
}

#[test]
fn what_reads_the_same_confirms() {
    assert!(reads_as("Tour crew", "Tour\u{200b} crew"));
    assert!(reads_as("two lines", "two\nlines"));
    assert!(reads_as("twolines", "two\u{ad}lines"));
    assert!(reads_as("  Tour   crew ", "Tour\u{a0}crew"));
    assert!(reads_as("srelaed", "\u{202e}srelaed"));
    assert!(!reads_as("tour crew", "Tour crew"));
    assert!(!reads_as("Tourcrew", "Tour crew"));
}

proptest! {
    #[test]
    fn nothing_of_a_name_is_lost(name in ".{0,40}") {
        let mut rebuilt = 0;
        for piece in visible_pieces(&name) {
            rebuilt += match piece {
                Text(text) => text.chars().count(),
                Hidden(_) => 1,
                Marks(more) => more,
            };
        }
        prop_assert_eq!(rebuilt, name.chars().count());
    }

    #[test]
    fn no_two_names_without_brackets_are_shown_alike(one in "[a \u{200b}\u{ad}\u{202e}\u{a0}]{0,6}", other in "[a \u{200b}\u{ad}\u{202e}\u{a0}]{0,6}") {
        prop_assert_eq!(visible_text(&one) == visible_text(&other), one == other);
    }

    #[test]
    fn a_blank_name_reads_as_nothing(name in "[ \u{200b}\u{ad}\n\u{3000}]{0,8}") {
        prop_assert!(is_blank(&name) && reads_as(&name, ""));
    }
}
