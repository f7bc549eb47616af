//! Lists that are sets: their order and repetition mean nothing to Zendesk. Handled by hashing, because a pasted
//! or imported list may be a thousand times longer than what is accepted.

use std::{collections::HashSet, hash::Hash};

/// The values in their order, each once.
pub(crate) fn once<T: Clone + Eq + Hash>(values: &[T]) -> Vec<T> {
    let mut seen = HashSet::with_capacity(values.len());
    values.iter().filter(|value| seen.insert(*value)).cloned().collect()
}

/// The values, each once, that are not among `others`.
pub(crate) fn without<T: Clone + Eq + Hash>(values: &[T], others: &[T]) -> Vec<T> {
    let others: HashSet<&T> = others.iter().collect();
    let mut kept = once(values);
    kept.retain(|value| !others.contains(value));
    kept
}

/// What was added to and removed from `base` in `mine`, on top of `theirs`. An item is in a list or not, so two people
/// who both moved it moved it to the same side: there is nothing to decide.
pub(crate) fn replay<T: Clone + Eq + Hash>(base: &[T], mine: &[T], theirs: &[T]) -> Vec<T> {
    let mut list = without(theirs, &without(base, mine));
    list.extend(without(mine, base));
    once(&list)
}
