//! A permission group as a request describes it.

use guidepost_model::{Field, PermissionGroupDraft, SegmentId};
use serde_json::Value;

use crate::{error::ApiError, fields::Fields, unknown_keys::KnownKeys};

/// The key that a request puts the group under.
const WRAPPER: &str = "permission_group";

/// The key in the documentation's example of an update. Clients in use send the other one there, too.
const UPDATE_WRAPPER: &str = "user_segment";

pub(super) const KEYS_OF_NEW: KnownKeys = KnownKeys { wrappers: &[WRAPPER], ..KEYS };

pub(super) const KEYS: KnownKeys = KnownKeys {
    wrappers: &[WRAPPER, UPDATE_WRAPPER],
    beside: &[],
    inside: &["id", "name", "built_in", "publish", "edit", "created_at", "updated_at"],
};

/// The fields that a request names; the others stay as they are.
#[derive(Debug)]
pub(super) struct Changes {
    name: Option<String>,
    edit: Option<Vec<SegmentId>>,
    publish: Option<Vec<SegmentId>>,
}

impl Changes {
    /// Reads `{"permission_group": {…}}`. Keys that only the server sets are passed over.
    pub(super) fn of_new(body: &Value) -> Result<Self, ApiError> {
        Self::read(body, &[WRAPPER])
    }

    /// Reads the same, or `{"user_segment": {…}}`.
    pub(super) fn of_update(body: &Value) -> Result<Self, ApiError> {
        Self::read(body, &[WRAPPER, UPDATE_WRAPPER])
    }

    fn read(body: &Value, wrappers: &[&'static str]) -> Result<Self, ApiError> {
        let mut fields = Fields::under(body, wrappers)?;
        let changes = Self {
            name: fields.text(Field::Name),
            edit: fields.ids(Field::Edit),
            publish: fields.ids(Field::Publish),
        };
        fields.finish()?;
        Ok(changes)
    }

    /// The draft with these changes.
    pub(super) fn onto(self, draft: PermissionGroupDraft) -> PermissionGroupDraft {
        PermissionGroupDraft {
            name: self.name.unwrap_or(draft.name),
            edit: self.edit.unwrap_or(draft.edit),
            publish: self.publish.unwrap_or(draft.publish),
        }
    }
}
