//! `show_many`: objects by their ids.

use guidepost_model::limits;

use crate::{error::ApiError, paging::PageRequest, query::Query};

/// The ids of the parameter `ids`, separated by commas, and the one page that holds them all. What is no id
/// names nothing; more than Zendesk's 100 are refused, with a body that is assumed.
pub(crate) fn ids(query: &Query) -> Result<(Vec<u64>, PageRequest), ApiError> {
    let text = query.get("ids").ok_or_else(|| ApiError::missing("ids"))?;
    let asked: Vec<&str> = text.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
    if asked.is_empty() {
        return Err(ApiError::missing("ids"));
    }
    if asked.len() > limits::SHOW_MANY {
        return Err(ApiError::InvalidAttribute {
            name: "ids",
            message: format!("Invalid parameter: ids may be at most {}", limits::SHOW_MANY),
        });
    }
    // Above the database's signed numbers there is nothing to find.
    let known = asked.iter().filter_map(|id| id.parse::<i64>().ok()?.try_into().ok());
    Ok((known.collect(), PageRequest::Offset { page: 1, size: limits::SHOW_MANY as u32 }))
}
