//! Which segments the table offers: those of staff, and whatever else the group holds, so that it can be taken out.

use std::{collections::HashSet, sync::Arc};

use guidepost_model::{
    PermissionGroupDraft, SegmentId, SegmentQuery, Sort, SortKey, UserSegment, UserType, has_words,
    search_key,
};
use leptos::prelude::*;

use super::GroupForm;
use crate::store::{Names, Progress, Segments};

/// A segment that holds a privilege, or could.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    pub(super) id: SegmentId,
    /// `None` for one that no longer exists.
    pub(super) segment: Option<Arc<UserSegment>>,
}

impl Candidate {
    fn of(segment: &Arc<UserSegment>) -> Self {
        Self { id: segment.id, segment: Some(segment.clone()) }
    }

    /// What it is called.
    pub(super) fn name(&self) -> &str {
        self.segment.as_ref().map_or("deleted segment", |segment| segment.display_name())
    }

    /// True for those that can hold privileges.
    pub(super) fn is_staff(&self) -> bool {
        self.segment.as_ref().is_some_and(|segment| segment.user_type == UserType::Staff)
    }
}

/// The rows of the table, and what narrows them.
#[derive(Clone, Copy)]
pub(super) struct Candidates {
    /// What is searched for, as typed.
    pub(super) text: RwSignal<String>,
    /// Only those that hold a privilege, or did when the form was opened.
    pub(super) granted_only: RwSignal<bool>,
    /// How many segments of staff there are.
    pub(super) staff: Memo<usize>,
    /// How many segments the group lists.
    pub(super) granted: Memo<usize>,
    /// The rows to show, in their order.
    pub(super) shown: Memo<Vec<Candidate>>,
}

impl Candidates {
    /// Follows the segments, and what the form holds.
    pub(super) fn follow(form: GroupForm) -> Self {
        let (segments, names) = (Segments::expect(), Names::expect());
        let text = RwSignal::new(String::new());
        let granted_only = RwSignal::new(false);
        let staff = Memo::new(move |_| {
            let mut staff = segments.all();
            staff.retain(|segment| segment.user_type == UserType::Staff);
            // Built-in ones first, then by name.
            let order =
                SegmentQuery { sort: Sort::natural(SortKey::Name), ..SegmentQuery::default() };
            staff.sort_by(|one, other| order.compare(one, other));
            staff.iter().map(Candidate::of).collect::<Vec<_>>()
        });
        let held = Memo::new(move |_| {
            let mut held = form.draft.with(listed);
            held.extend(form.opened.with(listed));
            held
        });
        let strangers = Memo::new(move |_| {
            let known: HashSet<SegmentId> =
                staff.with(|staff| staff.iter().map(|row| row.id).collect());
            let complete = segments.progress() == Progress::Complete;
            let all = segments.all();
            let mut strangers: Vec<SegmentId> =
                held.with(|held| held.iter().copied().filter(|id| !known.contains(id)).collect());
            strangers.sort_unstable();
            let candidate = |id: SegmentId| {
                let segment = all.iter().find(|segment| segment.id == id).cloned();
                // Before every page is here, one that was not found may still come.
                (segment.is_some() || complete).then_some(Candidate { id, segment })
            };
            strangers.into_iter().filter_map(candidate).collect::<Vec<_>>()
        });
        let all = Memo::new(move |_| {
            let mut all = strangers.get();
            staff.with(|staff| all.extend_from_slice(staff));
            all
        });
        // Built when a search first needs it, and again when segments or names arrive.
        let keys = Memo::new(move |_| {
            let all = all.get();
            let named = |row: &Candidate| {
                row.segment.as_deref().map(UserSegment::references).unwrap_or_default()
            };
            names.want(&all.iter().flat_map(named).collect::<Vec<_>>());
            let key = |row: &Candidate, name: &dyn Fn(&_) -> Option<String>| {
                let Some(segment) = &row.segment else { return row.name().to_owned() };
                let known: Vec<String> = named(row).iter().filter_map(name).collect();
                search_key(segment, known.iter().map(String::as_str))
            };
            let keys: Vec<String> =
                names.known_of(|name| all.iter().map(|row| key(row, name)).collect());
            Arc::new(keys)
        });
        let shown = Memo::new(move |_| {
            let mut rows = all.get();
            let text = text.get();
            if !text.trim().is_empty() {
                let keys = keys.get();
                let mut keys = keys.iter();
                rows.retain(|_| keys.next().is_some_and(|key| has_words(key, &text)));
            }
            if granted_only.get() {
                held.with(|held| rows.retain(|row| held.contains(&row.id)));
            }
            rows
        });
        Self {
            text,
            granted_only,
            staff: Memo::new(move |_| staff.with(Vec::len)),
            granted: Memo::new(move |_| form.draft.with(listed).len()),
            shown,
        }
    }
}

/// The segments that a draft names, each once.
fn listed(draft: &PermissionGroupDraft) -> HashSet<SegmentId> {
    draft.edit.iter().chain(&draft.publish).copied().collect()
}
