//! Articles in the database.

use guidepost_model::{
    ArticleId, BrandId, CategoryId, PermissionGroupId, SectionId, SegmentId, Timestamp, UserId,
};
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter, types::Value};
use serde_json::Value as Json;

use super::{
    Sight,
    row::{id, json, time, to_json},
    words::all_words,
};
use crate::paging::{Listing, Order, Page, PageRequest, SortKey, Sorting};

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

/// Which of a brand's articles are meant.
#[derive(Debug)]
pub(crate) struct ArticleFilter<'a> {
    pub(crate) brand: BrandId,
    /// `None` for all locales.
    pub(crate) locale: Option<&'a str>,
    /// Articles are of all of these.
    pub(crate) of: Vec<ArticlesOf>,
    /// Articles have all of these.
    pub(crate) labels: Vec<&'a str>,
    pub(crate) sight: &'a Sight,
}

/// What articles are listed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ArticlesOf {
    HelpCenter,
    Category(CategoryId),
    Section(SectionId),
    /// Those that this user wrote.
    Author(UserId),
}

/// What articles can be sorted by.
pub(crate) const ARTICLE_KEYS: &[SortKey] = &[
    SortKey { name: "position", expression: "position" },
    SortKey { name: "title", expression: "title COLLATE NOCASE" },
    SortKey { name: "created_at", expression: "created_at" },
    SortKey { name: "updated_at", expression: "updated_at" },
    SortKey { name: "edited_at", expression: "edited_at" },
];

/// What articles that were found can be sorted by.
pub(crate) const ARTICLE_SEARCH_KEYS: &[SortKey] = &[
    SortKey { name: "created_at", expression: "created_at" },
    SortKey { name: "updated_at", expression: "updated_at" },
];

/// Documented: a search finds no more articles than that.
pub(crate) const MOST_FOUND: u32 = 1_000;

/// A page of articles.
pub(crate) fn articles(
    connection: &Connection,
    filter: &ArticleFilter<'_>,
    sorting: &Sorting,
    page: &PageRequest,
) -> rusqlite::Result<Page<Article>> {
    let (condition, parameters) = filter.condition();
    let listing = Listing {
        columns: COLUMNS,
        from: "articles",
        join: "",
        condition: &condition,
        key: "id",
        order: Order::Ascending,
        parameters,
    };
    listing.sorted_page(connection, sorting, page, read)
}

/// A page of the published articles in which all of these words stand: the newest first, unless they are sorted.
pub(crate) fn found_articles(
    connection: &Connection,
    filter: &ArticleFilter<'_>,
    words: Option<&[&str]>,
    sorting: Option<&Sorting>,
    page: &PageRequest,
) -> rusqlite::Result<Page<Article>> {
    let (mut condition, mut parameters) = filter.condition();
    if let Some(words) = words {
        parameters.push(all_words(words).into());
        condition.push_str(&format!(
            " AND id IN (SELECT rowid FROM article_words WHERE article_words MATCH ?{})",
            parameters.len()
        ));
    }
    let order = match sorting {
        Some(Sorting { by, order }) => format!("{} {}, id", by.expression, order.keyword()),
        None => "id DESC".to_owned(),
    };
    let found = format!(
        "id IN (SELECT id FROM articles WHERE {condition} AND draft = 0 ORDER BY {order} LIMIT {MOST_FOUND})"
    );
    let listing = Listing {
        columns: COLUMNS,
        from: "articles",
        join: "",
        condition: &found,
        key: "id",
        order: Order::Descending,
        parameters,
    };
    match sorting {
        Some(sorting) => listing.sorted_page(connection, sorting, page, read),
        None => listing.page(connection, page, read),
    }
}

/// The articles that were changed at this time or later, in the order of their changes: so many, or all of the first
/// second and one more, so that asking from the last one's second on always leads further.
pub(crate) fn changed_articles(
    connection: &Connection,
    filter: &ArticleFilter<'_>,
    since: i64,
    size: u32,
) -> rusqlite::Result<Vec<Article>> {
    let (condition, mut parameters) = filter.condition();
    parameters.push(since.into());
    let at = parameters.len();
    let sql = format!(
        "SELECT {COLUMNS} FROM articles WHERE {condition} AND updated_at >= ?{at}
         ORDER BY updated_at, id
         LIMIT max({size}, 1 + (SELECT count(*) FROM articles WHERE {condition} AND updated_at = ?{at}))"
    );
    connection.prepare_cached(&sql)?.query_map(params_from_iter(&parameters), read)?.collect()
}

