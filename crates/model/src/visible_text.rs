//! Names as people can trust them: characters that show nothing, or that turn the direction of what follows, are
//! found here and written as marks. Two names that differ look different, and no name rearranges the text around it.

use std::fmt::Write;

use crate::fold;

/// Combining marks that a letter keeps. More of them, one above the other, would paint over other rows.
const MARKS_KEPT: usize = 4;

/// A piece of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisiblePiece<'a> {
    /// Shown as it is.
    Text(&'a str),
    /// A character that can't be seen, or that changes the direction of text.
    Hidden(char),
    /// So many combining marks more than a letter keeps.
    Marks(usize),
}

/// Cuts a name where a mark has to stand.
pub fn visible_pieces(text: &str) -> Vec<VisiblePiece<'_>> {
    if is_plain(text) {
        return if text.is_empty() { Vec::new() } else { vec![VisiblePiece::Text(text)] };
    }
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = Before::default();
    let mut marks = 0;
    for (at, letter) in text.char_indices() {
        marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
        let after = text[at + letter.len_utf8()..].chars().next();
        let hidden = before.hides(letter, after);
        before.pass(letter, hidden);
        if !hidden && marks <= MARKS_KEPT {
            continue;
        }
        if start < at {
            pieces.push(VisiblePiece::Text(&text[start..at]));
        }
        start = at + letter.len_utf8();
        match pieces.last_mut() {
            _ if hidden => pieces.push(VisiblePiece::Hidden(letter)),
            Some(VisiblePiece::Marks(more)) => *more += 1,
            _ => pieces.push(VisiblePiece::Marks(1)),
        }
    }
    if start < text.len() {
        pieces.push(VisiblePiece::Text(&text[start..]));
    }
    pieces
}

/// The name as plain text: marks in brackets. A name with letters that run from right to left is isolated, so that it
/// leaves the order of the words around it alone.
pub fn visible_text(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut visible = String::with_capacity(text.len());
    for piece in visible_pieces(text) {
        match piece {
            VisiblePiece::Text(text) => visible.push_str(text),
            VisiblePiece::Hidden(letter) => {
                let _ = write!(visible, "[{}]", hidden_code(letter));
            }
            VisiblePiece::Marks(more) => {
                let _ = write!(visible, "[{}]", marks_label(more));
            }
        }
    }
    if text.chars().any(runs_from_right_to_left) {
        // First strong isolate, and its end.
        format!("\u{2068}{visible}\u{2069}")
    } else {
        visible
    }
}

/// The name as it stands in a sentence: visible, and in quotes.
pub fn quoted(text: &str) -> String {
    format!("“{}”", visible_text(text))
}

/// What stands in place of a hidden character: `U+200B`.
pub fn hidden_code(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}

/// What stands in place of combining marks.
pub fn marks_label(more: usize) -> String {
    format!("+{more} marks")
}

/// What people call a hidden character.
pub fn hidden_name(letter: char) -> String {
    let name = match letter {
        '\0' => "null character",
        '\t' => "tab",
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => "line break",
        '\u{a0}' | '\u{202f}' => "no-break space",
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero width space",
        '\u{200c}' => "zero width non-joiner",
        '\u{200d}' => "zero width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "end of embedding",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{2060}' => "word joiner",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of isolate",
        '\u{feff}' => "zero width no-break space",
        _ => return hidden_code(letter),
    };
    name.to_owned()
}

/// Says which hidden characters a name has, for the person who types it.
pub fn hidden_note(text: &str) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let (mut count, mut turns) = (0, false);
    let mut extra_marks = false;
    for piece in visible_pieces(text) {
        match piece {
            VisiblePiece::Text(_) => {}
            VisiblePiece::Hidden(letter) => {
                count += 1;
                turns |= turns_direction(letter);
                let name = hidden_name(letter);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            VisiblePiece::Marks(_) => extra_marks = true,
        }
    }
    let what = match (count, turns) {
        (0, _) if extra_marks => {
            return Some("This name has too many combining marks on one letter.".to_owned());
        }
        (0, _) => return None,
        (1, false) => "an invisible character",
        (1, true) => "a character that changes the direction of text",
        (_, false) => "invisible characters",
        (_, true) => "invisible or direction-changing characters",
    };
    Some(format!("This name contains {what} ({}).", names.join(", ")))
}

