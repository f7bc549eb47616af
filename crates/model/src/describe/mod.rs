//! Rules in plain sentences, in parts that a screen can dress: names as chips, what matters in bold.

mod permission_group;
mod segment;

pub use permission_group::describe_permission_group;
pub use segment::{Detail, describe};

use crate::Item;

/// The most values that are spelled out in prose.
const SPELLED_OUT: usize = 6;

/// A piece of the sentence. Spaces and punctuation are in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Plain words.
    Text(String),
    /// Words that carry the meaning.
    Strong(String),
    /// Something named, shown by its name.
    Item(Item),
}

/// A sentence in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentence(pub Vec<Part>);

impl Sentence {
    /// The sentence as text, with `name` telling what an item is called.
    pub fn to_text(&self, name: impl Fn(&Item) -> String) -> String {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Text(words) | Part::Strong(words) => text.push_str(words),
                Part::Item(item) => text.push_str(&name(item)),
            }
        }
        text
    }

    pub(super) fn text(&mut self, words: impl Into<String>) {
        self.0.push(Part::Text(words.into()));
    }

    pub(super) fn strong(&mut self, words: impl Into<String>) {
        self.0.push(Part::Strong(words.into()));
    }

    /// `a`, `a or b`, `a, b or c`; past `most` values the first and how many more.
    pub(super) fn list(&mut self, items: &[Item], most: usize, conjunction: &str) {
        let shown = if items.len() > most { 1 } else { items.len() };
        for (at, item) in items.iter().take(shown).enumerate() {
            if at > 0 {
                let last = at + 1 == items.len();
                self.text(if last { format!(" {conjunction} ") } else { ", ".into() });
            }
            self.0.push(Part::Item(item.clone()));
        }
        if shown < items.len() {
            self.text(format!(" {conjunction} {} more", items.len() - shown));
        }
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
