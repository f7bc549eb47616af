//! The matrix's unsaved changes in the browser's local storage: a reload, a closed tab or an ended session loses
//! nothing.

use guidepost_model::{PermissionGroup, PermissionGroupDraft};
use serde::{Deserialize, Serialize};

use super::board::{Edit, Edits};
use crate::store::drafts;

const KEY: &str = "guidepost.draft.matrix";

#[derive(Serialize, Deserialize)]
struct Kept {
    base: PermissionGroup,
    draft: PermissionGroupDraft,
}

/// What waits. What can't be read counts as nothing.
pub(super) fn load() -> Edits {
    let kept: Vec<Kept> = drafts::read(KEY).unwrap_or_default();
    kept.into_iter().map(|Kept { base, draft }| (base.id, Edit { base, draft })).collect()
}

/// Keeps the changes; where the browser has no storage, they live as long as the page.
pub(super) fn save(edits: &Edits) {
    if edits.is_empty() {
        drafts::erase(KEY);
        return;
    }
    let kept = |edit: &Edit| Kept { base: edit.base.clone(), draft: edit.draft.clone() };
    drafts::write(KEY, &edits.values().map(kept).collect::<Vec<_>>());
}
