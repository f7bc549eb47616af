//! Articles of a brand's help center. For everyone: as much of it as they may see.

mod body;
mod incremental;
mod input;
mod labels;
mod list;
mod one;
mod search;
mod sideload;
mod translation;

pub(crate) use body::Body;
pub(crate) use incremental::changed;
pub(crate) use labels::{Label, labels};
pub(crate) use list::{list, of_category, of_section, of_user};
pub(crate) use one::{show, update};
pub(crate) use search::{Found, search};
pub(crate) use sideload::{Author, WITH_ARTICLES};

use std::collections::BTreeSet;

use guidepost_model::BrandId;

use crate::{
    account::{ArticleFilter, ArticlesOf, Sight},
    error::ApiError,
    query::Query,
};

/// The name of a list of articles in an answer.
const LIST: &str = "articles";

/// Labels that a list can be asked for at once. Assumed, as that more are refused: the database has a limit, too.
const MOST_LABELS: usize = 100;

/// The articles that a list is made of: without a locale those of every locale, which is assumed. A locale that the
/// help center does not have has none, which is assumed too.
fn filter<'a>(
    brand: BrandId,
    locale: Option<&'a str>,
    of: Vec<ArticlesOf>,
    query: &'a Query,
    sight: &'a Sight,
) -> Result<ArticleFilter<'a>, ApiError> {
    let labels: BTreeSet<&str> = query.listed("label_names").collect();
    if labels.len() > MOST_LABELS {
        return Err(ApiError::InvalidAttribute {
            name: "label_names",
            message: format!("Invalid parameter: label_names may be at most {MOST_LABELS}"),
        });
    }
    Ok(ArticleFilter { brand, locale, of, labels: labels.into_iter().collect(), sight })
}
