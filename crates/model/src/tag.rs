//! Tags: single words in lower case.

use std::collections::HashSet;

use crate::limits;

/// The longest tag that is taken, in characters. Assumed: Zendesk documents no length.
pub const MAX_LENGTH: usize = 255;

/// True for what separates tags in a list that somebody pastes.
pub fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ',' | ';')
}

/// As Zendesk stores it: in lower case, without the spaces around it.
pub fn normalize(text: &str) -> String {
    text.trim().to_lowercase()
}

/// The tags in a pasted list, normalized, in order and without repetition.
pub fn split(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    text.split(is_separator)
        .map(normalize)
        .filter(|tag| !tag.is_empty() && seen.insert(tag.clone()))
        .collect()
}

/// True for one word without separators, quotes or control characters.
pub fn is_well_formed(tag: &str) -> bool {
    !tag.is_empty()
        && tag.chars().count() <= MAX_LENGTH
        && !tag.chars().any(|letter| is_separator(letter) || letter.is_control() || letter == '"')
}

/// True when a word inside the tag starts with `query`, as Zendesk's autocomplete matches:
/// `trig` finds `set_by_this_trigger`.
pub fn matches(tag: &str, query: &str) -> bool {
    let mut boundary = true;
    for (at, letter) in tag.char_indices() {
        if boundary && tag[at..].starts_with(query) {
            return true;
        }
        boundary = !letter.is_alphanumeric();
    }
    false
}

/// True when Zendesk would answer a search for this text with suggestions.
pub fn can_be_suggested(query: &str) -> bool {
    query.chars().count() >= limits::TAG_QUERY_LETTERS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_pasted_list_is_split_on_spaces_commas_and_lines() {
        assert_eq!(split("VIP, gold\nbeta  gold;k88"), ["vip", "gold", "beta", "k88"]);
    }

    #[test]
    fn a_word_inside_a_tag_is_found_by_its_start() {
        assert!(matches("set_by_this_trigger", "trig"));
        assert!(!matches("set_by_this_trigger", "rigger"));
        assert!(matches("größe_übergroß", "über"));
    }

    proptest! {
        #[test]
        fn what_split_gives_is_well_formed_unless_quoted_or_long(text in "[^\"\\p{Cc}]{0,60}") {
            prop_assert!(split(&text).iter().all(|tag| is_well_formed(tag)));
        }

        #[test]
        fn splitting_twice_changes_nothing(text in ".{0,60}") {
            let once = split(&text);
            prop_assert_eq!(split(&once.join(" ")), once);
        }
    }
}
