//! A segment as the form machinery sees it.

use guidepost_model::{
    Context, Detail, Field, Item, Role, SegmentDraft, UserSegment, UserType, Warning, validate,
    warnings,
};
use leptos::prelude::*;

use crate::{
    pages::{
        form::{Check, Editable},
        parts::Rule,
    },
    store::{Name, Names, Progress, Segments},
};

impl Editable for UserSegment {
    fn check(base: RwSignal<Option<Self>>) -> Check<Self> {
        let segments = Segments::expect();
        let context = Memo::new(move |_| {
            // How many there are counts only for one more, and only once all are known.
            let complete = segments.progress() == Progress::Complete;
            let counts = complete && base.with(Option::is_none);
            Context { custom_segments: counts.then(|| segments.custom_count()) }
        });
        Callback::new(move |draft: SegmentDraft| validate(&draft, &context.get()))
    }

    fn warnings(draft: &SegmentDraft) -> Vec<Warning> {
        let mut warnings = warnings(draft);
        warnings.extend(end_users_among_staff(draft, Names::expect()));
        warnings
    }

    fn control_id(field: Field) -> &'static str {
        match field {
            Field::Name => "name",
            Field::UserType => "type-signed-in",
            Field::Groups => "groups",
            Field::Organizations => "organizations",
            Field::Tags => "tags",
            Field::OrTags => "or-tags",
            Field::AddedUsers => "people",
            // A segment has none of them.
            Field::Edit | Field::Publish => "form-title",
        }
    }

    fn words(draft: SegmentDraft) -> AnyView {
        view! { <Rule draft detail=Detail::Prose/> }.into_any()
    }
}

/// The end users who would be in a segment of staff, as far as roles are known. Tracks.
pub(super) fn end_users_among_staff(draft: &SegmentDraft, names: Names) -> Option<Warning> {
    if draft.user_type != Some(UserType::Staff) {
        return None;
    }
    let name = |id| match names.of(&Item::User(id)) {
        Name::Known(name, Some(person)) if person.role == Role::EndUser => Some(name),
        Name::Known(..) | Name::Loading | Name::Missing => None,
    };
    let end_users: Vec<String> = draft.added_user_ids.iter().copied().filter_map(name).collect();
    (!end_users.is_empty()).then_some(Warning::EndUsersAmongStaff(end_users))
}
