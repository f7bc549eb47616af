//! What Zendesk accepts as a user segment.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    Draft, Field, FieldErrors, GroupId, Kind, OrganizationId, Problem, SegmentDraft, UserId,
    UserType, Warning, changes::changed_fields, is_blank, limits, list::once, tag,
};

/// What validation needs to know beside the draft.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// For a new segment: how many custom segments the account has. `None` for one that exists, or when
    /// the number is not known.
    pub custom_segments: Option<usize>,
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

/// What is left out stays as it is.
#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    user_type: &'a UserType,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_ids: Option<&'a [GroupId]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_ids: Option<&'a [OrganizationId]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    or_tags: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    added_user_ids: Option<&'a [UserId]>,
}

impl ValidSegment {
    /// The body of a POST: every editable field.
    pub fn to_request(&self) -> String {
        self.body_with(SegmentDraft::FIELDS)
    }

    /// The body of a PUT: the fields that differ from `base`, and the user type, which the documentation calls
    /// mandatory. What is not sent stays, so two people's changes to different fields can't overwrite each other.
    pub fn to_update(&self, base: &SegmentDraft) -> String {
        self.body_with(&changed_fields(base, &self.clone().into_draft()))
    }

    fn body_with(&self, fields: &[Field]) -> String {
        let has = |field| fields.contains(&field);
        let request = Request {
            user_segment: Body {
                name: has(Field::Name).then_some(&*self.name),
                user_type: &self.user_type,
                group_ids: has(Field::Groups).then_some(&*self.group_ids),
                organization_ids: has(Field::Organizations).then_some(&*self.organization_ids),
                tags: has(Field::Tags).then_some(&*self.tags),
                or_tags: has(Field::OrTags).then_some(&*self.or_tags),
                added_user_ids: has(Field::AddedUsers).then_some(&*self.added_user_ids),
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
        errors.0.push((None, Problem::AccountFull { kind: Kind::Segment, count }));
    }
    let mut refuse = |field, problem| errors.0.push((Some(field), problem));

    if is_blank(&draft.name) {
        refuse(Field::Name, Problem::NameMissing(Kind::Segment));
    }
    if draft.name.contains('\0') {
        refuse(Field::Name, Problem::NameWithNul);
    }
    match &draft.user_type {
        None => refuse(Field::UserType, Problem::UserTypeMissing),
        Some(UserType::Other(name)) => {
            refuse(Field::UserType, Problem::UserTypeInvalid(name.clone()));
        }
        Some(UserType::SignedInUsers) if !draft.group_ids.is_empty() => {
            refuse(Field::Groups, Problem::GroupsNeedStaff);
        }
        Some(UserType::Staff) if !draft.organization_ids.is_empty() => {
            refuse(Field::Organizations, Problem::OrganizationsNeedSignedInUsers);
        }
        Some(UserType::SignedInUsers | UserType::Staff) => {}
    }

    let group_ids = once(&draft.group_ids);
    let organization_ids = once(&draft.organization_ids);
    let added_user_ids = once(&draft.added_user_ids);
    for (field, count, limit) in [
        (Field::Groups, group_ids.len(), limits::GROUPS),
        (Field::Organizations, organization_ids.len(), limits::ORGANIZATIONS),
        (Field::Tags, draft.tags.len(), limits::TAGS),
        (Field::OrTags, draft.or_tags.len(), limits::TAGS),
        (Field::AddedUsers, added_user_ids.len(), limits::ADDED_USERS),
    ] {
        if count > limit {
            refuse(field, Problem::TooMany { field, count, limit });
        }
    }
    for (field, tags) in [(Field::Tags, &draft.tags), (Field::OrTags, &draft.or_tags)] {
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
    let any_of: HashSet<String> = draft.or_tags.iter().map(|tag| tag::normalize(tag)).collect();
    let both = once(&draft.tags).into_iter().filter(|tag| any_of.contains(&tag::normalize(tag)));
    warnings.extend(both.map(Warning::TagInBoth));
    warnings
}

/// What is wrong with each tag, each thing told once.
fn tag_problems(tags: &[String]) -> Vec<Problem> {
    let mut seen = HashSet::with_capacity(tags.len());
    let mut problems = Vec::new();
    for tag in tags {
        let is_new = seen.insert(tag::normalize(tag));
        if !tag::is_well_formed(tag) {
            problems.push(Problem::TagMalformed(tag.clone()));
        } else if !is_new {
            problems.push(Problem::TagTwice(tag.clone()));
        }
    }
    once(&problems)
}
