//! Segments as a file: for a spreadsheet, or for a script. Both name what the rule refers to beside its id, and both have
//! ids as text: a spreadsheet and JavaScript round numbers of seventeen digits.

mod csv;
mod json;

pub use csv::segments_to_csv;
pub use json::segments_to_json;

use crate::{Draft, Field, Item, UserSegment};

/// The lists of a segment that refer to something by id, with what they are called in a file: the names, and the ids.
const REFERENCES: [(Field, &str, &str); 3] = [
    (Field::Groups, "groups", "group_ids"),
    (Field::Organizations, "organizations", "organization_ids"),
    (Field::AddedUsers, "added_users", "added_user_ids"),
];

/// The id of something that a list refers to; tags have none.
fn id_of(item: &Item) -> String {
    match item {
        Item::Group(id) => id.0.to_string(),
        Item::Organization(id) => id.0.to_string(),
        Item::User(id) => id.0.to_string(),
        Item::Segment(id) => id.0.to_string(),
        Item::Tag(_) => String::new(),
    }
}

fn references(segment: &UserSegment, field: Field) -> Vec<Item> {
    segment.draft().items(field)
}
