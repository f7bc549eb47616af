//! Two people changed one segment.

use std::collections::HashSet;

use guidepost_model::{
    Choice, Draft, Field, Item, Merge, SegmentDraft, UserType, Values, changes, merge,
};
use proptest::prelude::*;

use crate::support::{drafts, signed_in, staff, tags};

fn choices(merge: &Merge<SegmentDraft>) -> Vec<(Field, Option<Choice>)> {
    merge.rows.iter().map(|row| (row.field, row.choice)).collect()
}

#[test]
fn nothing_changed_is_nothing_to_decide() {
    let merge = merge(staff(), staff(), staff());
    assert_eq!(merge.rows, []);
    assert_eq!(merge.result(), Some(staff()));
}

#[test]
fn what_only_one_side_changed_is_chosen_already() {
    let mine = SegmentDraft { name: "Mine".into(), ..staff() };
    let theirs = SegmentDraft { tags: tags(["theirs"]), ..staff() };
    let merge = merge(staff(), mine, theirs);
    assert_eq!(
        choices(&merge),
        [(Field::Name, Some(Choice::Mine)), (Field::Tags, Some(Choice::Theirs)),]
    );
    assert!(merge.rows[0].theirs.is_none());
    assert!(merge.rows[1].mine.is_none());
    assert_eq!(merge.undecided(), 0);
    let both = SegmentDraft { name: "Mine".into(), tags: tags(["theirs"]), ..staff() };
    assert_eq!(merge.result(), Some(both));
}

#[test]
fn what_both_changed_to_the_same_is_chosen_already() {
    let mine = SegmentDraft { name: "New ".into(), tags: tags(["a", "b"]), ..staff() };
    let theirs = SegmentDraft { name: "New".into(), tags: tags(["b", "a"]), ..staff() };
    let merge = merge(staff(), mine, theirs.clone());
    assert_eq!(
        choices(&merge),
        [(Field::Name, Some(Choice::Theirs)), (Field::Tags, Some(Choice::Theirs)),]
    );
    assert!(merge.rows.iter().all(|row| row.mine.is_some() && row.theirs.is_some()));
    assert_eq!(merge.result(), Some(theirs));
}

#[test]
fn what_both_changed_differently_waits_for_a_decision() {
    let mine = SegmentDraft { name: "Mine".into(), user_type: None, ..staff() };
    let theirs =
        SegmentDraft { name: "Theirs".into(), user_type: Some(UserType::SignedInUsers), ..staff() };
    let mut merge = merge(staff(), mine, theirs);
    assert_eq!(choices(&merge), [(Field::Name, None), (Field::UserType, None)]);
    assert_eq!((merge.undecided(), merge.result()), (2, None));

    merge.choose(Field::Name, Choice::Mine);
    assert_eq!((merge.undecided(), merge.result()), (1, None));

    merge.choose(Field::UserType, Choice::Theirs);
    let decided = SegmentDraft { name: "Mine".into(), ..signed_in() };
    assert_eq!((merge.undecided(), merge.result()), (0, Some(decided)));
}

fn tagged<const N: usize>(names: [&str; N]) -> SegmentDraft {
    SegmentDraft { tags: tags(names), ..staff() }
}

#[test]
fn different_items_of_one_list_are_taken_over_from_both_sides() {
    let merge =
        merge(tagged(["nda", "vip"]), tagged(["nda", "vip", "mine"]), tagged(["vip", "theirs"]));
    assert_eq!(choices(&merge), [(Field::Tags, Some(Choice::Both))]);
    assert!(merge.rows[0].allows_both());
    assert_eq!(merge.result(), Some(tagged(["vip", "theirs", "mine"])), "nda does not come back");
}

#[test]
fn one_side_of_a_list_can_still_be_chosen_whole() {
    let mut merge = merge(tagged(["nda"]), tagged(["nda", "mine"]), tagged(["theirs"]));
    merge.choose(Field::Tags, Choice::Mine);
    assert_eq!(merge.result(), Some(tagged(["nda", "mine"])));
    merge.choose(Field::Tags, Choice::Theirs);
    assert_eq!(merge.result(), Some(tagged(["theirs"])));
}

