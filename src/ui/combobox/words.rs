//! What a combobox says of itself: in the popup's foot, and to those who can't see it.

use guidepost_model::quoted;
use leptos::prelude::*;

use super::{search::Status, state::Combo};

impl Combo {
    /// What the popup's foot says.
    pub(super) fn status(self) -> String {
        let count = self.search.options.with(Vec::len);
        match self.search.status.get() {
            Status::TooShort if self.free_text.is_some() && self.min_letters > 0 => {
                format!("Type to search {}, or press Enter to add a new one.", self.noun)
            }
            Status::TooShort => format!("Type at least {} letters.", self.min_letters),
            Status::Searching => "Searching…".into(),
            Status::Failed(why) => why,
            Status::Found { .. } if count == 0 && self.free_text.is_some() => {
                let typed = self.text.get();
                let one = self.noun.strip_suffix('s').unwrap_or(self.noun);
                format!("No existing {one}. Press Enter to add {}.", quoted(typed.trim()))
            }
            Status::Found { .. } if count == 0 => "No matches".into(),
            Status::Found { more: true } => {
                format!("Showing the first {count} {}. Keep typing to narrow.", self.noun)
            }
            Status::Found { more: false } if count == 1 => "1 match".into(),
            Status::Found { more: false } => format!("{count} {}", self.noun),
        }
    }

    /// What is said of values that a pasted list had and that were not taken.
    pub(super) fn describe_left_out(self, over: usize) -> String {
        let limit = self.limit;
        match over {
            0 => String::new(),
            1 => format!("1 more was left out. Zendesk allows {limit} {} here.", self.noun),
            over => {
                format!("{over} more were left out. Zendesk allows {limit} {} here.", self.noun)
            }
        }
    }

    /// What a screen reader says: the last change, then the popup's status.
    pub(super) fn announcement(self) -> String {
        let said = format!("{} {}", self.said.get(), self.left_out.get());
        if self.open.get() { format!("{said} {}", self.status()) } else { said }
    }
}
