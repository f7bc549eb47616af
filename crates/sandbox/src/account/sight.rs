//! What somebody may see of a help center, as a condition on rows.

use std::collections::HashSet;

use guidepost_model::{PermissionGroupId, Person, Plan, Privilege, SegmentId, evaluate};
use rusqlite::types::Value;

use super::{Rule, row::to_json, rules::Grants};

/// How much of the help centers somebody sees.
#[derive(Debug)]
pub(crate) enum Sight {
    /// Help center managers: everything, whatever the segments say.
    Everything,
    /// Everybody else: what everyone sees, and what their segments open.
    Part {
        segments: Vec<SegmentId>,
        /// The permission groups that let them edit articles, drafts among these.
        edits: Vec<PermissionGroupId>,
        /// Those that let them publish.
        publishes: Vec<PermissionGroupId>,
    },
}

impl Sight {
    /// What visitors see who are not signed in.
    pub(super) const fn of_everyone() -> Self {
        Self::Part { segments: Vec::new(), edits: Vec::new(), publishes: Vec::new() }
    }

    /// What an end user sees: no drafts, whatever a permission group says.
    pub(super) fn of_end_user(rules: &[Rule], person: &Person) -> Self {
        let segments = segments(rules, person);
        Self::Part { segments, edits: Vec::new(), publishes: Vec::new() }
    }

    /// What an agent sees who does not manage the help center.
    pub(super) fn of_agent(rules: &[Rule], grants: &[Grants], person: &Person, plan: Plan) -> Self {
        let segments = segments(rules, person);
        // A group names few segments and an agent is in many: those that it names are asked, the others get nothing.
        let mine: HashSet<SegmentId> = segments.iter().copied().collect();
        let granting = |privilege| {
            let granting = grants.iter().filter(|(_, group)| {
                let named = group.edit.iter().chain(&group.publish);
                named
                    .filter(|segment| mine.contains(segment))
                    .any(|segment| group.grant(*segment, privilege, plan).holds())
            });
            granting.map(|(id, _)| *id).collect()
        };
        let (edits, publishes) = (granting(Privilege::Edit), granting(Privilege::Publish));
        Self::Part { segments, edits, publishes }
    }

    /// The condition on a row with a `user_segment_id`, and its value, which is added to the parameters.
    pub(super) fn of_segment(&self, parameters: &mut Vec<Value>) -> String {
        let Self::Part { segments, .. } = self else { return "1".to_owned() };
        parameters.push(to_json(segments).into());
        let at = parameters.len();
        format!(
            "(user_segment_id IS NULL OR user_segment_id IN (SELECT value FROM json_each(?{at})))"
        )
    }

    /// The condition on an article. Drafts are seen by those who may edit them.
    pub(super) fn of_article(&self, parameters: &mut Vec<Value>) -> String {
        let Self::Part { segments, edits, .. } = self else { return "1".to_owned() };
        parameters.extend([to_json(segments).into(), to_json(edits).into()]);
        let (segments, edits) = (parameters.len() - 1, parameters.len());
        // Only an article with several segments is asked for all of them: few are, and reading a list takes time.
        format!(
            "(user_segment_id IS NULL
              OR user_segment_id IN (SELECT value FROM json_each(?{segments}))
              OR (instr(user_segment_ids, ',') > 0 AND EXISTS
                  (SELECT 1 FROM json_each(user_segment_ids) AS one
                   WHERE one.value IN (SELECT value FROM json_each(?{segments})))))
             AND (draft = 0 OR permission_group_id IN (SELECT value FROM json_each(?{edits})))"
        )
    }

    /// True for who may say of an article with this permission group who sees it.
    pub(crate) fn publishes(&self, group: Option<PermissionGroupId>) -> bool {
        match self {
            Self::Everything => true,
            Self::Part { publishes, .. } => group.is_some_and(|group| publishes.contains(&group)),
        }
    }
}

/// The segments that somebody is in.
fn segments(rules: &[Rule], person: &Person) -> Vec<SegmentId> {
    let mine = rules.iter().filter(|rule| evaluate(person, &rule.criteria).member);
    mine.map(|rule| rule.segment.id).collect()
}