/// One article, if it is among these.
pub(crate) fn article(
    connection: &Connection,
    filter: &ArticleFilter<'_>,
    id: ArticleId,
) -> rusqlite::Result<Option<Article>> {
    let (condition, mut parameters) = filter.condition();
    parameters.push(id.0.cast_signed().into());
    let sql =
        format!("SELECT {COLUMNS} FROM articles WHERE {condition} AND id = ?{}", parameters.len());
    connection.prepare_cached(&sql)?.query_row(params_from_iter(parameters), read).optional()
}

/// Replaces who may see an article, and who may edit and publish it. Nobody edited its text: that time stays.
pub(crate) fn update_article(
    connection: &Connection,
    id: ArticleId,
    segments: &[SegmentId],
    permission_group: Option<PermissionGroupId>,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "UPDATE articles
         SET user_segment_id = ?2, user_segment_ids = ?3, permission_group_id = ?4, updated_at = ?5
         WHERE id = ?1",
    )?;
    let first = segments.first().map(|segment| segment.0);
    statement.execute(params![
        id.0,
        first,
        to_json(segments),
        permission_group.map(|group| group.0),
        now.unix()
    ])?;
    Ok(())
}

/// The locales of a brand's articles.
pub(crate) fn locales(connection: &Connection, brand: BrandId) -> rusqlite::Result<Vec<String>> {
    // From one locale to the next: reading every article's would take time in a large help center.
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE found (locale) AS (
            SELECT min(locale) FROM articles WHERE brand_id = ?1
            UNION ALL
            SELECT (SELECT min(locale) FROM articles WHERE brand_id = ?1 AND locale > found.locale)
            FROM found WHERE found.locale IS NOT NULL)
         SELECT locale FROM found WHERE locale IS NOT NULL",
    )?;
    statement.query_map([brand.0], |row| row.get(0))?.collect()
}

/// The condition on a row with a locale, and its value, which is added to the parameters.
pub(super) fn in_locale(locale: Option<&str>, parameters: &mut Vec<Value>) -> String {
    let Some(locale) = locale else { return "1".to_owned() };
    parameters.push(locale.to_owned().into());
    format!("locale = ?{}", parameters.len())
}

impl ArticleFilter<'_> {
    fn condition(&self) -> (String, Vec<Value>) {
        let mut parameters = vec![self.brand.0.cast_signed().into()];
        let visible = self.sight.of_article(&mut parameters);
        let in_locale = in_locale(self.locale, &mut parameters);
        let mut condition = format!("brand_id = ?1 AND {visible} AND {in_locale}");
        let mut is_everywhere = true;
        for of in &self.of {
            let (restriction, id) = match *of {
                ArticlesOf::HelpCenter => continue,
                ArticlesOf::Category(CategoryId(id)) => {
                    ("section_id IN (SELECT id FROM sections WHERE category_id = ?)", id)
                }
                ArticlesOf::Section(SectionId(id)) => ("section_id = ?", id),
                ArticlesOf::Author(UserId(id)) => ("author_id = ?", id),
            };
            is_everywhere = false;
            parameters.push(id.cast_signed().into());
            let at = format!("?{}", parameters.len());
            condition.push_str(&format!(" AND {}", restriction.replace('?', &at)));
        }
        if self.labels.is_empty() && is_everywhere {
            return (condition, parameters);
        }
        for label in &self.labels {
            // As JSON writes it, from the list's beginning or a comma on: nothing else in a list looks like that,
            // and looking costs a tenth of parsing.
            let label = Json::from(*label);
            parameters.extend([format!("[{label}").into(), format!(",{label}").into()]);
            let (first, other) = (parameters.len() - 1, parameters.len());
            condition.push_str(&format!(
                " AND (instr(label_names, ?{first}) = 1 OR instr(label_names, ?{other}) > 0)"
            ));
        }
        // Found in the index that counting uses, and not article by article in the order of the list: a label may be on
        // none, and a section has few.
        let found = format!("SELECT id FROM articles WHERE {condition}");
        let condition = format!("brand_id = ?1 AND id IN ({found})");
        (condition, parameters)
    }
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
