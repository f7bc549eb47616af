//! Creations that were sent and whose answer never came: what is needed to find out later whether one of them arrived.

use serde::{Deserialize, Serialize};

use crate::{Resource, changes};

/// Attempts to create one object. Kept with its draft until the draft is saved or discarded, so that a reload doesn't
/// lose the one chance to tell a new object from those that were there before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "T: Resource")]
pub struct Attempts<T: Resource> {
    /// Ids of the objects that existed before the first attempt.
    known: Vec<T::Id>,
    /// What was sent, each content once.
    sent: Vec<T::Draft>,
}

impl<T: Resource> Attempts<T> {
    /// Nothing was sent yet, and these exist.
    pub fn new(known: Vec<T::Id>) -> Self {
        Self { known, sent: Vec::new() }
    }

    /// One more attempt, with this content.
    #[must_use]
    pub fn with(mut self, sent: T::Draft) -> Self {
        let is_same = |earlier: &T::Draft| changes(earlier, &sent).is_empty();
        if !self.sent.iter().any(is_same) {
            self.sent.push(sent);
        }
        self
    }

    /// The user looked at an object and wants another one all the same.
    pub fn accept(&mut self, id: T::Id) {
        self.known.push(id);
    }

    /// True for an object that one of the attempts may have created: it is new, and has the content that was sent.
    pub fn may_have_created(&self, row: &T) -> bool {
        let draft = row.draft();
        !row.is_built_in()
            && !self.known.contains(&row.id())
            && self.sent.iter().any(|sent| changes(sent, &draft).is_empty())
    }
}
