//! Deleting the selected segments.

use guidepost_model::UserSegment;
use leptos::prelude::*;

use super::Bulk;
use crate::pages::delete::Deletion;

/// Hands the selection to the deletion, whose dialog always asks.
#[component]
pub(super) fn DeleteSelection(bulk: Bulk) -> impl IntoView {
    let chosen: Vec<_> = bulk.chosen().into_iter().filter(|segment| !segment.built_in).collect();
    let found = bulk.found.get_untracked();
    let hidden = |segment: &UserSegment| found.iter().all(|row| row.id != segment.id);
    Deletion::expect().ask_about_selection(&chosen, hidden);
    bulk.end();
}
