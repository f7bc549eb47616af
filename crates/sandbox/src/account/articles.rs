//! Articles in the database.

use guidepost_model::{
    ArticleId, BrandId, PermissionGroupId, SectionId, SegmentId, Timestamp, UserId,
};
use rusqlite::{Connection, Row};

use super::row::{id, json, time};
use crate::paging::{Listing, Order, Page, PageRequest};

const COLUMNS: &str = "id, section_id, author_id, title, body, locale, draft, promoted, position, label_names, \
                       user_segment_id, user_segment_ids, permission_group_id, created_at, updated_at, edited_at";

/// An article as it is stored.
#[derive(Debug)]
pub(crate) struct Article {
    pub(crate) id: ArticleId,
    pub(crate) section_id: Option<SectionId>,
    pub(crate) author_id: Option<UserId>,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) locale: String,
    pub(crate) draft: bool,
    pub(crate) promoted: bool,
    /// Within its section.
    pub(crate) position: i64,
    pub(crate) label_names: Vec<String>,
    /// The first of `user_segment_ids`.
    pub(crate) user_segment_id: Option<SegmentId>,
    /// Who may see it; everyone when there are none.
    pub(crate) user_segment_ids: Vec<SegmentId>,
    pub(crate) permission_group_id: Option<PermissionGroupId>,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    pub(crate) edited_at: Timestamp,
}

/// For whom articles are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Agents and help center managers: drafts and restricted articles too.
    Staff,
    /// Anybody else: what is public.
    Everyone,
}

/// A page of a brand's articles, in one locale or in all of them.
pub(crate) fn articles(
    connection: &Connection,
    brand: BrandId,
    locale: Option<&str>,
    readers: Readers,
    page: &PageRequest,
) -> rusqlite::Result<Page<Article>> {
    let visible = match readers {
        Readers::Staff => "1",
        Readers::Everyone => "draft = 0 AND user_segment_id IS NULL",
    };
    let in_locale = if locale.is_some() { "locale = ?2" } else { "1" };
    let listing = Listing {
        columns: COLUMNS,
        from: "articles",
        join: "",
        condition: &format!("brand_id = ?1 AND {visible} AND {in_locale}"),
        key: "id",
        order: Order::Ascending,
        parameters: [brand.0.cast_signed().into()]
            .into_iter()
            .chain(locale.map(|locale| locale.to_owned().into()))
            .collect(),
    };
    listing.page(connection, page, read)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Article> {
    Ok(Article {
        id: id(row, "id")?,
        section_id: row.get::<_, Option<u64>>("section_id")?.map(SectionId),
        author_id: row.get::<_, Option<u64>>("author_id")?.map(UserId),
        title: row.get("title")?,
        body: row.get("body")?,
        locale: row.get("locale")?,
        draft: row.get("draft")?,
        promoted: row.get("promoted")?,
        position: row.get("position")?,
        label_names: json(row, "label_names")?,
        user_segment_id: row.get::<_, Option<u64>>("user_segment_id")?.map(SegmentId),
        user_segment_ids: json(row, "user_segment_ids")?,
        permission_group_id: row
            .get::<_, Option<u64>>("permission_group_id")?
            .map(PermissionGroupId),
        created_at: time(row, "created_at")?,
        updated_at: time(row, "updated_at")?,
        edited_at: time(row, "edited_at")?,
    })
}
