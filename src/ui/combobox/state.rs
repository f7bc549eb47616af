//! What a combobox knows: its text, its suggestions, which of them is active. No markup.

use leptos::prelude::*;

use super::search::{Find, Search, Status};
use crate::ui::Symbol;

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Tells it from others.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// A word more about it, at the end of its row.
    pub detail: String,
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
    pub(super) text: RwSignal<String>,
    pub(super) search: Search,
    pub(super) open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    /// What was last added or removed, for those who can't see it.
    pub(super) said: RwSignal<String>,
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
        on_add: Callback<Vec<Choice>>,
        on_remove: Callback<String>,
    ) -> Self {
        Self {
            id,
            noun,
            chosen,
            free_text,
            text: RwSignal::new(String::new()),
            search: Search::new(find),
            open: RwSignal::new(false),
            active: RwSignal::new(None),
            said: RwSignal::new(String::new()),
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

    /// Makes an option the active one, and brings it into view.
    pub(super) fn activate(self, at: usize) {
        self.active.set(Some(at));
        if let Some(option) = document().get_element_by_id(&self.option_id(at)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Enter: the active option, or else the text itself.
    pub(super) fn accept(self) -> bool {
        match self.active.get_untracked() {
            Some(at) if self.open.get_untracked() => {
                self.toggle(at);
                true
            }
            _ => self.commit_text(),
        }
    }

    /// Adds an option, or takes it out if it is chosen.
    pub(super) fn toggle(self, at: usize) {
        let Some(choice) = self.search.options.with_untracked(|options| options.get(at).cloned())
        else {
            return;
        };
        if self.is_chosen(&choice.key) {
            self.remove(&choice.key);
            return;
        }
        let cleared = !self.text.get_untracked().is_empty();
        self.add(vec![choice]);
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
        let choices = values
            .into_iter()
            .filter(|value| !self.is_chosen_untracked(value))
            .map(|value| Choice { key: value.clone(), label: value, detail: String::new() })
            .collect();
        self.add(choices);
        self.active.set(None);
        self.search.cancel();
        self.search.too_short();
    }

    fn is_chosen_untracked(self, key: &str) -> bool {
        self.chosen.with_untracked(|chips| chips.iter().any(|chip| chip.key == key))
    }

    fn add(self, choices: Vec<Choice>) {
        self.text.set(String::new());
        let names: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
        match names.as_slice() {
            [] => return,
            [one] => self.said.set(format!("Added {one}.")),
            many => self.said.set(format!("Added {} {}.", many.len(), self.noun)),
        }
        self.on_add.run(choices);
    }

    /// Takes something out.
    pub(super) fn remove(self, key: &str) {
        let label = self.chosen.with_untracked(|chips| {
            chips.iter().find(|chip| chip.key == key).map(|chip| chip.label.clone())
        });
        if let Some(label) = label {
            self.said.set(format!("Removed {label}."));
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
