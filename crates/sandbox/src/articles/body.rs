//! An article in an answer.

use guidepost_model::{ArticleId, PermissionGroupId, SectionId, SegmentId, Timestamp, UserId};
use serde::Serialize;
use utoipa::ToSchema;

use super::translation::Translation;
use crate::{
    account::{Article, Brand},
    address::{Address, slug},
};

/// With all keys of recorded answers, in their order. Nobody votes or comments here, and there are no content tags.
#[derive(Serialize, ToSchema)]
#[schema(as = Article, description = "An article of a brand’s help center.")]
pub(crate) struct Body {
    #[schema(value_type = u64)]
    pub(super) id: ArticleId,
    url: String,
    html_url: String,
    #[schema(value_type = Option<u64>)]
    pub(super) author_id: Option<UserId>,
    comments_disabled: bool,
    pub(super) draft: bool,
    promoted: bool,
    position: i64,
    vote_sum: i64,
    vote_count: u64,
    #[schema(value_type = Option<u64>)]
    section_id: Option<SectionId>,
    #[schema(value_type = String, format = DateTime)]
    pub(super) created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    /// The title once more.
    name: String,
    pub(super) title: String,
    source_locale: String,
    pub(super) locale: String,
    outdated: bool,
    /// Locales whose translation is older than the article.
    outdated_locales: Vec<String>,
    #[schema(value_type = String, format = DateTime)]
    pub(super) edited_at: Timestamp,
    #[schema(value_type = Option<u64>)]
    user_segment_id: Option<SegmentId>,
    #[schema(value_type = Option<u64>)]
    permission_group_id: Option<PermissionGroupId>,
    content_tag_ids: Vec<String>,
    label_names: Vec<String>,
    pub(super) body: String,
    #[schema(value_type = Vec<u64>)]
    user_segment_ids: Vec<SegmentId>,
    /// Only where they are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Vec<Translation>)]
    pub(super) translations: Option<[Translation; 1]>,
}

pub(super) fn body(article: Article, brand: &Brand, address: &Address) -> Body {
    let (id, locale) = (article.id, article.locale);
    Body {
        id,
        url: address.at(&format!("/api/v2/help_center/{locale}/articles/{id}.json")),
        html_url: address.in_help_center(
            &brand.subdomain,
            &format!("{locale}/articles/{id}-{}", slug(&article.title)),
        ),
        author_id: article.author_id,
        comments_disabled: false,
        draft: article.draft,
        promoted: article.promoted,
        position: article.position,
        vote_sum: 0,
        vote_count: 0,
        section_id: article.section_id,
        created_at: article.created_at,
        updated_at: article.updated_at,
        name: article.title.clone(),
        title: article.title,
        source_locale: locale.clone(),
        locale,
        outdated: false,
        outdated_locales: Vec::new(),
        edited_at: article.edited_at,
        user_segment_id: article.user_segment_id,
        permission_group_id: article.permission_group_id,
        content_tag_ids: Vec::new(),
        label_names: article.label_names,
        body: article.body,
        user_segment_ids: article.user_segment_ids,
        translations: None,
    }
}
