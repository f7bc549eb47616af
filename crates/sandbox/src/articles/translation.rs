//! An article's translations, where a request includes them. Documented: the language that an article was written in is one
//! of them, and here the only one. Recorded: they stand in the article, and not beside it like everything else.

use guidepost_model::{ArticleId, Timestamp, UserId};
use serde::Serialize;
use utoipa::ToSchema;

use super::Body;
use crate::{account::Brand, address::Address};

/// Translations have numbers of their own; recorded ones come soon after their article's.
const AFTER_ARTICLE: u64 = 640;

#[derive(Serialize, ToSchema)]
#[schema(description = "An article in one of its languages.")]
pub(crate) struct Translation {
    id: u64,
    url: String,
    html_url: String,
    #[schema(value_type = u64)]
    source_id: ArticleId,
    source_type: &'static str,
    locale: String,
    title: String,
    body: String,
    outdated: bool,
    draft: bool,
    hidden: bool,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    #[schema(required, value_type = Option<u64>)]
    created_by_id: Option<UserId>,
    #[schema(required, value_type = Option<u64>)]
    updated_by_id: Option<UserId>,
}

/// The translation that the article itself is.
pub(super) fn of(article: &Body, brand: &Brand, address: &Address) -> Translation {
    let (id, locale) = (article.id, &article.locale);
    Translation {
        id: id.0 + AFTER_ARTICLE,
        url: address.at(&format!("/api/v2/help_center/articles/{id}/translations/{locale}")),
        html_url: address.in_help_center(&brand.subdomain, &format!("{locale}/articles/{id}")),
        source_id: id,
        source_type: "Article",
        locale: locale.clone(),
        title: article.title.clone(),
        body: article.body.clone(),
        outdated: false,
        draft: article.draft,
        hidden: false,
        created_at: article.created_at,
        // Who may see an article is no part of its text.
        updated_at: article.edited_at,
        created_by_id: article.author_id,
        updated_by_id: article.author_id,
    }
}
