//! The form of one segment: new, copied, existing, or built in and only to be read.

mod editable;
mod editor;
mod fields;
mod missing_note;
mod panel;
mod pickers;
mod privileges;
mod read_only;
mod used_by;

use std::sync::Arc;

use guidepost_model::{SegmentDraft, SegmentId, UserSegment};
use leptos::prelude::*;

use super::form::{Form, Loaded, Opened};
use crate::store::{DraftKey, Segments};
use editor::SegmentEditor;
use read_only::ReadOnly;

/// What a segment's form holds.
type SegmentForm = Form<UserSegment>;

/// `/segments/{id}`
#[component]
pub fn SegmentPage() -> impl IntoView {
    let show = Callback::new(|segment: Arc<UserSegment>| {
        if segment.built_in {
            view! { <ReadOnly segment/> }.into_any()
        } else {
            view! { <Existing segment/> }.into_any()
        }
    });
    let Opened::<SegmentId>(id) = expect_context();
    id.map(|id| view! { <Loaded id show/> })
}

/// `/segments/new`, and `/segments/new?from={id}` for a copy.
#[component]
pub fn NewSegmentPage() -> impl IntoView {
    // The number of segments is checked against Zendesk's limit.
    Segments::expect().ensure();
    let Opened::<SegmentId>(from) = expect_context();
    match from {
        Some(id) => view! { <Loaded id show=Callback::new(copy)/> }.into_any(),
        None => {
            let form = Form::open(DraftKey::New, None, SegmentDraft::default());
            view! { <SegmentEditor form/> }.into_any()
        }
    }
}

fn copy(original: Arc<UserSegment>) -> AnyView {
    let mut draft = original.draft();
    draft.name = format!("Copy of {}", draft.name);
    let form = Form::open(DraftKey::CopyOf(original.id), None, draft);
    view! { <SegmentEditor form/> }.into_any()
}

#[component]
fn Existing(segment: Arc<UserSegment>) -> impl IntoView {
    let draft = segment.draft();
    let form = Form::open(DraftKey::Existing(segment.id), Some(segment.as_ref().clone()), draft);
    view! { <SegmentEditor form/> }
}
