//! The endpoints of management permission groups.

use serde_json::json;
use utoipa::openapi::HttpMethod::{Delete, Get, Post, Put};

use super::{
    endpoint::{Endpoint, Who, endpoint},
    envelope::Listed,
    objects::{NewPermissionGroupRequest, PermissionGroup, PermissionGroupRequest},
};

const LIST: &str = "/api/v2/guide/permission_groups";
const ONE: &str = "/api/v2/guide/permission_groups/{id}";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let called = |id| (id, "Permission groups", Who::Managers);
    let all = [
        endpoint(Get, LIST, called("list_permission_groups"), "All permission groups")
            .list::<PermissionGroup>("permission_groups", Listed::HelpCenter),
        endpoint(Post, LIST, called("create_permission_group"), "Creates a permission group")
            .takes::<NewPermissionGroupRequest>(
                json!({ "permission_group": { "name": "Product documentation" } }),
            )
            .made::<PermissionGroup>("permission_group")
            .refused(&["422"]),
        endpoint(Get, ONE, called("show_permission_group"), "A permission group")
            .one::<PermissionGroup>("permission_group"),
        endpoint(Put, ONE, called("update_permission_group"), "Changes a permission group")
            .takes::<PermissionGroupRequest>(json!({ "permission_group": { "name": "Handbook" } }))
            .one::<PermissionGroup>("permission_group")
            .refused(&["422"]),
        endpoint(Delete, ONE, called("delete_permission_group"), "Deletes a permission group")
            .answers_nothing("204", "It is deleted")
            .refused(&["422"]),
    ];
    let moved = "To the account's own host, when asked at another brand's";
    all.map(|endpoint| endpoint.answers_nothing("307", moved)).into()
}
