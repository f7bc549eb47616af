//! Who can edit and publish through a permission group, in plain sentences.

use super::{SPELLED_OUT, Sentence, count};
use crate::{Item, PermissionGroupDraft, Plan, Privilege, SegmentId, list::without};

/// Says what a permission group with these lists lets whom do. Segments are named; more than six are counted.
pub fn describe_permission_group(draft: &PermissionGroupDraft, plan: Plan) -> Sentence {
    let publish = draft.holders(Privilege::Publish, plan);
    let edit_only = without(&draft.holders(Privilege::Edit, plan), &publish);
    let mut sentence = Sentence::default();
    if !publish.is_empty() {
        people(&mut sentence, &publish);
        sentence.text(" can ");
        sentence.strong("edit and publish");
        sentence.text(". ");
    }
    if !edit_only.is_empty() {
        people(&mut sentence, &edit_only);
        sentence.text(" can ");
        sentence.strong("edit");
        sentence.text(" and save drafts. ");
    }
    let managers = match (publish.is_empty(), edit_only.is_empty()) {
        (true, true) => "Only help center managers can edit and publish.",
        (true, false) => "Only help center managers can publish.",
        (false, _) => "Help center managers can always do both.",
    };
    sentence.text(managers);
    sentence
}

fn people(sentence: &mut Sentence, segments: &[SegmentId]) {
    sentence.text("People in ");
    if segments.len() > SPELLED_OUT {
        sentence.strong(count(segments.len(), "segment", "segments"));
    } else {
        let items: Vec<Item> = segments.iter().copied().map(Item::Segment).collect();
        sentence.list(&items, SPELLED_OUT, "and");
    }
}
