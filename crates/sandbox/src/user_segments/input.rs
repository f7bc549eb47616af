//! A segment as a request describes it. Every wrong type is reported under its field, all at once.

use std::{collections::BTreeMap, str::FromStr};

use guidepost_model::{AnyId, Draft, Field, SegmentDraft, UserType, tag};
use serde_json::{Map, Value};

use crate::error::ApiError;

/// The key that a request puts the segment under.
const WRAPPER: &str = "user_segment";

/// The fields that a request names; the others stay as they are.
#[derive(Debug, Default)]
pub(super) struct Changes {
    name: Option<String>,
    pub(super) user_type: Option<UserType>,
    group_ids: Option<Vec<guidepost_model::GroupId>>,
    organization_ids: Option<Vec<guidepost_model::OrganizationId>>,
    tags: Option<Vec<String>>,
    or_tags: Option<Vec<String>>,
    added_user_ids: Option<Vec<guidepost_model::UserId>>,
}

impl Changes {
    /// Reads `{"user_segment": {…}}`. Unknown keys, and those that only the server sets, are passed over.
    pub(super) fn read(body: &Value) -> Result<Self, ApiError> {
        let wrapped = body.get(WRAPPER).ok_or_else(|| ApiError::missing(WRAPPER))?;
        let Some(object) = wrapped.as_object() else {
            return Err(ApiError::field(WRAPPER, "must be an object"));
        };
        let mut reader = Reader { object, problems: BTreeMap::new() };
        let changes = Self {
            name: reader.text(Field::Name),
            user_type: reader.text(Field::UserType).map(UserType::from),
            group_ids: reader.ids(Field::Groups),
            organization_ids: reader.ids(Field::Organizations),
            tags: reader.tags(Field::Tags),
            or_tags: reader.tags(Field::OrTags),
            added_user_ids: reader.ids(Field::AddedUsers),
        };
        if reader.problems.is_empty() {
            Ok(changes)
        } else {
            Err(ApiError::Fields(reader.problems))
        }
    }

    /// The draft with these changes. The list that the user type does not use is dropped and not refused: the
    /// documentation's own PUT sends `organization_ids` with a staff segment, and its answer has none.
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
        draft.applicable()
    }
}

struct Reader<'a> {
    object: &'a Map<String, Value>,
    problems: BTreeMap<String, Vec<String>>,
}

impl Reader<'_> {
    /// `null` empties a list and a name, as leaving a form's field empty does; it is no user type.
    fn text(&mut self, field: Field) -> Option<String> {
        match self.object.get(field.wire_name())? {
            Value::String(text) => Some(text.clone()),
            Value::Null if field == Field::UserType => None,
            Value::Null => Some(String::new()),
            _ => self.refuse(field, "must be a string"),
        }
    }

    fn ids<T: AnyId + FromStr>(&mut self, field: Field) -> Option<Vec<T>> {
        let ids = match self.object.get(field.wire_name())? {
            Value::Null => Some(Vec::new()),
            Value::Array(list) => list.iter().map(id).collect(),
            _ => None,
        };
        ids.or_else(|| self.refuse(field, "must be an array of ids"))
    }

    fn tags(&mut self, field: Field) -> Option<Vec<String>> {
        let tags = match self.object.get(field.wire_name())? {
            Value::Null => Some(Vec::new()),
            Value::Array(list) => {
                list.iter().map(|tag| Some(tag::normalize(tag.as_str()?))).collect()
            }
            _ => None,
        };
        tags.or_else(|| self.refuse(field, "must be an array of strings"))
    }

    fn refuse<T>(&mut self, field: Field, problem: &str) -> Option<T> {
        self.problems.entry(field.wire_name().to_owned()).or_default().push(problem.to_owned());
        None
    }
}

/// An id as a number or in a string; the database holds none above its signed numbers.
fn id<T: AnyId + FromStr>(value: &Value) -> Option<T> {
    let id: T = match value {
        Value::Number(number) => number.as_u64()?.to_string().parse().ok()?,
        Value::String(text) => text.parse().ok()?,
        _ => return None,
    };
    i64::try_from(id.get()).is_ok().then_some(id)
}
