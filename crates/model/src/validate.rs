//! From a draft to a segment that can be sent, or to what is wrong with it, field by field. The same rules run in
//! the browser before a request and in the sandbox when one arrives.

use std::fmt;

use serde::Serialize;

use crate::{
    AnyId, GroupId, OrganizationId, SegmentDraft, SegmentField, UserId, UserType, limits, tag,
};

/// What validation needs to know beside the draft.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// For a new segment: how many custom segments the account has. `None` for one that exists, or when
    /// the number is not known.
    pub custom_segments: Option<usize>,
}

/// Why a field can't be sent as it is. `Display` is a sentence for the person at the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The name is empty, or nothing but spaces.
    NameMissing,
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
        field: SegmentField,
        /// How many there are.
        count: usize,
        /// How many are taken.
        limit: usize,
    },
    /// Not a single word.
    TagMalformed(String),
    /// The same tag twice in one list.
    TagTwice(String),
    /// The account has as many custom segments as it may.
    AccountFull {
        /// How many there are.
        count: usize,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NameMissing => f.write_str("Give the segment a name."),
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
                let over = count - limit;
                write!(
                    f,
                    "{count} {}, but Zendesk accepts at most {limit} here. Remove {over} {}.",
                    noun(*field, *count),
                    noun(*field, over)
                )
            }
            Self::TagMalformed(tag) => {
                write!(
                    f,
                    "“{}” is not a tag. A tag is one word without commas or quotes.",
                    shorten(tag)
                )
            }
            Self::TagTwice(tag) => write!(f, "“{}” is in this list twice.", shorten(tag)),
            Self::AccountFull { count } => write!(
                f,
                "The account has {count} custom segments, and Zendesk accepts at most {}. Delete one first.",
                limits::SEGMENTS
            ),
        }
    }
}

fn noun(field: SegmentField, count: usize) -> &'static str {
    match (field, count) {
        (SegmentField::Groups, 1) => "group",
        (SegmentField::Groups, _) => "groups",
        (SegmentField::Organizations, 1) => "organization",
        (SegmentField::Organizations, _) => "organizations",
        (SegmentField::AddedUsers, 1) => "person",
        (SegmentField::AddedUsers, _) => "people",
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

/// What is wrong with a draft. `None` as the field stands for the segment as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(pub Vec<(Option<SegmentField>, Problem)>);

impl FieldErrors {
    /// The problems of one field.
    pub fn of(&self, field: SegmentField) -> impl Iterator<Item = &Problem> {
        self.0.iter().filter(move |(of, _)| *of == Some(field)).map(|(_, problem)| problem)
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
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RestrictsNothing(UserType::Staff) => {
                f.write_str("Nothing restricts this segment: all agents and admins are in.")
            }
            Self::RestrictsNothing(_) => {
                f.write_str("Nothing restricts this segment: everyone who is signed in is in.")
            }
            Self::TagInBoth(tag) => write!(
                f,
                "“{}” is in both lists. Everyone in this segment has it, so “any of” restricts nothing.",
                shorten(tag)
            ),
        }
    }
}

/// A draft that passed [`validate`]: the name is trimmed, ids stand once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidSegment {
    name: String,
    user_type: UserType,
    group_ids: Vec<GroupId>,
    organization_ids: Vec<OrganizationId>,
    tags: Vec<String>,
    or_tags: Vec<String>,
    added_user_ids: Vec<UserId>,
}

#[derive(Serialize)]
struct Request<'a> {
    user_segment: Body<'a>,
}

#[derive(Serialize)]
struct Body<'a> {
    name: &'a str,
    user_type: &'a UserType,
    group_ids: &'a [GroupId],
    organization_ids: &'a [OrganizationId],
    tags: &'a [String],
    or_tags: &'a [String],
    added_user_ids: &'a [UserId],
}

impl ValidSegment {
    /// The body of a POST or PUT: every editable field, so that an emptied list is emptied there too.
    pub fn to_request(&self) -> String {
        let request = Request {
            user_segment: Body {
                name: &self.name,
                user_type: &self.user_type,
                group_ids: &self.group_ids,
                organization_ids: &self.organization_ids,
                tags: &self.tags,
                or_tags: &self.or_tags,
                added_user_ids: &self.added_user_ids,
            },
        };
        // Serialization of numbers and strings into memory has no way to fail.
        serde_json::to_string(&request).unwrap_or_default()
    }

