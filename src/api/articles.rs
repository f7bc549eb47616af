//! The articles of the help center at the account's address, a page at a time.

use guidepost_model::{Article, Listed, Next, Page, limits};
use serde::Deserialize;

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

/// A brand, as far as it matters here. Without the field it may well have one.
#[derive(Deserialize)]
struct Brand {
    #[serde(default = "yes")]
    has_help_center: bool,
}

impl Listed for Brand {
    const KEY: &'static str = "brands";
}

const fn yes() -> bool {
    true
}

impl Client {
    /// How many brands of the account have a help center. The articles of one are seen at that brand's address only.
    pub async fn help_centers(&self) -> Result<usize, Failure> {
        let mut number = 0;
        let count = |page: Vec<Brand>| {
            number += page.iter().filter(|brand| brand.has_help_center).count();
        };
        self.list("/api/v2/brands", Paging::Cursor, count).await?;
        Ok(number)
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
