//! A user in an answer, with the keys that recorded answers have.

use guidepost_model::{GroupId, OrganizationId, Role, Timestamp, UserId};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{account::User, address::Address};

const TIME_ZONE: &str = "Copenhagen";
const IANA_TIME_ZONE: &str = "Europe/Copenhagen";

#[derive(Serialize, ToSchema)]
#[schema(as = User, description = "A user: an end user, an agent or an admin.")]
pub(crate) struct Body {
    #[schema(value_type = u64)]
    id: UserId,
    url: String,
    name: String,
    email: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    time_zone: &'static str,
    iana_time_zone: &'static str,
    phone: Option<String>,
    shared_phone_number: Option<bool>,
    photo: Option<String>,
    locale_id: u64,
    locale: String,
    #[schema(value_type = Option<u64>)]
    organization_id: Option<OrganizationId>,
    /// 4 for an admin, 0 for an agent.
    role_type: Option<u64>,
    /// `end-user`, `agent` or `admin`.
    role: String,
    custom_role_id: Option<u64>,
    verified: bool,
    external_id: Option<String>,
    tags: Vec<String>,
    alias: Option<String>,
    active: bool,
    shared: bool,
    shared_agent: bool,
    #[schema(value_type = String, format = DateTime)]
    last_login_at: Timestamp,
    two_factor_auth_enabled: Option<bool>,
    signature: Option<String>,
    details: Option<String>,
    notes: Option<String>,
    moderator: bool,
    ticket_restriction: Option<&'static str>,
    only_private_comments: bool,
    restricted_agent: bool,
    suspended: bool,
    #[schema(value_type = Option<u64>)]
    default_group_id: Option<GroupId>,
    report_csv: bool,
    /// The account has no fields of its own.
    #[schema(value_type = Object)]
    user_fields: Value,
}

pub(crate) fn body(user: User, address: &Address) -> Body {
    let staff = user.role.is_staff();
    let role = match user.role {
        Role::EndUser => "end-user".to_owned(),
        Role::Agent => "agent".to_owned(),
        Role::Admin => "admin".to_owned(),
        Role::Other(name) => name,
    };
    Body {
        id: user.id,
        url: address.at(&format!("/api/v2/users/{}.json", user.id)),
        name: user.name,
        email: user.email,
        created_at: user.created_at,
        updated_at: user.updated_at,
        time_zone: TIME_ZONE,
        iana_time_zone: IANA_TIME_ZONE,
        phone: None,
        shared_phone_number: None,
        photo: None,
        locale_id: 1,
        locale: user.locale,
        organization_id: user.organization_id,
        // Recorded: 4 for an admin. An agent's own role has a number of its own.
        role_type: match role.as_str() {
            "admin" => Some(4),
            "agent" => Some(0),
            _ => None,
        },
        role,
        custom_role_id: None,
        verified: true,
        external_id: user.external_id,
        tags: user.tags,
        alias: None,
        active: true,
        shared: false,
        shared_agent: false,
        last_login_at: user.updated_at,
        two_factor_auth_enabled: None,
        signature: None,
        details: None,
        notes: None,
        moderator: staff,
        ticket_restriction: (!staff).then_some("requested"),
        only_private_comments: false,
        restricted_agent: !user.manager,
        suspended: false,
        default_group_id: user.default_group_id,
        report_csv: user.manager,
        user_fields: json!({}),
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = AnonymousUser, description = "A visitor who is not signed in.")]
pub(crate) struct Anonymous {
    id: Option<u64>,
    url: Option<String>,
    name: &'static str,
    email: &'static str,
    created_at: Option<String>,
    updated_at: Option<String>,
    time_zone: &'static str,
    iana_time_zone: &'static str,
    phone: Option<String>,
    shared_phone_number: Option<bool>,
    photo: Option<String>,
    locale_id: u64,
    locale: &'static str,
    organization_id: Option<u64>,
    role: &'static str,
    verified: bool,
}

/// What Zendesk shows of a visitor who is not signed in, with the keys of a recorded answer.
pub(super) const fn anonymous() -> Anonymous {
    Anonymous {
        id: None,
        url: None,
        name: "Anonymous user",
        email: "invalid@example.com",
        created_at: None,
        updated_at: None,
        time_zone: TIME_ZONE,
        iana_time_zone: IANA_TIME_ZONE,
        phone: None,
        shared_phone_number: None,
        photo: None,
        locale_id: 1,
        locale: "en-US",
        organization_id: None,
        role: "end-user",
        verified: false,
    }
}