#[test]
fn a_list_that_only_both_together_would_empty_waits_for_a_decision() {
    let merge = merge(tagged(["a", "b"]), tagged(["a"]), tagged(["b"]));
    assert_eq!(choices(&merge), [(Field::Tags, None)], "without tags it would let everyone in");
}

#[test]
fn what_waits_for_a_decision_can_be_taken_from_one_side() {
    let mine = SegmentDraft { name: "Mine".into(), ..tagged(["mine"]) };
    let theirs = SegmentDraft { name: "Theirs".into(), ..tagged(["theirs"]) };
    let merge = merge(staff(), mine, theirs);
    let expected = SegmentDraft { name: "Mine".into(), ..tagged(["theirs", "mine"]) };
    assert_eq!(merge.result_or(Choice::Mine), expected);
}

#[test]
fn a_choice_can_be_changed_and_one_about_an_unchanged_field_does_nothing() {
    let mine = SegmentDraft { name: "Mine".into(), ..staff() };
    let mut merge = merge(staff(), mine, staff());
    merge.choose(Field::Name, Choice::Theirs);
    merge.choose(Field::Tags, Choice::Mine);
    assert_eq!(merge.rows.len(), 1);
    assert_eq!(merge.result(), Some(staff()));
}

fn decided(mut merge: Merge<SegmentDraft>, choice: Choice) -> SegmentDraft {
    for field in SegmentDraft::FIELDS.iter().copied() {
        merge.choose(field, choice);
    }
    merge.result().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn with_all_mine_every_row_is_mine(base in drafts(), mine in drafts(), theirs in drafts()) {
        let merge = merge(base, mine.clone(), theirs);
        let rows: Vec<_> = merge.rows.iter().map(|row| row.field).collect();
        let result = decided(merge, Choice::Mine);
        for field in rows {
            let mut taken = result.clone();
            taken.copy_field(field, &mine);
            prop_assert_eq!(&taken, &result, "{:?}", field);
        }
        prop_assert_eq!(changes(&result, &mine), []);
    }

    #[test]
    fn with_all_theirs_the_result_is_theirs(base in drafts(), mine in drafts(), theirs in drafts()) {
        let merge = merge(base, mine, theirs.clone());
        prop_assert_eq!(decided(merge, Choice::Theirs), theirs);
    }

    #[test]
    fn if_nobody_else_changed_it_the_result_is_mine(base in drafts(), mine in drafts()) {
        let merge = merge(base.clone(), mine.clone(), base);
        prop_assert_eq!(merge.undecided(), 0);
        prop_assert_eq!(changes(&merge.result().unwrap(), &mine), []);
    }

    #[test]
    fn each_changed_field_has_one_row_in_the_forms_order(
        base in drafts(), mine in drafts(), theirs in drafts()
    ) {
        let merge = merge(base, mine, theirs);
        prop_assert!(merge.rows.is_sorted_by(|one, other| one.field < other.field));
        for row in &merge.rows {
            prop_assert!(row.mine.is_some() || row.theirs.is_some());
            let both = row.mine.is_some() && row.theirs.is_some();
            prop_assert!(row.choice.is_some() || both);
        }
    }

    #[test]
    fn with_both_nothing_is_lost_and_nothing_comes_back(
        base in drafts(), mine in drafts(), theirs in drafts()
    ) {
        let mut merge = merge(base, mine, theirs);
        let rows = merge.rows.clone();
        for row in rows.iter().filter(|row| row.allows_both()) {
            merge.choose(row.field, Choice::Both);
            let items: HashSet<Item> =
                merge.result_or(Choice::Theirs).items(row.field).into_iter().collect();
            for side in [&row.mine, &row.theirs] {
                let Some(Values::List { added, removed }) = side else { continue };
                prop_assert!(added.iter().all(|item| items.contains(item)));
                prop_assert!(removed.iter().all(|item| !items.contains(item)));
            }
        }
    }
}
