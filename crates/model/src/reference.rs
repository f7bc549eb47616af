//! What a segment names by id: groups, organizations, people. Each can be deleted in Zendesk, and the segment goes on
//! naming it: nobody gets in through it any more.

use crate::{Draft, Field, Item, SegmentDraft, UserSegment, UserType};

/// The lists of ids, in the form's order.
const FIELDS: [Field; 3] = [Field::Groups, Field::Organizations, Field::AddedUsers];

impl SegmentDraft {
    /// Everything that the segment names by id and that counts for its user type.
    pub fn references(&self) -> Vec<Item> {
        let draft = self.applicable();
        FIELDS.into_iter().flat_map(|field| draft.items(field)).collect()
    }

    /// Takes these groups, organizations and people out.
    pub fn remove_references(&mut self, gone: &[Item]) {
        self.group_ids.retain(|id| !gone.contains(&Item::Group(*id)));
        self.organization_ids.retain(|id| !gone.contains(&Item::Organization(*id)));
        self.added_user_ids.retain(|id| !gone.contains(&Item::User(*id)));
    }
}

impl UserSegment {
    /// Everything that it names by id and that counts for its user type.
    pub fn references(&self) -> Vec<Item> {
        let groups = self.group_ids.iter().copied().map(Item::Group);
        let organizations = self.organization_ids.iter().copied().map(Item::Organization);
        let people = self.added_user_ids.iter().copied().map(Item::User);
        match self.user_type {
            UserType::Staff => groups.chain(people).collect(),
            UserType::SignedInUsers => organizations.chain(people).collect(),
            UserType::Other(_) => groups.chain(organizations).chain(people).collect(),
        }
    }
}

/// Which items are meant, one of them, and several of them.
type Noun = (fn(&Item) -> bool, &'static str, &'static str);

/// What it means to refer to something that no longer exists; empty where nothing is missing.
pub fn explain_missing(missing: &[Item]) -> String {
    match missing {
        [] => String::new(),
        [_] => format!("Refers to {}. Nobody gets in through it.", describe_missing(missing)),
        [..] => format!("Refers to {}. Nobody gets in through them.", describe_missing(missing)),
    }
}

/// What no longer exists, in words: "a deleted group", "2 deleted groups and a deleted person".
fn describe_missing(missing: &[Item]) -> String {
    let kinds: [Noun; 3] = [
        (|item| matches!(item, Item::Group(_)), "group", "groups"),
        (|item| matches!(item, Item::Organization(_)), "organization", "organizations"),
        (|item| matches!(item, Item::User(_)), "person", "people"),
    ];
    let parts: Vec<String> = kinds
        .into_iter()
        .filter_map(|(of_kind, one, many)| {
            match missing.iter().filter(|item| of_kind(item)).count() {
                0 => None,
                1 => Some(format!("a deleted {one}")),
                count => Some(format!("{count} deleted {many}")),
            }
        })
        .collect();
    match parts.as_slice() {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        parts => parts.concat(),
    }
}
