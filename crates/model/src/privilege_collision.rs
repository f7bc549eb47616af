//! Whether two people's changes to a permission group get in each other's way.

use std::collections::HashSet;

use crate::{PermissionGroupDraft, Plan, Privilege, SegmentId};

/// True when someone would not get what they changed: a segment can edit or publish in `merged` although one side took
/// that away, or can't although one side gave it. The lists alone never disagree, but Publish includes Edit: taking Edit
/// away has no effect when the other side gives Publish.
pub(crate) fn privileges_collide(
    base: &PermissionGroupDraft,
    mine: &PermissionGroupDraft,
    theirs: &PermissionGroupDraft,
    merged: &PermissionGroupDraft,
) -> bool {
    Privilege::ALL.into_iter().any(|privilege| {
        // On other plans Edit is never granted, so there is less to collide.
        let holders = |draft: &PermissionGroupDraft| -> HashSet<SegmentId> {
            draft.holders(privilege, Plan::Enterprise).into_iter().collect()
        };
        let (base, merged) = (holders(base), holders(merged));
        [mine, theirs].map(holders).iter().any(|wanted| {
            let mut changed = base.symmetric_difference(wanted);
            changed.any(|segment| wanted.contains(segment) != merged.contains(segment))
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::{Draft, PermissionGroupDraft, SegmentId, merge};

    fn draft(name: &str, edit: &[u64], publish: &[u64]) -> PermissionGroupDraft {
        let ids = |ids: &[u64]| ids.iter().copied().map(SegmentId::from).collect();
        PermissionGroupDraft { name: name.to_owned(), edit: ids(edit), publish: ids(publish) }
    }

    fn merged(
        base: PermissionGroupDraft,
        mine: PermissionGroupDraft,
        theirs: PermissionGroupDraft,
    ) -> Option<PermissionGroupDraft> {
        PermissionGroupDraft::merge_unasked(&merge(base, mine, theirs))
    }

    #[test]
    fn different_privileges_and_the_name_are_merged() {
        let base = draft("A", &[1], &[2]);
        let mine = draft("A", &[1, 3], &[2]);
        let theirs = draft("B", &[1, 4], &[2, 5]);
        assert_eq!(merged(base, mine, theirs), Some(draft("B", &[1, 4, 3], &[2, 5])));
    }

    #[test]
    fn edit_and_publish_given_to_one_segment_are_merged() {
        let theirs = draft("A", &[1], &[]);
        let mine = draft("A", &[], &[1]);
        assert_eq!(merged(draft("A", &[], &[]), mine, theirs), Some(draft("A", &[1], &[1])));
    }

    #[test]
    fn two_names_are_a_question() {
        let [base, mine, theirs] = ["A", "B", "C"].map(|name| draft(name, &[1], &[]));
        assert_eq!(merged(base, mine, theirs), None);
    }

    #[test]
    fn edit_taken_and_publish_given_is_a_question_on_either_side() {
        let base = draft("A", &[1, 2], &[]);
        let taken = draft("A", &[2], &[]);
        let given = draft("A", &[1, 2], &[1]);
        assert_eq!(merged(base.clone(), taken.clone(), given.clone()), None);
        assert_eq!(merged(base, given, taken), None);
    }

    #[test]
    fn publish_taken_while_edit_is_listed_is_a_question() {
        // Taking Publish would have taken Edit along.
        let base = draft("A", &[], &[1, 2]);
        let mine = draft("A", &[], &[2]);
        let theirs = draft("A", &[1], &[1, 2]);
        assert_eq!(merged(base, mine, theirs), None);
    }

    #[test]
    fn both_together_taking_the_last_publisher_is_a_question() {
        let base = draft("A", &[], &[1, 2]);
        let (mine, theirs) = (draft("A", &[], &[1]), draft("A", &[], &[2]));
        assert_eq!(merged(base, mine, theirs), None);
    }
}
