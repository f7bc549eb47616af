//! Sections of a brand's help center. For everyone: those they may see.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use guidepost_model::{CategoryId, SectionId, Timestamp};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{
    account::{self, Brand, SECTION_KEYS, Section, User},
    address::{Address, slug},
    auth::Anyone,
    brands::OfHost,
    error::ApiError,
    paging::{Api, PageRequest, Sorting, paged_with},
    path::{Id, Locale},
    query::Query,
    sandbox::Sandbox,
};

/// The sections of the brand that the host names, with or without a locale in the path.
pub(crate) async fn list(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    Asker { sandbox, user, brand, locale, query, address }.page(None)
}

/// Those of a category. One that somebody may not see is not found.
pub(crate) async fn of_category(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    Id(category): Id<CategoryId>,
    query: Query,
    address: Address,
) -> Result<Response, ApiError> {
    Asker { sandbox, user, brand, locale, query, address }.page(Some(category))
}

/// Who asks where, and for what page.
struct Asker {
    sandbox: Sandbox,
    user: Option<User>,
    brand: Brand,
    locale: Option<String>,
    query: Query,
    address: Address,
}

impl Asker {
    fn page(self, category: Option<CategoryId>) -> Result<Response, ApiError> {
        let Self { sandbox, user, brand, locale, query, address } = self;
        let (locale, address) = (locale.as_deref(), address.of_brand(brand.id));
        let sorting = Sorting::read(&query, SECTION_KEYS)?;
        let page = PageRequest::read_sorted(&query, Api::HelpCenter, &address, &sorting)?;
        let sections = sandbox.account().read(|connection| {
            let plan = sandbox.settings().plan;
            let sight = sandbox.account().sight(connection, user.as_ref(), plan)?;
            if let Some(id) = category {
                account::category(connection, brand.id, locale, &sight, id)?
                    .ok_or(ApiError::RecordNotFound)?;
            }
            let of =
                account::sections(connection, brand.id, category, locale, &sight, &sorting, &page);
            Ok::<_, ApiError>(of?)
        })?;
        let sections = sections.map(|section| body(section, &address));
        let more = sorting.told(&page);
        Ok(paged_with(&sections, "sections", Api::HelpCenter, &address, &more))
    }
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Anyone(user): Anyone,
    OfHost(brand): OfHost,
    Locale(locale): Locale,
    Id(id): Id<SectionId>,
    address: Address,
) -> Result<Response, ApiError> {
    let section = sandbox.account().read(|connection| {
        let sight = sandbox.account().sight(connection, user.as_ref(), sandbox.settings().plan)?;
        account::section(connection, brand.id, locale.as_deref(), &sight, id)
    })?;
    let section = section.ok_or(ApiError::RecordNotFound)?;
    Ok(Json(json!({ "section": body(section, &address) })).into_response())
}

/// As documented now, without the segment that sections had once. The account's sections are in none of each other.
#[derive(Serialize, ToSchema)]
#[schema(as = Section, description = "A section, as documented now: without a segment.")]
pub(crate) struct Body {
    #[schema(value_type = u64)]
    id: SectionId,
    url: String,
    html_url: String,
    #[schema(value_type = Option<u64>)]
    category_id: Option<CategoryId>,
    position: i64,
    sorting: &'static str,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    name: String,
    description: &'static str,
    locale: String,
    source_locale: String,
    outdated: bool,
    #[schema(value_type = Option<u64>)]
    parent_section_id: Option<SectionId>,
    theme_template: &'static str,
}

pub(crate) fn body(section: Section, address: &Address) -> Body {
    Body {
        id: section.id,
        url: api_url(&section, address),
        html_url: html_url(&section, address),
        category_id: section.category_id,
        position: section.position,
        sorting: "manual",
        created_at: section.created_at,
        updated_at: section.updated_at,
        name: section.name,
        description: "",
        source_locale: section.locale.clone(),
        locale: section.locale,
        outdated: false,
        parent_section_id: None,
        theme_template: "section_page",
    }
}

/// Where the API shows a section.
pub(crate) fn api_url(section: &Section, address: &Address) -> String {
    address.at(&format!("/api/v2/help_center/{}/sections/{}.json", section.locale, section.id))
}

/// Where people read it.
pub(crate) fn html_url(section: &Section, address: &Address) -> String {
    let Section { subdomain, locale, id, name, .. } = section;
    address.in_help_center(subdomain, &format!("{locale}/sections/{id}-{}", slug(name)))
}
