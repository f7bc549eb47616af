//! What articles refer to, in the same answer: `include=users,sections,categories,translations`.

use guidepost_model::{CategoryId, SectionId, UserId};
use rusqlite::Connection;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::{
    body::{Body, body},
    translation,
};
use crate::{
    account::{self, Article, Brand, Many, Sight, User, UserFilter},
    address::Address,
    categories,
    error::ApiError,
    include::Included,
    paging::PageRequest,
    query::Query,
    sections, users,
};

#[derive(Serialize, ToSchema)]
#[schema(description = "An author, as whoever is no agent sees them.")]
pub(crate) struct Author {
    #[schema(value_type = u64)]
    id: UserId,
    url: String,
    name: String,
    photo: Option<String>,
}

/// What can come with articles.
pub(crate) const WITH_ARTICLES: &[&str] = &["users", "sections", "categories", "translations"];

/// What a request wants to have besides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sideloads {
    users: bool,
    sections: bool,
    categories: bool,
    translations: bool,
    for_staff: bool,
}

impl Sideloads {
    pub(super) fn read(query: &Query, user: Option<&User>) -> Result<Self, ApiError> {
        let included = Included::read(query, WITH_ARTICLES)?;
        Ok(Self {
            users: included.has("users"),
            sections: included.has("sections"),
            categories: included.has("categories"),
            translations: included.has("translations"),
            for_staff: user.is_some_and(|user| user.role.is_staff()),
        })
    }

    /// Each thing once, by its id.
    pub(super) fn load(
        self,
        connection: &Connection,
        articles: &[Article],
        sight: &Sight,
        address: &Address,
    ) -> rusqlite::Result<Vec<(&'static str, Value)>> {
        let mut loaded = Vec::new();
        if self.users {
            let mut ids: Vec<u64> =
                articles.iter().filter_map(|article| article.author_id).map(|id| id.0).collect();
            ids.sort_unstable();
            ids.dedup();
            // A page of articles has at most a page of authors.
            let all = PageRequest::Offset { page: 1, size: articles.len().max(1) as u32 };
            let authors = account::users(connection, &UserFilter::Many(Many::Ids(ids)), &all)?;
            let authors = authors.map(|author| self.author(author, address));
            loaded.push(("users", json!(authors.items)));
        }
        if self.sections || self.categories {
            let ids: Vec<SectionId> =
                articles.iter().filter_map(|article| article.section_id).collect();
            let found = account::sections_by_id(connection, &ids, sight)?;
            let in_categories: Vec<CategoryId> =
                found.iter().filter_map(|section| section.category_id).collect();
            if self.sections {
                let found = found.into_iter().map(|section| sections::body(section, address));
                loaded.push(("sections", json!(found.collect::<Vec<_>>())));
            }
            if self.categories {
                let found = account::categories_by_id(connection, &in_categories, sight)?;
                let found = found.into_iter().map(|category| categories::body(category, address));
                loaded.push(("categories", json!(found.collect::<Vec<_>>())));
            }
        }
        Ok(loaded)
    }

    /// The article, with what belongs into it.
    pub(super) fn body(self, article: Article, brand: &Brand, address: &Address) -> Body {
        let mut body = body(article, brand, address);
        if self.translations {
            body.translations = Some([translation::of(&body, brand, address)]);
        }
        body
    }

    /// Whoever is no agent sees no more of an author than the page of the article shows, which is assumed: the
    /// endpoints for users are closed to them.
    fn author(self, author: User, address: &Address) -> Value {
        if self.for_staff {
            json!(users::body(author, address))
        } else {
            json!(Author {
                id: author.id,
                url: address.at(&format!("/api/v2/users/{}.json", author.id)),
                name: author.name,
                photo: None,
            })
        }
    }
}
