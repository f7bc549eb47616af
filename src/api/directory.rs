//! Users, groups, organizations and tags: names for ids, and suggestions for pickers.

use guidepost_model::{AnyId, Group, Organization, OrganizationId, Page, User, UserId};
use serde::Deserialize;

use super::{
    Client, Failure, Method,
    client::{Paging, encode, under},
};

#[derive(Deserialize)]
struct Tags {
    tags: Vec<String>,
}

impl Client {
    /// Whoever is signed in.
    pub async fn me(&self) -> Result<User, Failure> {
        under(&self.send(Method::Get, "/api/v2/users/me".into(), None).await?, "user")
    }

    /// Every group of agents.
    pub async fn groups(&self) -> Result<Vec<Group>, Failure> {
        let mut groups = Vec::new();
        self.list("/api/v2/groups", Paging::Cursor, |page| groups.extend(page)).await?;
        Ok(groups)
    }

    /// Organizations whose name starts with `name`.
    pub async fn find_organizations(&self, name: &str) -> Result<Page<Organization>, Failure> {
        self.page(&format!("/api/v2/organizations/autocomplete?name={}", encode(name))).await
    }

    /// The organizations with these ids, at most 100; those that no longer exist are missing in the answer.
    pub async fn organizations(
        &self,
        ids: &[OrganizationId],
    ) -> Result<Vec<Organization>, Failure> {
        let path = format!("/api/v2/organizations/show_many?ids={}", join(ids));
        Ok(self.page(&path).await?.items)
    }

    /// Users whose name or email starts with `name`.
    pub async fn find_users(&self, name: &str) -> Result<Page<User>, Failure> {
        self.page(&format!("/api/v2/users/autocomplete?name={}", encode(name))).await
    }

    /// The users with these ids, at most 100; those that no longer exist are missing in the answer.
    pub async fn users(&self, ids: &[UserId]) -> Result<Vec<User>, Failure> {
        Ok(self.page(&format!("/api/v2/users/show_many?ids={}", join(ids))).await?.items)
    }

    /// Tags with a word that starts with `name`. Zendesk suggests only tags that tickets used lately.
    pub async fn find_tags(&self, name: &str) -> Result<Vec<String>, Failure> {
        let tags: Tags =
            self.get(&format!("/api/v2/autocomplete/tags?name={}", encode(name))).await?;
        Ok(tags.tags)
    }
}

fn join<T: AnyId>(ids: &[T]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
