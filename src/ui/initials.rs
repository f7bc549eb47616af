//! What stands in a round mark for a person.

use js_sys::{Array, JsString, RegExp};
use wasm_bindgen::JsCast;

/// The first letters of the first and the last word of a name.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(first_letter);
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).map(|letter| String::from(letter.to_upper_case())).collect()
}

/// By the browser's knowledge of letters: ours would be tables that every visit has to load.
fn first_letter(word: &str) -> Option<JsString> {
    let letter = RegExp::new(r"[\p{L}\p{N}]", "u");
    let found: Array = JsString::from(word).match_(&letter)?.unchecked_into();
    found.get(0).dyn_into().ok()
}
