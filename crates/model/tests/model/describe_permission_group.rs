//! Permission groups as sentences.

use guidepost_model::{
    Item, Part, PermissionGroupDraft, Plan, SegmentId, describe_permission_group,
};
use proptest::prelude::*;

use crate::support::{PLANS, granting, group_drafts, many, plans};

fn name(item: &Item) -> String {
    match item {
        Item::Segment(SegmentId(1)) => "Tour crew".into(),
        Item::Segment(SegmentId(2)) => "Stage piano specialists".into(),
        Item::Segment(SegmentId(3)) => "Content team".into(),
        Item::Segment(SegmentId(id)) => format!("segment {id}"),
        other => panic!("{other:?} in a permission group"),
    }
}

fn words(draft: &PermissionGroupDraft, plan: Plan) -> String {
    describe_permission_group(draft, plan).to_text(name)
}

#[track_caller]
fn assert_words<const N: usize>(plan: Plan, table: [(PermissionGroupDraft, &str); N]) {
    for (draft, sentence) in table {
        assert_eq!(words(&draft, plan), sentence);
    }
}

#[test]
fn without_a_segment_only_managers_can() {
    for plan in PLANS {
        let sentence = "Only help center managers can edit and publish.";
        assert_words(plan, [(granting([], []), sentence)]);
    }
}

#[test]
fn those_who_publish_are_named_first_and_those_who_only_edit_after_them() {
    assert_words(
        Plan::Enterprise,
        [
            (
                granting([2, 1], []),
                "People in Stage piano specialists and Tour crew can edit and save drafts. \
                 Only help center managers can publish.",
            ),
            (
                granting([], [3]),
                "People in Content team can edit and publish. Help center managers can always do both.",
            ),
            (
                granting([1, 2, 3], [3]),
                "People in Content team can edit and publish. \
                 People in Tour crew and Stage piano specialists can edit and save drafts. \
                 Help center managers can always do both.",
            ),
        ],
    );
}

#[test]
fn an_edit_that_the_plan_does_not_honour_is_not_told() {
    for plan in [Plan::Professional, Plan::Lite] {
        assert_words(
            plan,
            [
                (granting([1, 2], []), "Only help center managers can edit and publish."),
                (
                    granting([1], [3, 2]),
                    "People in Content team and Stage piano specialists can edit and publish. \
                     Help center managers can always do both.",
                ),
            ],
        );
    }
}

#[test]
fn six_segments_are_named_and_seven_are_counted() {
    let with = |count| PermissionGroupDraft { publish: many(count), ..granting([], []) };
    assert_words(
        Plan::Enterprise,
        [
            (
                with(6),
                "People in Tour crew, Stage piano specialists, Content team, segment 4, segment 5 and segment 6 \
                 can edit and publish. Help center managers can always do both.",
            ),
            (
                with(7),
                "People in 7 segments can edit and publish. Help center managers can always do both.",
            ),
        ],
    );
}

#[test]
fn what_carries_the_meaning_is_strong() {
    let strong = |draft: &PermissionGroupDraft| -> Vec<String> {
        let sentence = describe_permission_group(draft, Plan::Enterprise);
        let strong = |part| if let Part::Strong(words) = part { Some(words) } else { None };
        sentence.0.into_iter().filter_map(strong).collect()
    };
    assert_eq!(strong(&granting([1], [2])), ["edit and publish", "edit"]);
    let many = PermissionGroupDraft { edit: many(20), ..granting([], []) };
    assert_eq!(strong(&many), ["20 segments", "edit"]);
}

proptest! {
    #[test]
    fn a_description_is_whole_sentences_and_names_nobody_twice(draft in group_drafts(), plan in plans()) {
        let sentence = describe_permission_group(&draft, plan);
        let text = sentence.to_text(name);
        prop_assert!(text.ends_with('.') && !text.contains("  ") && !text.contains(" ."), "{}", text);
        let mut named: Vec<_> =
            sentence.0.iter().filter_map(|part| if let Part::Item(item) = part { Some(item) } else { None }).collect();
        let count = named.len();
        named.sort();
        named.dedup();
        prop_assert_eq!(named.len(), count);
    }
}
