//! A segment as a request describes it.

use guidepost_model::{Field, GroupId, OrganizationId, SegmentDraft, UserId, UserType};
use serde_json::Value;

use crate::{error::ApiError, fields::Fields, switches::Tags, unknown_keys::KnownKeys};

/// The key that a request puts the segment under.
const WRAPPER: &str = "user_segment";

pub(super) const KEYS: KnownKeys = KnownKeys {
    wrappers: &[WRAPPER],
    beside: &[],
    inside: &[
        "id",
        "built_in",
        "created_at",
        "updated_at",
        "name",
        "user_type",
        "group_ids",
        "organization_ids",
        "tags",
        "or_tags",
        "added_user_ids",
    ],
};

/// The fields that a request names; the others stay as they are.
#[derive(Debug, Default)]
pub(super) struct Changes {
    name: Option<String>,
    pub(super) user_type: Option<UserType>,
    group_ids: Option<Vec<GroupId>>,
    organization_ids: Option<Vec<OrganizationId>>,
    tags: Option<Vec<String>>,
    or_tags: Option<Vec<String>>,
    added_user_ids: Option<Vec<UserId>>,
}

impl Changes {
    /// Reads `{"user_segment": {…}}`. Keys that only the server sets are passed over.
    pub(super) fn read(body: &Value, switch: Tags) -> Result<Self, ApiError> {
        let mut fields = Fields::under(body, &[WRAPPER])?;
        let changes = Self {
            name: fields.text(Field::Name),
            user_type: fields.text(Field::UserType).map(UserType::from),
            group_ids: fields.ids(Field::Groups),
            organization_ids: fields.ids(Field::Organizations),
            tags: fields.tags(Field::Tags, switch),
            or_tags: fields.tags(Field::OrTags, switch),
            added_user_ids: fields.ids(Field::AddedUsers),
        };
        fields.finish()?;
        Ok(changes)
    }

    /// The draft with these changes.
    pub(super) fn onto(self, mut draft: SegmentDraft) -> SegmentDraft {
        fn set<T>(field: &mut T, value: Option<T>) {
            if let Some(value) = value {
                *field = value;
            }
        }
        set(&mut draft.name, self.name);
        if self.user_type.is_some() {
            draft.user_type = self.user_type;
        }
        set(&mut draft.group_ids, self.group_ids);
        set(&mut draft.organization_ids, self.organization_ids);
        set(&mut draft.tags, self.tags);
        set(&mut draft.or_tags, self.or_tags);
        set(&mut draft.added_user_ids, self.added_user_ids);
        draft
    }
}
