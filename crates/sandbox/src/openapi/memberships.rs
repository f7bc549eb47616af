//! The endpoints of memberships in groups and in organizations.

use guidepost_model::{GroupId, OrganizationId};
use utoipa::openapi::HttpMethod::Get;

use super::{
    endpoint::{Endpoint, Who, endpoint},
    envelope::Listed::Support,
    objects::{GroupMembership, OrganizationMembership},
};
use crate::memberships::Club;

const MEMBERSHIPS: &str = "Memberships";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut endpoints = in_groups();
    endpoints.extend(in_organizations());
    endpoints
}

fn in_groups() -> Vec<Endpoint> {
    let get = |path, id, summary| endpoint(Get, path, (id, MEMBERSHIPS, Who::Staff), summary);
    let list = |path, id, summary| {
        get(path, id, summary)
            .includes(GroupId::WITH)
            .list::<GroupMembership>("group_memberships", Support)
    };
    let show = |path, id, summary| {
        get(path, id, summary).includes(GroupId::WITH).one::<GroupMembership>("group_membership")
    };
    vec![
        list("/api/v2/group_memberships", "list_group_memberships", "All memberships in groups"),
        list(
            "/api/v2/group_memberships/assignable",
            "list_assignable_group_memberships",
            "Memberships in groups that were not deleted",
        ),
        show("/api/v2/group_memberships/{id}", "show_group_membership", "A membership in a group"),
        list(
            "/api/v2/groups/{id}/memberships",
            "list_memberships_of_group",
            "A group's memberships",
        ),
        list(
            "/api/v2/groups/{id}/memberships/assignable",
            "list_assignable_memberships_of_group",
            "A group's memberships, unless it was deleted",
        ),
        list(
            "/api/v2/users/{id}/group_memberships",
            "list_group_memberships_of_user",
            "A user's memberships in groups",
        ),
        show(
            "/api/v2/users/{id}/group_memberships/{membership_id}",
            "show_group_membership_of_user",
            "A user's membership in a group",
        ),
    ]
}

fn in_organizations() -> Vec<Endpoint> {
    let get = |path, id, summary| endpoint(Get, path, (id, MEMBERSHIPS, Who::Staff), summary);
    let list = |path, id, summary| {
        get(path, id, summary)
            .includes(OrganizationId::WITH)
            .list::<OrganizationMembership>("organization_memberships", Support)
    };
    let show = |path, id, summary| {
        get(path, id, summary)
            .includes(OrganizationId::WITH)
            .one::<OrganizationMembership>("organization_membership")
    };
    vec![
        list(
            "/api/v2/organization_memberships",
            "list_organization_memberships",
            "All memberships in organizations",
        ),
        show(
            "/api/v2/organization_memberships/{id}",
            "show_organization_membership",
            "A membership in an organization",
        ),
        list(
            "/api/v2/organizations/{id}/organization_memberships",
            "list_memberships_of_organization",
            "An organization's memberships",
        ),
        list(
            "/api/v2/users/{id}/organization_memberships",
            "list_organization_memberships_of_user",
            "A user's memberships in organizations",
        ),
        show(
            "/api/v2/users/{id}/organization_memberships/{membership_id}",
            "show_organization_membership_of_user",
            "A user's membership in an organization",
        ),
    ]
}
