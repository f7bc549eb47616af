//! Articles of a brand's help center. For everyone: as much of it as they may see.
//!
//! Limits: `sort_by`, `sort_order`, `label_names` and sideloads are passed over; the order is that of the ids. Zendesk
//! sorts by position in the section there, which is no order for cursors that stand beside one record.

use axum::{
    extract::{Path, State, rejection::PathRejection},
    response::Response,
};
use guidepost_model::{ArticleId, PermissionGroupId, SectionId, SegmentId, Timestamp, UserId};
use serde::Serialize;

use crate::{
    account::{self, Article, Brand, Readers},
    address::{Address, slug},
    auth::Anyone,
    brands::OfHost,
    error::ApiError,
    paging::{Api, PageRequest, paged},
    query::Query,
    sandbox::Sandbox,
};

/// The articles of the brand that the host names. Without a locale those of every locale, which is assumed.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    anyone: Anyone,
    OfHost(brand): OfHost,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    page(&sandbox, &anyone, &brand, None, &query, &address)
}

/// Those in one locale. None in one that the help center does not have, which is assumed.
pub(crate) async fn list_in_locale(
    State(sandbox): State<Sandbox>,
    anyone: Anyone,
    OfHost(brand): OfHost,
    locale: Result<Path<String>, PathRejection>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    let Path(locale) = locale.map_err(|_| ApiError::InvalidEndpoint)?;
    let locale = locale.to_ascii_lowercase();
    page(&sandbox, &anyone, &brand, Some(&locale), &query, &address)
}

/// Assumed and simpler than Zendesk: agents see what only managers and the members of a segment see there, and to
/// end users no segment opens anything.
fn page(
    sandbox: &Sandbox,
    Anyone(user): &Anyone,
    brand: &Brand,
    locale: Option<&str>,
    query: &Query,
    address: &Address,
) -> Result<Response, ApiError> {
    let page = PageRequest::read(query, Api::HelpCenter)?;
    let readers = match user {
        Some(user) if user.role.is_staff() => Readers::Staff,
        _ => Readers::Everyone,
    };
    let articles = sandbox
        .account()
        .read(|connection| account::articles(connection, brand.id, locale, readers, &page))?;
    let articles = articles.map(|article| body(article, brand, address));
    Ok(paged(&articles, "articles", Api::HelpCenter, address))
}

/// In the order of recorded answers.
#[derive(Serialize)]
struct Body {
    id: ArticleId,
    url: String,
    html_url: String,
    author_id: Option<UserId>,
    draft: bool,
    promoted: bool,
    position: i64,
    section_id: Option<SectionId>,
    created_at: Timestamp,
    updated_at: Timestamp,
    title: String,
    locale: String,
    edited_at: Timestamp,
    user_segment_id: Option<SegmentId>,
    permission_group_id: Option<PermissionGroupId>,
    label_names: Vec<String>,
    body: String,
    user_segment_ids: Vec<SegmentId>,
}

fn body(article: Article, brand: &Brand, address: &Address) -> Body {
    let (id, locale) = (article.id, article.locale);
    Body {
        id,
        url: address.at(&format!("/api/v2/help_center/{locale}/articles/{id}.json")),
        html_url: format!(
            "https://{}.example/hc/{locale}/articles/{id}-{}",
            brand.subdomain,
            slug(&article.title)
        ),
        author_id: article.author_id,
        draft: article.draft,
        promoted: article.promoted,
        position: article.position,
        section_id: article.section_id,
        created_at: article.created_at,
        updated_at: article.updated_at,
        title: article.title,
        locale,
        edited_at: article.edited_at,
        user_segment_id: article.user_segment_id,
        permission_group_id: article.permission_group_id,
        label_names: article.label_names,
        body: article.body,
        user_segment_ids: article.user_segment_ids,
    }
}
