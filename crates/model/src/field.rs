//! The fields of all forms, as the API and the forms call them.

/// A field of a form, in the order in which forms show them. Which of them a form has, its [`Draft`](crate::Draft)
/// says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `name`
    Name,
    /// `user_type`
    UserType,
    /// `group_ids`
    Groups,
    /// `organization_ids`
    Organizations,
    /// `tags`
    Tags,
    /// `or_tags`
    OrTags,
    /// `added_user_ids`
    AddedUsers,
    /// `edit`
    Edit,
    /// `publish`
    Publish,
}

impl Field {
    const ALL: [Self; 9] = [
        Self::Name,
        Self::UserType,
        Self::Groups,
        Self::Organizations,
        Self::Tags,
        Self::OrTags,
        Self::AddedUsers,
        Self::Edit,
        Self::Publish,
    ];

    /// The key in the API's JSON.
    pub const fn wire_name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::UserType => "user_type",
            Self::Groups => "group_ids",
            Self::Organizations => "organization_ids",
            Self::Tags => "tags",
            Self::OrTags => "or_tags",
            Self::AddedUsers => "added_user_ids",
            Self::Edit => "edit",
            Self::Publish => "publish",
        }
    }

    /// The field that a key of the API's JSON names.
    pub fn from_wire_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.wire_name() == name)
    }

    /// What the form calls it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::UserType => "User type",
            Self::Groups => "Groups",
            Self::Organizations => "Organizations",
            Self::Tags => "Required tags",
            Self::OrTags => "Alternative tags",
            Self::AddedUsers => "People added individually",
            Self::Edit => "Edit",
            Self::Publish => "Publish",
        }
    }
}
