//! The articles of the help center at the account's address, a page at a time.

use guidepost_model::{Article, Next, Page, limits};

use super::{Client, Failure, client::encode};

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
