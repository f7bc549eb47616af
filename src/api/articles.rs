//! The articles of the help center at the account's address, a page at a time.

use guidepost_model::{Article, Brand, Next, Page, limits};

use super::{
    Client, Failure,
    client::{Paging, encode},
};

const PATH: &str = "/api/v2/help_center/articles";

/// Where to read on in the list of articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArticlesAt {
    /// A page by its number, from 1. The answer says how many articles there are, but Zendesk refuses to go past
    /// 10,000 in this way.
    Page(u32),
    /// After a cursor, or from the beginning without one.
    Cursor(Option<String>),
}

impl ArticlesAt {
    /// Where a page says that the list goes on; `None` at its end.
    pub fn after(next: Next) -> Option<Self> {
        match next {
            Next::End => None,
            Next::Cursor(cursor) => Some(Self::Cursor(Some(cursor))),
            Next::Page(number) => Some(Self::Page(number)),
        }
    }
}

impl Client {
    /// The brands of the account that have a help center. The articles of one are seen at that brand's address only.
    pub async fn help_centers(&self) -> Result<Vec<Brand>, Failure> {
        let mut brands = Vec::new();
        let each = |page: Vec<Brand>| {
            brands.extend(page.into_iter().filter(|brand| brand.has_help_center));
        };
        self.list("/api/v2/brands", Paging::Cursor, each).await?;
        Ok(brands)
    }

    /// Some of the articles that the signed-in user may see.
    pub async fn articles(&self, at: &ArticlesAt) -> Result<Page<Article>, Failure> {
        let size = limits::PAGE;
        let position = match at {
            ArticlesAt::Page(number) => format!("per_page={size}&page={number}"),
            ArticlesAt::Cursor(None) => format!("page[size]={size}"),
            ArticlesAt::Cursor(Some(cursor)) => {
                format!("page[size]={size}&page[after]={}", encode(cursor))
            }
        };
        self.page(&format!("{PATH}?{position}")).await
    }
}
