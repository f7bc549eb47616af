//! The account's permission groups, as somebody else reads and changes them.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::Account;

/// Where the permission groups are, and how the address of each begins.
pub const GROUPS: &str = "/api/v2/guide/permission_groups";

impl Account {
    /// Every permission group there is.
    pub async fn groups(&self) -> Vec<Value> {
        self.list(&format!("{GROUPS}?per_page=100"), "permission_groups").await
    }

    /// The permission group of this name.
    pub async fn group_named(&self, name: &str) -> Value {
        let mut found = self.groups().await;
        found.retain(|group| group["name"] == name);
        assert_eq!(found.len(), 1, "permission groups named “{name}”: {found:?}");
        found.remove(0)
    }

    /// The id of the permission group of this name.
    pub async fn group_id_of(&self, name: &str) -> u64 {
        self.group_named(name).await["id"].as_u64().unwrap()
    }

    /// What the API says when it is asked for the permission group.
    pub async fn group_status_of(&self, id: u64) -> u16 {
        self.ask(Method::GET, &format!("{GROUPS}/{id}"), None).await.0.as_u16()
    }

    pub async fn create_group(&self, group: Value) {
        let body = json!({ "permission_group": group });
        let (status, body) = self.ask(Method::POST, GROUPS, Some(body)).await;
        assert_eq!(status, StatusCode::CREATED, "{body}");
    }

    pub async fn change_group(&self, id: u64, group: Value) {
        let body = json!({ "permission_group": group });
        let (status, body) = self.ask(Method::PUT, &format!("{GROUPS}/{id}"), Some(body)).await;
        assert_eq!(status, StatusCode::OK, "{body}");
    }
}
