//! What Guidepost manages: objects that the API lists, shows, creates, changes and deletes in the same way.

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    AnyId, Draft, Listed, PermissionGroup, PermissionGroupDraft, PermissionGroupId, SegmentDraft,
    SegmentId, Timestamp, UserSegment, ValidPermissionGroup, ValidSegment,
};

/// A kind of object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A user segment.
    Segment,
    /// A management permission group.
    PermissionGroup,
}

impl Kind {
    /// One of them, in a sentence.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Segment => "segment",
            Self::PermissionGroup => "permission group",
        }
    }

    /// The key around one of them in requests and answers.
    pub const fn wrapper(self) -> &'static str {
        match self {
            Self::Segment => "user_segment",
            Self::PermissionGroup => "permission_group",
        }
    }
}

/// An object of one of the kinds, as the API sends it.
pub trait Resource: Listed + Serialize + Clone + PartialEq + Send + Sync + 'static {
    /// Of which kind.
    const KIND: Kind;
    /// What tells it from the others of its kind.
    type Id: AnyId + From<u64> + Serialize + DeserializeOwned;
    /// Its editable part.
    type Draft: Draft + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static;
    /// An editable part that can be sent.
    type Valid: Valid<Draft = Self::Draft>;

    /// Its id.
    fn id(&self) -> Self::Id;
    /// What people call it: its name, or that it has none.
    fn display_name(&self) -> &str;
    /// Zendesk's own, and not to be changed.
    fn is_built_in(&self) -> bool;
    /// When it was last changed.
    fn updated_at(&self) -> Option<Timestamp>;
    /// What a form shows and edits.
    fn draft(&self) -> Self::Draft;
}

/// What validation lets through.
pub trait Valid: Clone + PartialEq + Send + Sync + 'static {
    /// What it was made from.
    type Draft;
    /// The body of a POST.
    fn to_request(&self) -> String;
    /// The body of a PUT: what differs from `base`, and what the API demands beside it.
    fn to_update(&self, base: &Self::Draft) -> String;
    /// The same as a draft, as a form would show it after saving.
    fn into_draft(self) -> Self::Draft;
}

macro_rules! resource {
    ($object:ident: $kind:ident, $id:ident, $draft:ident, $valid:ident) => {
        impl Resource for $object {
            const KIND: Kind = Kind::$kind;
            type Id = $id;
            type Draft = $draft;
            type Valid = $valid;

            fn id(&self) -> $id {
                self.id
            }

            fn display_name(&self) -> &str {
                $object::display_name(self)
            }

            fn is_built_in(&self) -> bool {
                self.built_in
            }

            fn updated_at(&self) -> Option<Timestamp> {
                self.updated_at
            }

            fn draft(&self) -> $draft {
                $object::draft(self)
            }
        }

        impl Valid for $valid {
            type Draft = $draft;

            fn to_request(&self) -> String {
                $valid::to_request(self)
            }

            fn to_update(&self, base: &$draft) -> String {
                $valid::to_update(self, base)
            }

            fn into_draft(self) -> $draft {
                $valid::into_draft(self)
            }
        }
    };
}

resource!(UserSegment: Segment, SegmentId, SegmentDraft, ValidSegment);
resource!(PermissionGroup: PermissionGroup, PermissionGroupId, PermissionGroupDraft, ValidPermissionGroup);
