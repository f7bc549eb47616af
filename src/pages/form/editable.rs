//! What differs between the forms of the kinds, beside their fields and panels.

use guidepost_model::{Field, FieldErrors, Resource, Warning};
use leptos::prelude::*;

use super::FormState;
use crate::store::DraftId;

/// Validates a draft of a kind. Tracks what it reads beside the draft, such as the number of those that exist.
pub(crate) type Check<T> =
    Callback<<T as Resource>::Draft, Result<<T as Resource>::Valid, FieldErrors>>;

/// A kind of object that has a form.
pub(crate) trait Editable: Resource<Id: DraftId> {
    /// What checks the drafts of one form; `base` is the object as it was when the form was opened.
    fn check(base: RwSignal<Option<Self>>) -> Check<Self>;

    /// What is odd about a draft that may well be valid. Tracks.
    fn warnings(draft: &Self::Draft) -> Vec<Warning>;

    /// What is changed, for the save bar. Tracks.
    fn changed_in_words(state: FormState) -> String {
        state.changed_fields()
    }

    /// The id of the control that a field's error links to.
    fn control_id(field: Field) -> &'static str;

    /// The draft in a sentence.
    fn words(draft: Self::Draft) -> AnyView;
}
