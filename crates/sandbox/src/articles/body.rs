//! An article in an answer.

use guidepost_model::{ArticleId, PermissionGroupId, SectionId, SegmentId, Timestamp, UserId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    account::{Article, Brand},
    address::{Address, slug},
};

/// In the order of recorded answers.
#[derive(Serialize, ToSchema)]
#[schema(as = Article, description = "An article of a brand’s help center.")]
pub(crate) struct Body {
    #[schema(value_type = u64)]
    id: ArticleId,
    url: String,
    html_url: String,
    #[schema(value_type = Option<u64>)]
    author_id: Option<UserId>,
    draft: bool,
    promoted: bool,
    position: i64,
    #[schema(value_type = Option<u64>)]
    section_id: Option<SectionId>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    title: String,
    locale: String,
    #[schema(value_type = String, format = DateTime)]
    edited_at: Timestamp,
    #[schema(value_type = Option<u64>)]
    user_segment_id: Option<SegmentId>,
    #[schema(value_type = Option<u64>)]
    permission_group_id: Option<PermissionGroupId>,
    label_names: Vec<String>,
    body: String,
    #[schema(value_type = Vec<u64>)]
    user_segment_ids: Vec<SegmentId>,
}

pub(super) fn body(article: Article, brand: &Brand, address: &Address) -> Body {
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
