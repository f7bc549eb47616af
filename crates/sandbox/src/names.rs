//! Names of segments and permission groups: what switches decide of them, because Zendesk's documentation does not.

use crate::{
    error::ApiError,
    switches::{BlankName, DuplicateName, LongName, Switches},
};

/// Characters, where a switch limits them: as many as most of Zendesk's names may have.
const LONGEST: usize = 255;

/// Stands for an empty name while the other rules are asked, of which one refuses it.
const STAND_IN: &str = "-";

/// Whether an empty name was hidden from the rules.
#[must_use]
pub(crate) struct Blank(bool);

/// Hides an empty name where a switch allows it.
pub(crate) fn hide_blank(name: &mut String, switches: &Switches) -> Blank {
    let hidden = switches.blank_name == BlankName::Allow && name.trim().is_empty();
    if hidden {
        STAND_IN.clone_into(name);
    }
    Blank(hidden)
}

impl Blank {
    pub(crate) fn restore(self, name: &mut String) {
        if self.0 {
            name.clear();
        }
    }
}

/// Refuses a name that is too long or another's, where switches say so.
pub(crate) fn check(
    name: &str,
    switches: &Switches,
    is_taken: impl FnOnce(&str) -> rusqlite::Result<bool>,
) -> Result<(), ApiError> {
    if switches.long_name == LongName::Refuse && name.chars().count() > LONGEST {
        return Err(ApiError::field(
            "name",
            format!("is too long (maximum is {LONGEST} characters)"),
        ));
    }
    if switches.duplicate_name == DuplicateName::Refuse && is_taken(name)? {
        return Err(ApiError::field("name", "has already been taken"));
    }
    Ok(())
}
