//! `show_many`: objects by their ids, or by those of another system.

use guidepost_model::limits;

use crate::{account::Many, error::ApiError, paging::PageRequest, query::Query};

/// What stands in `ids`, or else in `external_ids`, between commas, and the one page that holds all of it. What is no id
/// names nothing; more than Zendesk's 100 are refused.
pub(crate) fn many(query: &Query) -> Result<(Many, PageRequest), ApiError> {
    let (ids, external_ids) = (listed(query, "ids")?, listed(query, "external_ids")?);
    let many = match (ids, external_ids) {
        // Above the database's signed numbers there is nothing to find.
        (Some(ids), _) => Many::Ids(
            ids.into_iter().filter_map(|id| id.parse::<i64>().ok()?.try_into().ok()).collect(),
        ),
        (None, Some(ids)) => Many::ExternalIds(ids.into_iter().map(str::to_owned).collect()),
        (None, None) => return Err(ApiError::missing("ids")),
    };
    Ok((many, PageRequest::Offset { page: 1, size: limits::SHOW_MANY as u32 }))
}

/// A parameter that lists something, if it is there.
fn listed<'a>(query: &'a Query, parameter: &'static str) -> Result<Option<Vec<&'a str>>, ApiError> {
    if query.get(parameter).is_none() {
        return Ok(None);
    }
    let listed: Vec<&str> = query.listed(parameter).collect();
    match listed.len() {
        0 => Err(ApiError::missing(parameter)),
        1..=limits::SHOW_MANY => Ok(Some(listed)),
        _ => Err(ApiError::TooManyValues { parameter, most: limits::SHOW_MANY }),
    }
}
