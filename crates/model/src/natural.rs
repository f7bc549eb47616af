//! The order of names, as people expect it: `Tier 2` before `Tier 10`; capitals and accents make no difference.
//!
//! Not the browser's `Intl.Collator`: it compares two names in a call of JavaScript, and sorting a list of 5,000 takes
//! 60,000 of them.

use std::{cmp::Ordering, iter::Peekable, vec};

use crate::fold::folded;

/// The order of two names. Equal ones are so to the eye, not to the byte.
pub fn compare_names(one: &str, other: &str) -> Ordering {
    natural(one).cmp(natural(other))
}

/// A text whose plain order is the order of names: worth keeping where many are sorted.
pub fn name_key(name: &str) -> String {
    natural(name).collect()
}

fn natural(name: &str) -> impl Iterator<Item = char> {
    Natural { letters: folded(name).peekable(), number: Vec::new().into_iter() }
}

/// Folded letters, in which every number is led by its length, so that a longer one comes after a shorter one.
struct Natural<I: Iterator<Item = char>> {
    letters: Peekable<I>,
    number: vec::IntoIter<char>,
}

impl<I: Iterator<Item = char>> Iterator for Natural<I> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if let Some(digit) = self.number.next() {
            return Some(digit);
        }
        let letter = self.letters.next()?;
        if !letter.is_ascii_digit() {
            return Some(letter);
        }
        let mut digits = vec![letter];
        digits.extend(std::iter::from_fn(|| self.letters.next_if(char::is_ascii_digit)));
        let zeros = digits.iter().take_while(|digit| **digit == '0').count();
        digits.drain(..zeros);
        self.number = led_by_length(digits).into_iter();
        self.number.next()
    }
}

/// The length is in digits too, so that numbers keep their place before letters: as many nines as fit, and the rest.
fn led_by_length(digits: Vec<char>) -> Vec<char> {
    let (nines, rest) = (digits.len() / 9, digits.len() % 9);
    let rest = u32::try_from(rest).ok().and_then(|rest| char::from_digit(rest, 10));
    std::iter::repeat_n('9', nines).chain(rest).chain(digits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
        let mut names = names.to_vec();
        names.sort_by(|one, other| compare_names(one, other));
        names
    }

    #[test]
    fn digits_count_as_numbers() {
        let names = ["Tier 10", "Tier 2", "tier 1", "Tier 02b", "Tier", "Tier 2a", "Tier x"];
        let right = ["Tier", "tier 1", "Tier 2", "Tier 2a", "Tier 02b", "Tier 10", "Tier x"];
        assert_eq!(sorted(&names), right);
    }

    #[test]
    fn numbers_of_any_length_are_compared() {
        let nines = "9".repeat(40);
        let more = format!("1{}", "0".repeat(40));
        assert_eq!(compare_names(&nines, &more), Ordering::Less);
        assert_eq!(compare_names("007", "7"), Ordering::Equal);
        assert_eq!(compare_names("1.10", "1.9"), Ordering::Greater);
    }

    #[test]
    fn capitals_and_accents_make_no_difference() {
        assert_eq!(compare_names("Händler 3", "HANDLER 3"), Ordering::Equal);
    }

    proptest! {
        #[test]
        fn it_is_an_order(a in "[ab0-2]{0,6}", b in "[ab0-2]{0,6}", c in "[ab0-2]{0,6}") {
            prop_assert_eq!(compare_names(&a, &b), compare_names(&b, &a).reverse());
            if compare_names(&a, &b).is_le() && compare_names(&b, &c).is_le() {
                prop_assert!(compare_names(&a, &c).is_le());
            }
        }

        #[test]
        fn a_key_is_in_the_same_order(a in "[abÄ0-9 ]{0,8}", b in "[abÄ0-9 ]{0,8}") {
            prop_assert_eq!(name_key(&a).cmp(&name_key(&b)), compare_names(&a, &b));
        }

        #[test]
        fn numbers_stand_in_their_order(a in 0_u64..10_000, b in 0_u64..10_000) {
            prop_assert_eq!(compare_names(&format!("n{a}"), &format!("n{b}")), a.cmp(&b));
        }
    }
}
