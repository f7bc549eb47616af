//! A segment in one plain sentence.

use super::{SPELLED_OUT, Sentence, count};
use crate::{Item, SegmentDraft, UserType, list::once};

/// How much the sentence tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// For a table's row: at most two values a condition.
    Line,
    /// For a panel: whole sentences, up to six values a condition.
    Prose,
}

/// Says who is in a segment with these criteria. A value that stands twice is told once.
pub fn describe(draft: &SegmentDraft, detail: Detail) -> Sentence {
    let mut sentence = Sentence::default();
    let people = once(&draft.added_user_ids).len();
    let Some(user_type) = &draft.user_type else {
        sentence.text("Choose a user type to see who’s included.");
        return sentence;
    };
    if draft.is_only_people() {
        sentence.strong(format!("Only {}", count(people, "person", "people")));
        sentence.text(", added individually");
    } else if draft.has_no_conditions() {
        sentence.text(everyone(user_type));
    } else {
        sentence.strong(subject(user_type));
        match detail {
            Detail::Line => line(&mut sentence, draft),
            Detail::Prose => prose(&mut sentence, draft),
        }
        match (people, detail) {
            (0, _) => {}
            (_, Detail::Line) => {
                sentence.text(format!(", plus {}", count(people, "person", "people")))
            }
            (_, Detail::Prose) => {
                sentence.text(". Plus ");
                sentence.strong(count(people, "person", "people"));
            }
        }
    }
    if detail == Detail::Prose {
        sentence.text(".");
    }
    sentence
}

fn everyone(user_type: &UserType) -> String {
    match user_type {
        UserType::SignedInUsers => "Everyone who is signed in".into(),
        UserType::Staff => "All agents and admins".into(),
        UserType::Other(name) => format!("Everyone of the type “{name}”"),
    }
}

fn subject(user_type: &UserType) -> String {
    match user_type {
        UserType::SignedInUsers => "Signed-in users".into(),
        UserType::Staff => "Staff".into(),
        UserType::Other(name) => format!("Users of the type “{name}”"),
    }
}

fn line(sentence: &mut Sentence, draft: &SegmentDraft) {
    let places = places(draft);
    let (tags, or_tags) = (tags(&draft.tags), tags(&draft.or_tags));
    // Three conditions don't fit a row with their values: the tags become counts.
    let crowded = !places.is_empty() && !tags.is_empty() && !or_tags.is_empty();
    if !places.is_empty() {
        sentence.text(preposition(draft));
        sentence.list(&places, if crowded { 1 } else { 2 }, "or");
    }
    if !tags.is_empty() {
        if crowded {
            sentence.text(format!(" with {}", count(tags.len(), "tag", "tags")));
        } else {
            sentence.text(" with all of ");
            sentence.list(&tags, 2, "and");
        }
    }
    if !or_tags.is_empty() {
        sentence.text(if tags.is_empty() { " with any of " } else { " and any of " });
        if crowded {
            sentence.text(or_tags.len().to_string());
        } else {
            sentence.list(&or_tags, 2, "or");
        }
    }
}

fn prose(sentence: &mut Sentence, draft: &SegmentDraft) {
    let places = places(draft);
    if !places.is_empty() {
        sentence.text(preposition(draft));
        if places.len() > SPELLED_OUT {
            sentence.text("one of ");
            let noun = match (draft.group_ids.is_empty(), draft.organization_ids.is_empty()) {
                (true, _) => "organizations",
                (false, true) => "groups",
                (false, false) => "groups and organizations",
            };
            sentence.strong(format!("{} {noun}", places.len()));
        } else {
            sentence.list(&places, SPELLED_OUT, "or");
        }
    }
    let (tags, or_tags) = (tags(&draft.tags), tags(&draft.or_tags));
    if !tags.is_empty() || !or_tags.is_empty() {
        sentence.text(" who have ");
    }
    match tags.len() {
        0 => {}
        1..=SPELLED_OUT => {
            sentence.text(match tags.len() {
                1 => "",
                2 => "both ",
                _ => "all of ",
            });
            sentence.list(&tags, SPELLED_OUT, "and");
        }
        many => {
            sentence.text("all of ");
            sentence.strong(count(many, "tag", "tags"));
        }
    }
    if !tags.is_empty() && !or_tags.is_empty() {
        sentence.text(" and ");
    }
    match or_tags.len() {
        0 => {}
        1 => sentence.list(&or_tags, 1, "or"),
        2..=SPELLED_OUT => {
            sentence.text("at least one of ");
            sentence.list(&or_tags, SPELLED_OUT, "or");
        }
        many => {
            sentence.text("at least one of ");
            sentence.strong(count(many, "tag", "tags"));
        }
    }
}

fn preposition(draft: &SegmentDraft) -> &'static str {
    if draft.group_ids.is_empty() { " from " } else { " in " }
}

/// The groups and organizations; a segment uses one of the two, and wrong data should still be told whole.
fn places(draft: &SegmentDraft) -> Vec<Item> {
    let groups = once(&draft.group_ids).into_iter().map(Item::Group);
    let organizations = once(&draft.organization_ids).into_iter().map(Item::Organization);
    groups.chain(organizations).collect()
}

fn tags(tags: &[String]) -> Vec<Item> {
    once(tags).into_iter().map(Item::Tag).collect()
}