    /// The same as a draft, as a form would show it after saving.
    pub fn into_draft(self) -> SegmentDraft {
        SegmentDraft {
            name: self.name,
            user_type: Some(self.user_type),
            group_ids: self.group_ids,
            organization_ids: self.organization_ids,
            tags: self.tags,
            or_tags: self.or_tags,
            added_user_ids: self.added_user_ids,
        }
    }
}

/// Checks a draft against everything that is known of what Zendesk accepts.
///
/// # Errors
/// Every problem of every field, in the form's order.
pub fn validate(draft: &SegmentDraft, context: &Context) -> Result<ValidSegment, FieldErrors> {
    let mut errors = FieldErrors::default();
    if let Some(count) = context.custom_segments.filter(|count| *count >= limits::SEGMENTS) {
        errors.0.push((None, Problem::AccountFull { count }));
    }
    let mut refuse = |field, problem| errors.0.push((Some(field), problem));

    if draft.name.trim().is_empty() {
        refuse(SegmentField::Name, Problem::NameMissing);
    }
    match &draft.user_type {
        None => refuse(SegmentField::UserType, Problem::UserTypeMissing),
        Some(UserType::Other(name)) => {
            refuse(SegmentField::UserType, Problem::UserTypeInvalid(name.clone()));
        }
        Some(UserType::SignedInUsers) if !draft.group_ids.is_empty() => {
            refuse(SegmentField::Groups, Problem::GroupsNeedStaff);
        }
        Some(UserType::Staff) if !draft.organization_ids.is_empty() => {
            refuse(SegmentField::Organizations, Problem::OrganizationsNeedSignedInUsers);
        }
        Some(UserType::SignedInUsers | UserType::Staff) => {}
    }

    let group_ids = once(&draft.group_ids);
    let organization_ids = once(&draft.organization_ids);
    let added_user_ids = once(&draft.added_user_ids);
    for (field, count, limit) in [
        (SegmentField::Groups, group_ids.len(), limits::GROUPS),
        (SegmentField::Organizations, organization_ids.len(), limits::ORGANIZATIONS),
        (SegmentField::Tags, draft.tags.len(), limits::TAGS),
        (SegmentField::OrTags, draft.or_tags.len(), limits::TAGS),
        (SegmentField::AddedUsers, added_user_ids.len(), limits::ADDED_USERS),
    ] {
        if count > limit {
            refuse(field, Problem::TooMany { field, count, limit });
        }
    }
    for (field, tags) in [(SegmentField::Tags, &draft.tags), (SegmentField::OrTags, &draft.or_tags)]
    {
        for problem in tag_problems(tags) {
            refuse(field, problem);
        }
    }

    errors.0.sort_by_key(|(field, _)| *field);
    match &draft.user_type {
        Some(user_type) if errors.is_empty() => Ok(ValidSegment {
            name: draft.name.trim().to_owned(),
            user_type: user_type.clone(),
            group_ids,
            organization_ids,
            tags: draft.tags.clone(),
            or_tags: draft.or_tags.clone(),
            added_user_ids,
        }),
        _ => Err(errors),
    }
}

/// What is odd about a draft that may well be valid.
pub fn warnings(draft: &SegmentDraft) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if let Some(user_type) = &draft.user_type
        && draft.has_no_conditions()
        && draft.added_user_ids.is_empty()
    {
        warnings.push(Warning::RestrictsNothing(user_type.clone()));
    }
    let both = draft.tags.iter().filter(|tag| draft.or_tags.contains(tag));
    warnings.extend(both.map(|tag| Warning::TagInBoth(tag.clone())));
    warnings
}

fn tag_problems(tags: &[String]) -> Vec<Problem> {
    let mut seen = Vec::with_capacity(tags.len());
    let mut problems = Vec::new();
    for tag in tags {
        let normalized = tag::normalize(tag);
        if !tag::is_well_formed(tag) {
            problems.push(Problem::TagMalformed(tag.clone()));
        } else if seen.contains(&normalized) {
            problems.push(Problem::TagTwice(tag.clone()));
        }
        seen.push(normalized);
    }
    problems
}

/// The ids in their order, each once: repeated ids cause trouble in Zendesk.
fn once<T: AnyId>(ids: &[T]) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(ids.len());
    for id in ids {
        if !kept.contains(id) {
            kept.push(*id);
        }
    }
    kept
}
