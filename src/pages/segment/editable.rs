//! A segment as the form machinery sees it.

use guidepost_model::{
    Context, Detail, Field, SegmentDraft, UserSegment, Warning, validate, warnings,
};
use leptos::prelude::*;

use crate::{
    pages::{
        form::{Check, Editable},
        parts::Rule,
    },
    store::{Progress, Segments},
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
        warnings(draft)
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
