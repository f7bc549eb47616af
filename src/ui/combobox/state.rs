//! What a combobox knows: its text, its suggestions, which of them is active. No markup.

use std::collections::HashSet;

use guidepost_model::visible_text;
use leptos::prelude::*;

use super::search::{Find, Search, Status};
use crate::ui::Symbol;

/// How many more than can be saved are taken from a pasted list.
const SPARE: usize = 50;
/// Additions that are said by name.
const NAMED: usize = 5;

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Tells it from others.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// A word more about it, at the end of its row.
    pub detail: String,
    /// What the options from here on are, where they are set apart from those before; empty where they are not.
    pub section: &'static str,
}

impl Choice {
    /// Something with no more to say about it than its name.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into(), detail: String::new(), section: "" }
    }
}

/// Something that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Tells it from others.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// Its icon.
    pub symbol: Option<Symbol>,
    /// A literal value, such as a tag.
    pub literal: bool,
    /// It no longer exists.
    pub missing: bool,
    /// It can't be saved as it is.
    pub wrong: bool,
    /// Chosen since the form was last saved.
    pub added: bool,
}

/// A combobox's state; copied into its parts.
#[derive(Clone, Copy)]
pub(super) struct Combo {
    pub(super) id: &'static str,
    pub(super) noun: &'static str,
    pub(super) chosen: Signal<Vec<Chip>>,
    pub(super) free_text: Option<fn(&str) -> Vec<String>>,
    /// How many can be saved.
    pub(super) limit: usize,
    pub(super) text: RwSignal<String>,
    /// What of a long list was not taken; empty for nothing.
    pub(super) left_out: RwSignal<String>,
    /// The option at the top of what is in view.
    pub(super) top: RwSignal<usize>,
    pub(super) search: Search,
    pub(super) open: RwSignal<bool>,
    pub(super) active: RwSignal<Option<usize>>,
    /// What was last added or removed, for those who can't see it.
    pub(super) said: RwSignal<String>,
    /// What was added one after the other: said together, because a screen reader is slower than somebody who types.
    recent: StoredValue<Vec<String>>,
    pub(super) min_letters: usize,
    on_add: Callback<Vec<Choice>>,
    on_remove: Callback<String>,
}

impl Combo {
    #[expect(clippy::too_many_arguments, reason = "the component's props, handed on once")]
    pub(super) fn new(
        id: &'static str,
        noun: &'static str,
        chosen: Signal<Vec<Chip>>,
        find: Find,
        min_letters: usize,
        free_text: Option<fn(&str) -> Vec<String>>,
        limit: usize,
        on_add: Callback<Vec<Choice>>,
        on_remove: Callback<String>,
    ) -> Self {
        Self {
            id,
            noun,
            chosen,
            free_text,
            limit,
            text: RwSignal::new(String::new()),
            left_out: RwSignal::new(String::new()),
            top: RwSignal::new(0),
            search: Search::new(find),
            open: RwSignal::new(false),
            active: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            recent: StoredValue::new(Vec::new()),
            min_letters,
            on_add,
            on_remove,
        }
    }

    pub(super) fn is_open(self) -> bool {
        self.open.get()
    }

    pub(super) fn is_active(self, at: usize) -> bool {
        self.active.get() == Some(at)
    }

    pub(super) fn is_chosen(self, key: &str) -> bool {
        self.chosen.with(|chips| chips.iter().any(|chip| chip.key == key))
    }

    /// The id of the active option, for `aria-activedescendant`.
    pub(super) fn active_id(self) -> Option<String> {
        let at = self.active.get().filter(|_| self.open.get())?;
        Some(self.option_id(at))
    }

    pub(super) fn option_id(self, at: usize) -> String {
        format!("{}-option-{at}", self.id)
    }

    /// Opens the popup and looks for what was typed.
    pub(super) fn open(self) {
        if !self.open.get_untracked() {
            self.open.set(true);
            self.look(false);
        }
    }

    /// Closes the popup; true if it was open.
    pub(super) fn close(self) -> bool {
        self.active.set(None);
        let was_open = self.open.get_untracked();
        self.open.set(false);
        was_open
    }

    /// Focus left: free text that was typed counts.
    pub(super) fn leave(self) {
        if self.open.try_get_untracked().is_none() {
            return;
        }
        self.close();
        self.search.cancel();
        self.commit_text();
        self.recent.update_value(Vec::clear);
    }

    /// The text changed.
    pub(super) fn type_text(self, text: String) {
        let parts = self.free_text.map(|split| split(&text)).unwrap_or_default();
        let separated = text
            .chars()
            .last()
            .is_some_and(|last| last.is_whitespace() || matches!(last, ',' | ';'));
        self.text.set(text);
        if separated && !parts.is_empty() {
            self.commit_text();
        }
        self.left_out.set(String::new());
        self.open.set(true);
        self.active.set(None);
        self.look(true);
    }

    /// Takes a pasted list as values; false when it is to be pasted as text.
    pub(super) fn take_pasted(self, pasted: &str) -> bool {
        let Some(split) = self.free_text else { return false };
        let values = split(&format!("{}{pasted}", self.text.get_untracked()));
        if values.len() < 2 {
            return false;
        }
        self.add_texts(values);
        true
    }

