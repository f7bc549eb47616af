//! What a form holds before it is known to be valid, whatever it is a form of.

use crate::{Field, Item, Merge};

/// The editable part of an object of the API. Comparing and merging two versions needs no more than this.
pub trait Draft: Clone {
    /// Its fields, in the form's order.
    const FIELDS: &'static [Field];

    /// What a field with a single value holds, as the API writes it; empty for lists.
    fn text(&self, field: Field) -> &str;

    /// What a list field holds; nothing for the fields that are no lists.
    fn items(&self, field: Field) -> Vec<Item>;

    /// Makes a field what it is in another draft.
    fn copy_field(&mut self, field: Field, from: &Self);

    /// Adds and removes in a list field what was added and removed between `base` and `mine`. Leaves fields that are no
    /// lists as they are.
    fn replay_field(&mut self, field: Field, base: &Self, mine: &Self);

    /// The result of a merge that nobody has to look at first. `None` where someone has to decide: always, unless the
    /// kind of object has fields that can be changed independently.
    fn merge_unasked(_merge: &Merge<Self>) -> Option<Self> {
        None
    }

    /// Without what does not count, such as the list that the chosen user type does not use. Only this is shown in words
    /// and sent; a form keeps the rest, so that switching to and fro loses nothing.
    fn applicable(&self) -> Self {
        self.clone()
    }
}
