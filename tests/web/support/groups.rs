//! The sandbox account's permission groups, as somebody else would prepare, change and look them up.

use guidepost::api::Method;
use guidepost_model::{Page, PermissionGroup, PermissionGroupId};
use serde_json::{Value, json};

use super::Account;

/// Where the API has permission groups.
pub const GROUPS: &str = "/api/v2/guide/permission_groups";

impl Account {
    /// Creates a permission group; what `fields` leaves out is empty.
    pub async fn create_group(&self, fields: Value) -> PermissionGroup {
        let body = json!({ "permission_group": fields });
        read(&self.ask(Method::Post, GROUPS, Some(body)).await.body)
    }

    /// Changes the fields that are given.
    pub async fn change_group(&self, id: PermissionGroupId, fields: Value) -> PermissionGroup {
        let body = json!({ "permission_group": fields });
        read(&self.ask(Method::Put, &format!("{GROUPS}/{id}"), Some(body)).await.body)
    }

    pub async fn delete_group(&self, id: PermissionGroupId) {
        self.ask(Method::Delete, &format!("{GROUPS}/{id}"), None).await;
    }

    pub async fn all_groups(&self) -> Vec<PermissionGroup> {
        let mut all = Vec::new();
        for page in 1.. {
            let path = format!("{GROUPS}?per_page=100&page={page}");
            let answer = self.ask(Method::Get, &path, None).await;
            let groups: Page<PermissionGroup> = Page::read(&answer.body).expect("a page of groups");
            let last = groups.items.len() < 100;
            all.extend(groups.items);
            if last {
                break;
            }
        }
        all
    }

    /// The one permission group of that name.
    pub async fn group(&self, name: &str) -> PermissionGroup {
        let mut found = self.all_groups().await;
        found.retain(|group| group.name == name);
        assert_eq!(found.len(), 1, "permission groups named {name}");
        found.remove(0)
    }
}

fn read(body: &str) -> PermissionGroup {
    let mut body: Value = serde_json::from_str(body).expect("JSON");
    serde_json::from_value(body["permission_group"].take()).expect("a permission group")
}
