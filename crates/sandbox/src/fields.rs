//! The object in a request's body, field by field. Every wrong type is reported under its field, all at once.

use std::{
    collections::{BTreeMap, HashSet},
    str::FromStr,
};

use guidepost_model::{AnyId, Field, tag};
use rusqlite::Connection;
use serde_json::{Map, Number, Value};

use crate::{account, error::ApiError, switches::Tags};

/// The fields of an object, and what is wrong with those read so far.
pub(crate) struct Fields<'a> {
    object: &'a Map<String, Value>,
    problems: BTreeMap<String, Vec<String>>,
}

impl<'a> Fields<'a> {
    /// The object below one of these keys: the first that the body has. The first of all is the one that a refusal
    /// asks for.
    pub(crate) fn under(body: &'a Value, wrappers: &[&'static str]) -> Result<Self, ApiError> {
        let found = wrappers.iter().find_map(|wrapper| Some((*wrapper, body.get(wrapper)?)));
        let Some((wrapper, wrapped)) = found else {
            return Err(ApiError::missing(wrappers.first().copied().unwrap_or_default()));
        };
        let Some(object) = wrapped.as_object() else {
            return Err(ApiError::field(wrapper, "must be an object"));
        };
        Ok(Self { object, problems: BTreeMap::new() })
    }

    /// `null` empties a list and a name, as leaving a form's field empty does; it is no user type.
    pub(crate) fn text(&mut self, field: Field) -> Option<String> {
        match self.object.get(field.wire_name())? {
            Value::String(text) => Some(text.clone()),
            Value::Null if field == Field::UserType => None,
            Value::Null => Some(String::new()),
            _ => self.refuse(field, "must be a string"),
        }
    }

    pub(crate) fn ids<T: AnyId + FromStr>(&mut self, field: Field) -> Option<Vec<T>> {
        let ids = match self.object.get(field.wire_name())? {
            Value::Null => Some(Vec::new()),
            Value::Array(list) => list.iter().map(id).collect(),
            _ => None,
        };
        ids.or_else(|| self.refuse(field, "must be an array of ids"))
    }

    /// What is sent as tags, which the account may store otherwise: reported is that a tag is stored in lower case and that
    /// one with a space becomes two. That a tag given twice is stored once is assumed.
    pub(crate) fn tags(&mut self, field: Field, switch: Tags) -> Option<Vec<String>> {
        let tags: Option<Vec<&str>> = match self.object.get(field.wire_name())? {
            Value::Null => Some(Vec::new()),
            Value::Array(list) => list.iter().map(Value::as_str).collect(),
            _ => None,
        };
        let Some(tags) = tags else { return self.refuse(field, "must be an array of strings") };
        Some(match switch {
            Tags::Fold => folded(&tags),
            Tags::Refuse => {
                // What is left as it is differs from the tag that it would be stored as: that is what is refused.
                if let Some(tag) = tags.iter().find(|tag| tag::normalize(tag) != **tag) {
                    let problem = format!("“{tag}” is not in lower case, or has spaces around it");
                    return self.refuse(field, &problem);
                }
                tags.into_iter().map(str::to_owned).collect()
            }
        })
    }

    /// Refuses the request when any field read was wrong.
    pub(crate) fn finish(self) -> Result<(), ApiError> {
        if self.problems.is_empty() { Ok(()) } else { Err(ApiError::Fields(self.problems)) }
    }

    fn refuse<T>(&mut self, field: Field, problem: &str) -> Option<T> {
        self.problems.entry(field.wire_name().to_owned()).or_default().push(problem.to_owned());
        None
    }
}

/// Every word in lower case, each once.
fn folded(tags: &[&str]) -> Vec<String> {
    let mut seen = HashSet::new();
    let words = tags.iter().flat_map(|tag| tag.split_whitespace());
    words.map(tag::normalize).filter(|tag| seen.insert(tag.clone())).collect()
}

/// An id as a number or in a string; the database holds none above its signed numbers.
pub(crate) fn id<T: AnyId + FromStr>(value: &Value) -> Option<T> {
    let id: T = match value {
        Value::Number(number) => whole(number)?.to_string().parse().ok()?,
        Value::String(text) => text.parse().ok()?,
        _ => return None,
    };
    i64::try_from(id.get()).is_ok().then_some(id)
}

/// JSON knows no difference between 7 and 7.0. Above 2^53 a number with a point does not say which one it is.
fn whole(number: &Number) -> Option<u64> {
    const FIRST_UNSURE: f64 = (1_u64 << 53) as f64;
    number.as_u64().or_else(|| {
        let number = number.as_f64()?;
        (number.fract() == 0.0 && (0.0..FIRST_UNSURE).contains(&number)).then_some(number as u64)
    })
}

/// Refuses ids that name nothing, by field, which is assumed. `known` is the query for those there are.
pub(crate) fn refuse_unknown_ids(
    connection: &Connection,
    fields: impl IntoIterator<Item = (Field, &'static str, Vec<u64>)>,
) -> Result<(), ApiError> {
    let mut problems = BTreeMap::new();
    for (field, known, ids) in fields {
        if ids.is_empty() {
            continue;
        }
        let missing = account::missing_ids(connection, known, &ids)?;
        if !missing.is_empty() {
            let missing: Vec<String> = missing.iter().map(u64::to_string).collect();
            problems.insert(
                field.wire_name().to_owned(),
                vec![format!("unknown ids: {}", missing.join(", "))],
            );
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(ApiError::Fields(problems)) }
}

/// The ids that a request newly names. Those that the object already had may stay: what they name may have been
/// deleted since, and saving another change must not fail over it.
pub(crate) fn added<T: AnyId>(now: &[T], before: &[T]) -> Vec<u64> {
    now.iter().filter(|id| !before.contains(id)).map(|id| id.get()).collect()
}