/// True when there is nothing to see: only blanks and hidden characters, or nothing at all.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || can_hide(letter))
}

/// True when two texts read the same: hidden characters are left out, and every run of blanks is one blank. For the
/// name that is typed to confirm a deletion, because nobody can type what can't be seen.
pub fn reads_as(one: &str, other: &str) -> bool {
    readable(one) == readable(other)
}

/// True when two names are easily taken for one another: capitals and accents make no difference either.
pub fn looks_like(one: &str, other: &str) -> bool {
    fold(&readable(one)) == fold(&readable(other))
}

fn readable(text: &str) -> String {
    let blank = |letter: char| letter.is_whitespace();
    let seen: String = text.chars().filter(|letter| blank(*letter) || !can_hide(*letter)).collect();
    let words: Vec<&str> = seen.split(blank).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Most names have nothing to look for.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, 0x20..=0x7e))
}

/// What stands before a character decides whether it hides: a joiner holds an emoji together, a variation selector
/// chooses a shape.
#[derive(Default)]
struct Before {
    letter: Option<char>,
    /// A black flag began, and letters that can't be seen say whose.
    flag: bool,
}

impl Before {
    fn hides(&self, letter: char, after: Option<char>) -> bool {
        if !can_hide(letter) {
            return false;
        }
        let joins = match letter {
            '\u{200d}' => {
                let emoji = self.letter.is_some_and(is_emoji) && after.is_some_and(is_emoji);
                emoji || self.letter.is_some_and(joins_letters)
            }
            '\u{200c}' => self.letter.is_some_and(joins_letters),
            '\u{fe0e}' | '\u{fe0f}' => {
                let key = self.letter.is_some_and(|key| matches!(key, '0'..='9' | '#' | '*'));
                self.letter.is_some_and(is_emoji) || (key && after == Some('\u{20e3}'))
            }
            '\u{fe00}'..='\u{fe0d}' | '\u{e0100}'..='\u{e01ef}' => {
                self.letter.is_some_and(is_ideograph)
            }
            '\u{180b}'..='\u{180e}' => {
                self.letter.is_some_and(|letter| matches!(letter, '\u{1820}'..='\u{18aa}'))
            }
            '\u{e0020}'..='\u{e007f}' => self.flag,
            _ => false,
        };
        !joins
    }

    fn pass(&mut self, letter: char, hidden: bool) {
        let goes_on = matches!(letter, '\u{e0020}'..='\u{e007e}') && self.flag && !hidden;
        self.flag = letter == '\u{1f3f4}' || goes_on;
        self.letter = Some(letter);
    }
}

/// True for what can't be seen, looks like an ordinary space without being one, or turns the direction of text.
fn can_hide(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{a0}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}' | '\u{1160}'
        | '\u{1680}'
        | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{2000}'..='\u{200f}'
        | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn turns_direction(letter: char) -> bool {
    matches!(letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Scripts whose letters are joined, or kept from being joined, by characters that can't be seen.
fn joins_letters(letter: char) -> bool {
    matches!(letter,
        '\u{600}'..='\u{60b}'
        | '\u{620}'..='\u{109f}'
        | '\u{1780}'..='\u{17b3}'
        | '\u{17b6}'..='\u{17dd}'
        | '\u{1820}'..='\u{18aa}'
        | '\u{a840}'..='\u{aaff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}')
}

fn is_emoji(letter: char) -> bool {
    matches!(letter,
        '\u{a9}' | '\u{ae}'
        | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2190}'..='\u{27bf}'
        | '\u{2900}'..='\u{2bff}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
        | '\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}')
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Marks that go onto any letter. Those of a single script, such as Hebrew points, stay as they are.
fn is_combining_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{34e}'
        | '\u{350}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

fn runs_from_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}
