//! Searching for articles.

use std::borrow::Cow;

use axum::{extract::State, response::Response};
use guidepost_model::{CategoryId, SectionId};
use serde::Serialize;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

use super::{
    body::{Body, body},
    filter,
    sideload::Sideloads,
};
use crate::{
    account::{self, ARTICLE_SEARCH_KEYS, ArticlesOf, MOST_FOUND},
    address::Address,
    auth::Anyone,
    brands::OfHost,
    error::ApiError,
    paging::{Api, PageRequest, Sorting, paged_with},
    path::parse_any_id,
    query::Query,
    sandbox::Sandbox,
};

/// Documented: 25 on a page.
const ON_A_PAGE: u32 = 25;

/// Words that can be looked for at once. Assumed, as that more are refused: each takes its time.
const MOST_WORDS: usize = 100;

/// Documented parameters that would change what is found, and that the sandbox does not know: passing over one would find
/// something else than what was asked for.
const UNKNOWN: [&str; 8] = [
    "brand_id",
    "multibrand",
    "created_before",
    "created_after",
    "created_at",
    "updated_before",
    "updated_after",
    "updated_at",
];

/// One of those that narrow a search: documented as needed.
const NEEDED: [&str; 4] = ["query", "section", "category", "label_names"];

/// An article that a search found: an article, and two keys more.
#[derive(Serialize)]
pub(crate) struct Found {
    #[serde(flatten)]
    article: Body,
    /// Where the words stand; the sandbox shows the beginning of the article.
    snippet: String,
    result_type: &'static str,
}

impl PartialSchema for Found {
    fn schema() -> RefOr<Schema> {
        let mut schema = Body::schema();
        if let RefOr::T(Schema::Object(object)) = &mut schema {
            object.description = Some("An article that a search found.".to_owned());
            for key in ["snippet", "result_type"] {
                object.properties.insert(key.to_owned(), String::schema());
            }
        }
        schema
    }
}

impl ToSchema for Found {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("FoundArticle")
    }
}

/// The published articles in which all words of `query` stand, in the title, the body or a label; of a section or a
/// category, or with labels. Documented: one of the four is needed, 25 on a page, at most 100, in numbered pages only, and
/// 1,000 articles at most.
///
/// Assumed: the newest first unless `sort_by` is `created_at` or `updated_at`; articles in every locale unless `locale` names
/// one; nothing in a section or a category that there is not; 400 for a page beyond the thousandth article, and for the documented parameters that the sandbox does not know.
pub(crate) async fn search(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    refuse(&query)?;
    let page = PageRequest::read_offset_of(&query, ON_A_PAGE)?;
    if let PageRequest::Offset { page, size } = page
        && (page - 1) * size >= MOST_FOUND
    {
        return Err(ApiError::invalid_parameter(
            "page",
            format!("A search finds at most {MOST_FOUND} articles"),
        ));
    }
    let sorting = match query.get("sort_by") {
        Some(_) => Some(Sorting::read(&query, ARTICLE_SEARCH_KEYS)?),
        None => None,
    };
    let sideloads = Sideloads::read(&query, user.as_ref())?;
    let words = query.get("query").map(words).transpose()?;
    let locale = query.get("locale").filter(|locale| *locale != "*").map(str::to_ascii_lowercase);
    let mut of = Vec::new();
    if let Some(id) = query.get("section") {
        of.push(ArticlesOf::Section(parse_any_id::<SectionId>(id, "section")?));
    }
    if let Some(id) = query.get("category") {
        of.push(ArticlesOf::Category(parse_any_id::<CategoryId>(id, "category")?));
    }
    let mut more = Vec::new();
    let found = sandbox.account().read(|connection| {
        let plan = sandbox.settings().plan;
        let sight = sandbox.account().sight(connection, user.as_ref(), plan)?;
        let filter = filter(brand.id, locale.as_deref(), of, &query, &sight)?;
        let words = words.as_deref();
        let found = account::found_articles(connection, &filter, words, sorting.as_ref(), &page)?;
        more.extend(sideloads.load(connection, &found.items, &sight, &address)?);
        Ok::<_, ApiError>(found)
    })?;
    let found = found.map(|article| {
        let snippet = snippet(&article.body);
        let article = body(article, &brand, &address);
        Found { article, snippet, result_type: "article" }
    });
    Ok(paged_with(&found, "results", Api::HelpCenter, &address, &more))
}

/// Refuses a search for everything, and one that the sandbox does not understand.
fn refuse(query: &Query) -> Result<(), ApiError> {
    if let Some(name) = UNKNOWN.into_iter().find(|name| query.get(name).is_some()) {
        let message = "The sandbox does not know this parameter".to_owned();
        return Err(ApiError::invalid_parameter(name, message));
    }
    let is_given = |name: &&str| query.get(name).is_some_and(|value| !value.trim().is_empty());
    if !NEEDED.iter().any(is_given) {
        return Err(ApiError::missing("query"));
    }
    Ok(())
}

/// The words of a query, and the phrases that stand between quotation marks.
fn words(text: &str) -> Result<Vec<&str>, ApiError> {
    let mut words: Vec<&str> = Vec::new();
    for (index, part) in text.split('"').enumerate() {
        if index % 2 == 1 {
            words.extend(Some(part.trim()).filter(|phrase| !phrase.is_empty()));
        } else {
            words.extend(part.split_whitespace());
        }
    }
    words.sort_unstable();
    words.dedup();
    if words.len() > MOST_WORDS {
        let message = format!("It may have at most {MOST_WORDS} words");
        return Err(ApiError::invalid_parameter("query", message));
    }
    Ok(words)
}

/// The beginning of an article's text, without its markup.
fn snippet(html: &str) -> String {
    const LONGEST: usize = 160;
    let mut parts = html.split('<');
    let first = parts.next().unwrap_or_default();
    let others = parts.filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    std::iter::once(first).chain(others).flat_map(str::chars).take(LONGEST).collect()
}
