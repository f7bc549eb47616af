//! Lists far longer than any limit: pasted or imported, they are refused, but at once. Where the time grew with
//! the square of the length, these tests would be the slowest of all.

use guidepost_model::{
    ApiError, Context, Detail, Field, SegmentDraft, changes, describe, merge, tag, validate,
    warnings,
};

use crate::support::{many, many_tags, staff};

const MANY: usize = 30_000;

fn long() -> SegmentDraft {
    SegmentDraft {
        group_ids: many(MANY as u64),
        tags: many_tags(MANY),
        or_tags: many_tags(MANY).into_iter().rev().collect(),
        added_user_ids: many(MANY as u64),
        ..staff()
    }
}

#[test]
fn a_long_draft_is_refused_at_once() {
    let errors = validate(&long(), &Context::default()).unwrap_err();
    let fields: Vec<_> = errors.0.into_iter().filter_map(|(field, _)| field).collect();
    assert_eq!(fields, [Field::Groups, Field::Tags, Field::OrTags, Field::AddedUsers,]);
}

#[test]
fn one_tag_many_times_is_one_problem() {
    let draft = SegmentDraft { tags: vec!["vip".into(); MANY], ..staff() };
    assert_eq!(validate(&draft, &Context::default()).unwrap_err().0.len(), 2);
}

#[test]
fn a_long_draft_is_warned_about_and_described_at_once() {
    assert_eq!(warnings(&long()).len(), MANY);
    let text = describe(&long(), Detail::Prose).to_text(|_| String::new());
    assert_eq!(
        text,
        "Staff in one of 30000 groups who have all of 30000 tags and at least one of 30000 tags. Plus 30000 people."
    );
}

#[test]
fn long_drafts_are_compared_and_merged_at_once() {
    let other = SegmentDraft { tags: many_tags(MANY + 1), ..long() };
    assert_eq!(changes(&long(), &other).len(), 1);
    let merged = merge(staff(), long(), other.clone()).result();
    assert_eq!(merged.map(|merged| changes(&other, &merged).len()), Some(0));
}

#[test]
fn a_long_paste_is_split_at_once() {
    assert_eq!(tag::split(&many_tags(MANY).join(", ")).len(), MANY);
}

#[test]
fn a_long_list_of_errors_is_read_at_once() {
    let texts: Vec<_> = many_tags(MANY).into_iter().map(|tag| format!("{tag} is bad.")).collect();
    let body = serde_json::json!({ "description": "Refused.", "errors": texts }).to_string();
    let message = ApiError::read(422, &body).message.unwrap();
    assert!(message.starts_with("Refused. tag1 is bad. tag2 is bad."));
}
