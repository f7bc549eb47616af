//! Two people changed one segment.

use guidepost_model::{Choice, Draft, Field, GroupId, Merge, SegmentDraft, changes, merge};
use proptest::prelude::*;

use crate::support::{drafts, staff, tags};

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
    let mine = SegmentDraft { name: "Mine".into(), group_ids: vec![GroupId(1)], ..staff() };
    let theirs = SegmentDraft { name: "Theirs".into(), group_ids: vec![GroupId(2)], ..staff() };
    let mut merge = merge(staff(), mine, theirs);
    assert_eq!(choices(&merge), [(Field::Name, None), (Field::Groups, None)]);
    assert_eq!((merge.undecided(), merge.result()), (2, None));

    merge.choose(Field::Name, Choice::Mine);
    assert_eq!((merge.undecided(), merge.result()), (1, None));

    merge.choose(Field::Groups, Choice::Theirs);
    let decided = SegmentDraft { name: "Mine".into(), group_ids: vec![GroupId(2)], ..staff() };
    assert_eq!((merge.undecided(), merge.result()), (0, Some(decided)));
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
}
