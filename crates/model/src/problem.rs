//! What can be wrong, or odd, about a draft, in sentences for the person at the form.

use std::fmt;

use crate::{Field, Kind, UserType, limits, tag, visible_text};

/// Why a field can't be sent as it is. `Display` is a sentence for the person at the form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Problem {
    /// The name is empty, or nothing but spaces.
    NameMissing(Kind),
    /// The name has the character U+0000 in it.
    NameWithNul,
    /// No user type is chosen.
    UserTypeMissing,
    /// A user type that is neither of the two.
    UserTypeInvalid(String),
    /// Groups on a segment of signed-in users.
    GroupsNeedStaff,
    /// Organizations on a staff segment.
    OrganizationsNeedSignedInUsers,
    /// More than Zendesk takes.
    TooMany {
        /// Which list.
        field: Field,
        /// How many there are.
        count: usize,
        /// How many are taken.
        limit: usize,
    },
    /// Not a single word.
    TagMalformed(String),
    /// The same tag twice in one list.
    TagTwice(String),
    /// Text in a picker's box that chooses nothing.
    TextLeft(Field),
    /// The account has as many custom ones as it may.
    AccountFull {
        /// Of what.
        kind: Kind,
        /// How many there are.
        count: usize,
    },
    /// Segments of other types than staff, given a privilege.
    NotStaff {
        /// How many.
        count: usize,
    },
    /// Edit without publish, where the plan has only publish.
    EditNeedsEnterprise,
    /// The plan can't create or change permission groups.
    PlanReadOnly,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NameMissing(_) => f.write_str("Enter a name."),
            Self::NameWithNul => f.write_str(
                "The name contains an invisible character that can’t be stored (U+0000). Type it again.",
            ),
            Self::UserTypeMissing => f.write_str("Choose a user type."),
            // The words of the API's own documentation.
            Self::UserTypeInvalid(value) => {
                write!(f, "value `{value}` invalid; must be either `staff` or `signed_in_users`")
            }
            Self::GroupsNeedStaff => f.write_str("Groups apply to staff only."),
            Self::OrganizationsNeedSignedInUsers => {
                f.write_str("Organizations apply to signed-in users only.")
            }
            Self::TooMany { field, count, limit } => {
                let over = count.saturating_sub(*limit);
                write!(f, "Zendesk allows {limit} {} here. Remove {over}.", noun(*field, *limit))
            }
            Self::TagMalformed(tag) if tag.chars().count() > tag::MAX_LENGTH => write!(
                f,
                "“{}” is too long. A tag can have up to {} characters.",
                shorten(tag),
                tag::MAX_LENGTH
            ),
            Self::TagMalformed(tag) => write!(
                f,
                "“{}” isn’t a valid tag. Tags can’t contain spaces, commas, semicolons or quotes.",
                shorten(tag)
            ),
            Self::TagTwice(tag) => write!(f, "“{}” is in this list twice.", shorten(tag)),
            Self::TextLeft(field) => {
                let one = noun(*field, 1);
                let article = if one.starts_with('o') { "an" } else { "a" };
                write!(f, "Choose {article} {one} or clear the text.")
            }
            Self::AccountFull { kind, count } => write!(
                f,
                "Limit reached ({count} of {}). Delete a {} to add one.",
                match kind {
                    Kind::Segment => limits::SEGMENTS,
                    Kind::PermissionGroup => limits::PERMISSION_GROUPS,
                },
                kind.noun()
            ),
            Self::NotStaff { count: 1 } => f.write_str(
                "1 segment isn’t a staff segment. Only staff segments can hold privileges.",
            ),
            Self::NotStaff { count } => write!(
                f,
                "{count} segments aren’t staff segments. Only staff segments can hold privileges."
            ),
            Self::EditNeedsEnterprise => {
                f.write_str("Edit without Publish needs the Enterprise plan.")
            }
            Self::PlanReadOnly => {
                f.write_str("On Lite you can’t create or edit permission groups.")
            }
        }
    }
}

fn noun(field: Field, count: usize) -> &'static str {
    match (field, count) {
        (Field::Groups, 1) => "group",
        (Field::Groups, _) => "groups",
        (Field::Organizations, 1) => "organization",
        (Field::Organizations, _) => "organizations",
        (Field::AddedUsers, 1) => "person",
        (Field::AddedUsers, _) => "people",
        (_, 1) => "tag",
        (_, _) => "tags",
    }
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= 40 {
        return text.to_owned();
    }
    text.chars().take(39).chain(['…']).collect()
}

/// What is wrong with a draft. `None` as the field stands for the object as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(pub Vec<(Option<Field>, Problem)>);

impl FieldErrors {
    /// The problems of one field.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &Problem> {
        self.0.iter().filter(move |(of, _)| *of == Some(field)).map(|(_, problem)| problem)
    }

    /// The same, with the fields whose box holds text that chooses nothing.
    #[must_use]
    pub fn with_text_left(mut self, fields: &[Field]) -> Self {
        self.0.extend(fields.iter().map(|field| (Some(*field), Problem::TextLeft(*field))));
        self.0.sort_by_key(|(field, _)| *field);
        self
    }

    /// True when nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What can be sent, but is worth a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Nothing restricts it: everyone of its user type is in.
    RestrictsNothing(UserType),
    /// The tag is required, so it also meets the list of which one is enough.
    TagInBoth(String),
    /// End users, by name, who are added to a segment of staff.
    EndUsersAmongStaff(Vec<String>),
    /// No segment has a privilege through the permission group.
    OnlyManagers,
    /// Some can edit, and none can publish.
    OnlyManagersPublish,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RestrictsNothing(UserType::Staff) => {
                f.write_str("No conditions set. All agents and admins are included.")
            }
            Self::RestrictsNothing(UserType::SignedInUsers) => {
                f.write_str("No conditions set. Everyone who is signed in is included.")
            }
            Self::RestrictsNothing(UserType::Other(name)) => {
                write!(f, "No conditions set. Everyone of the type “{name}” is included.")
            }
            Self::TagInBoth(tag) => write!(
                f,
                "“{}” is in both lists. Everyone in this segment already has it, so the alternative tags restrict nothing.",
                shorten(tag)
            ),
            Self::EndUsersAmongStaff(names) => {
                match names.as_slice() {
                    [one] => write!(f, "{} is an end user.", visible_text(one))?,
                    [one, other] => {
                        write!(f, "{} and {} are end users.", visible_text(one), visible_text(other))?;
                    }
                    many => write!(f, "{} of these people are end users.", many.len())?,
                }
                f.write_str(" People added individually are included whatever their role.")
            }
            Self::OnlyManagers => f.write_str(
                "No segment can edit or publish. Only help center managers can.",
            ),
            Self::OnlyManagersPublish => f.write_str(
                "No segment can publish. Only help center managers can; everyone else saves drafts.",
            ),
        }
    }
}
