//! A permission group as the form machinery sees it.

use std::collections::HashSet;

use guidepost_model::{
    Change, Field, PermissionGroup, PermissionGroupContext, PermissionGroupDraft, SegmentId,
    UserType, Values, Warning, permission_group_warnings, validate_permission_group, visible_text,
};
use leptos::prelude::*;

use super::words::GroupWords;
use crate::{
    pages::form::{Check, Editable, FormState},
    session::Session,
    store::{Names, PermissionGroups, Progress, Segments},
};

/// Where the errors of both privileges lead to.
pub(super) const TABLE: &str = "privileges";

impl Editable for PermissionGroup {
    fn check(base: RwSignal<Option<Self>>) -> Check<Self> {
        let (session, groups) = (Session::expect(), PermissionGroups::expect());
        let segments = Segments::expect();
        let not_staff = Memo::new(move |_| {
            let all = segments.all();
            let others = all.iter().filter(|segment| segment.user_type != UserType::Staff);
            others.map(|segment| segment.id).collect::<HashSet<SegmentId>>()
        });
        let context = Memo::new(move |_| {
            let (is_new, stored_edit) = base.with(|base| match base {
                Some(base) => (false, base.edit.clone()),
                None => (true, Vec::new()),
            });
            // How many there are counts only for one more, and only once all are known.
            let counts = is_new && groups.progress() == Progress::Complete;
            PermissionGroupContext {
                plan: session.plan(),
                custom_groups: counts.then(|| groups.custom_count()),
                not_staff: not_staff.get(),
                stored_edit,
            }
        });
        Callback::new(move |draft: PermissionGroupDraft| {
            context.with(|context| validate_permission_group(&draft, context))
        })
    }

    fn warnings(draft: &PermissionGroupDraft) -> Vec<Warning> {
        permission_group_warnings(draft, Session::expect().plan())
    }

    /// With the segments by name: "Edit and Publish" alone tells next to nothing.
    fn changed_in_words(state: FormState) -> String {
        let names = Names::expect();
        let words = |change: &Change| match &change.values {
            Values::Replaced { .. } => change.field.label().to_owned(),
            Values::List { added, removed } => {
                let segments = added.iter().chain(removed);
                let segments: Vec<String> =
                    segments.map(|item| visible_text(&names.text(item))).collect();
                format!("{}: {}", change.field.label(), segments.join(", "))
            }
        };
        state.changes.with(|changes| changes.iter().map(words).collect::<Vec<_>>().join(" · "))
    }

    fn control_id(field: Field) -> &'static str {
        match field {
            Field::Name => "name",
            _ => TABLE,
        }
    }

    fn words(draft: PermissionGroupDraft) -> AnyView {
        view! { <GroupWords draft/> }.into_any()
    }
}
