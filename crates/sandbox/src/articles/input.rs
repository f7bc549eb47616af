//! The permissions of an article as a request describes them. What is wrong is answered in the words of articles,
//! which are recorded for a segment that does not exist and assumed for everything else.

use guidepost_model::{PermissionGroupId, Plan, SegmentId, UserType, limits};
use rusqlite::Connection;
use serde_json::Value;

use crate::{
    account::{self, Article},
    error::ApiError,
    fields::{added, id},
    switches::Switches,
    unknown_keys::KnownKeys,
};

const WRAPPER: &str = "article";
const SEGMENT: &str = "user_segment_id";
const SEGMENTS: &str = "user_segment_ids";
const PERMISSION_GROUP: &str = "permission_group_id";

/// Documented beside the object: `notify_subscribers`.
pub(super) const KEYS: KnownKeys = KnownKeys {
    wrappers: &[WRAPPER],
    beside: &["notify_subscribers"],
    inside: &[
        "id",
        "url",
        "html_url",
        "author_id",
        "comments_disabled",
        "draft",
        "promoted",
        "position",
        "vote_sum",
        "vote_count",
        "section_id",
        "created_at",
        "updated_at",
        "name",
        "title",
        "source_locale",
        "locale",
        "outdated",
        "outdated_locales",
        "edited_at",
        SEGMENT,
        PERMISSION_GROUP,
        "content_tag_ids",
        "label_names",
        "body",
        SEGMENTS,
        "translations",
    ],
};

/// The fields that a request names; the others stay as they are.
#[derive(Debug)]
pub(super) struct Changes {
    /// Who may see it, each once; everyone when there are none.
    pub(super) segments: Option<Vec<SegmentId>>,
    pub(super) permission_group: Option<PermissionGroupId>,
    /// The field that named the segments.
    named: &'static str,
}

impl Changes {
    /// Reads `{"article": {…}}`. Clients in use never send both fields for segments; that both are refused together is
    /// assumed.
    pub(super) fn read(body: &Value, switches: &Switches) -> Result<Self, ApiError> {
        let article = body.get(WRAPPER).ok_or_else(|| ApiError::missing(WRAPPER))?;
        let article = article
            .as_object()
            .ok_or_else(|| ApiError::invalid_article(WRAPPER, "It must be an object."))?;
        let permission_group = article.get(PERMISSION_GROUP).map(permission_group).transpose()?;
        let (segments, named) = match (article.get(SEGMENT), article.get(SEGMENTS)) {
            (Some(_), Some(_)) => {
                let message = "It cannot be given together with user_segment_ids.";
                return Err(ApiError::invalid_article(SEGMENT, message));
            }
            (Some(Value::Null), None) => (Some(Vec::new()), SEGMENT),
            (Some(value), None) => (Some(vec![known_id(value, SEGMENT)?]), SEGMENT),
            (None, Some(value)) => (Some(several(value, switches)?), SEGMENTS),
            (None, None) => (None, SEGMENT),
        };
        Ok(Self { segments, permission_group, named })
    }

    /// Refuses what is not there, and what the plan cannot apply. What the article already has may stay.
    pub(super) fn refuse_unknown(
        &self,
        connection: &Connection,
        stored: &Article,
        plan: Plan,
        switches: &Switches,
    ) -> Result<(), ApiError> {
        let segments = self.segments.as_deref().unwrap_or_default();
        let unchanged = segments == stored.user_segment_ids;
        if segments.len() > 1 && plan != Plan::Enterprise && !unchanged {
            let message = "More than one user segment takes an Enterprise plan.";
            return Err(ApiError::invalid_article(SEGMENTS, message));
        }
        for segment in segments.iter().filter(|one| !stored.user_segment_ids.contains(one)) {
            let found = account::segment(connection, *segment)?;
            let unknown = || switches.unknown_id_of_article(self.named, &nothing(segment));
            let found = found.ok_or_else(unknown)?;
            // Documented: staff segments are not applicable there.
            if plan == Plan::Lite && found.user_type == UserType::Staff {
                let message = format!("The plan cannot apply the user segment {segment}.");
                return Err(ApiError::invalid_article(self.named, &message));
            }
        }
        let groups = self.permission_group.as_slice();
        for group in added(groups, stored.permission_group_id.as_slice()) {
            let group = PermissionGroupId(group);
            if account::permission_group(connection, group)?.is_none() {
                return Err(switches.unknown_id_of_article(PERMISSION_GROUP, &nothing(&group)));
            }
        }
        Ok(())
    }
}

/// Documented as mandatory: none is no value.
fn permission_group(value: &Value) -> Result<PermissionGroupId, ApiError> {
    match value {
        Value::Null => Err(ApiError::invalid_article(PERMISSION_GROUP, "It cannot be empty.")),
        value => known_id(value, PERMISSION_GROUP),
    }
}

/// Documented: at most ten. None at all, as an empty list or null, is everyone.
fn several(value: &Value, switches: &Switches) -> Result<Vec<SegmentId>, ApiError> {
    let mut segments = Vec::new();
    let list = match value {
        Value::Null => &[],
        Value::Array(list) => list.as_slice(),
        _ => return Err(ApiError::invalid_article(SEGMENTS, "It must be an array of ids.")),
    };
    for value in list {
        let segment = known_id(value, SEGMENTS)?;
        if segments.contains(&segment) {
            continue;
        }
        // Here and not at the end: a list may be a thousand times longer than what is accepted.
        if segments.len() == limits::ARTICLE_SEGMENTS {
            let message =
                format!("It may name at most {} user segments.", limits::ARTICLE_SEGMENTS);
            return Err(switches.too_many_of_article(SEGMENTS, &message));
        }
        segments.push(segment);
    }
    Ok(segments)
}

fn known_id<T: guidepost_model::AnyId + std::str::FromStr>(
    value: &Value,
    name: &'static str,
) -> Result<T, ApiError> {
    id(value).ok_or_else(|| ApiError::invalid_article(name, "An id is a whole number."))
}

fn nothing(id: &impl std::fmt::Display) -> String {
    format!("There is nothing with the id {id}.")
}