    fn look(self, wait: bool) {
        let text = self.text.get_untracked().trim().to_owned();
        if text.chars().count() < self.min_letters {
            self.search.too_short();
            return;
        }
        // Free text is what Enter takes first; elsewhere the first suggestion.
        let first = if self.free_text.is_some() || text.is_empty() { None } else { Some(0) };
        self.top.set(0);
        self.search.start(text, wait, move |found| {
            self.active.try_set(first.filter(|_| found > 0));
        });
    }

    /// Moves the active option; past the ends it goes round.
    pub(super) fn step(self, forward: bool) {
        let count = self.search.options.with_untracked(Vec::len);
        // What is listed while a search runs answers an older text: nothing of it is to be picked.
        if count == 0 || self.search.status.with_untracked(|status| *status == Status::Searching) {
            return;
        }
        let next = match (self.active.get_untracked(), forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.activate(next);
    }

    /// Enter: the active option, or else the text itself.
    pub(super) fn accept(self) -> bool {
        match self.active.get_untracked() {
            Some(at) if self.open.get_untracked() => {
                self.choose(at);
                true
            }
            _ => self.commit_text(),
        }
    }

    /// A click on an option: adds it, or takes it out if it is chosen.
    pub(super) fn toggle(self, at: usize) {
        match self.option(at) {
            Some(choice) if self.is_chosen_untracked(&choice.key) => self.remove(&choice.key),
            _ => self.choose(at),
        }
    }

    fn option(self, at: usize) -> Option<Choice> {
        self.search.options.with_untracked(|options| options.get(at).cloned())
    }

    /// Adds an option. One that is chosen stays chosen: the keys say "Enter add".
    fn choose(self, at: usize) {
        let Some(choice) = self.option(at) else { return };
        let cleared = !self.text.get_untracked().is_empty();
        if self.is_chosen_untracked(&choice.key) {
            self.text.set(String::new());
            self.said.set(format!("{} is already chosen.", visible_text(&choice.label)));
        } else {
            self.add(vec![choice]);
        }
        if cleared {
            self.active.set(None);
            self.look(false);
        }
    }

    fn commit_text(self) -> bool {
        let Some(split) = self.free_text else { return false };
        let values = split(&self.text.get_untracked());
        if values.is_empty() {
            return false;
        }
        self.add_texts(values);
        true
    }

    fn add_texts(self, values: Vec<String>) {
        let chosen: HashSet<String> =
            self.chosen.with_untracked(|chips| chips.iter().map(|chip| chip.key.clone()).collect());
        let mut new: Vec<String> =
            values.into_iter().filter(|value| !chosen.contains(value)).collect();
        // Too many can be looked through and thinned out, but not ten thousand of them.
        let room = (self.limit + SPARE).saturating_sub(chosen.len());
        let over = new.len().saturating_sub(room);
        new.truncate(room);
        self.add(new.into_iter().map(|value| Choice::new(value.clone(), value)).collect());
        self.left_out.set(self.describe_left_out(over));
        self.active.set(None);
        self.search.cancel();
        self.search.too_short();
    }

    fn is_chosen_untracked(self, key: &str) -> bool {
        self.chosen.with_untracked(|chips| chips.iter().any(|chip| chip.key == key))
    }

    fn add(self, choices: Vec<Choice>) {
        self.text.set(String::new());
        self.left_out.set(String::new());
        if choices.is_empty() {
            return;
        }
        self.recent.update_value(|recent| {
            recent.extend(choices.iter().map(|choice| visible_text(&choice.label)));
        });
        self.said.set(self.recent.with_value(|recent| match recent.len() {
            ..=NAMED => format!("Added {}.", recent.join(", ")),
            many => format!("Added {many} {}.", self.noun),
        }));
        self.on_add.run(choices);
    }

    /// Takes something out.
    pub(super) fn remove(self, key: &str) {
        let label = self.chosen.with_untracked(|chips| {
            chips.iter().find(|chip| chip.key == key).map(|chip| chip.label.clone())
        });
        if let Some(label) = label {
            self.recent.update_value(Vec::clear);
            self.left_out.set(String::new());
            self.said.set(format!("Removed {}.", visible_text(&label)));
            self.on_remove.run(key.to_owned());
        }
    }

    /// Takes out what was chosen last.
    pub(super) fn remove_last(self) {
        let last = self.chosen.with_untracked(|chips| chips.last().map(|chip| chip.key.clone()));
        if let Some(key) = last {
            self.remove(&key);
        }
    }
}

/// What the keys ask.
impl Combo {
    pub(super) fn is_open_untracked(self) -> bool {
        self.open.get_untracked()
    }

    pub(super) fn has_options(self) -> bool {
        self.search.options.with_untracked(|options| !options.is_empty())
    }

    pub(super) fn last_option(self) -> usize {
        self.search.options.with_untracked(Vec::len).saturating_sub(1)
    }
}
