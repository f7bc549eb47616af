//! A user in an answer, with the keys that recorded answers have.

use guidepost_model::Role;
use serde_json::{Value, json};

use crate::{account::User, address::Address};

pub(crate) fn body(user: User, address: &Address) -> Value {
    let staff = user.role.is_staff();
    let role = match user.role {
        Role::EndUser => "end-user".to_owned(),
        Role::Agent => "agent".to_owned(),
        Role::Admin => "admin".to_owned(),
        Role::Other(name) => name,
    };
    json!({
        "id": user.id,
        "url": address.at(&format!("/api/v2/users/{}.json", user.id)),
        "name": user.name,
        "email": user.email,
        "created_at": user.created_at,
        "updated_at": user.updated_at,
        "time_zone": "Copenhagen",
        "iana_time_zone": "Europe/Copenhagen",
        "phone": null,
        "shared_phone_number": null,
        "photo": null,
        "locale_id": 1,
        "locale": user.locale,
        "organization_id": user.organization_id,
        // Recorded: 4 for an admin. An agent's own role has a number of its own.
        "role_type": match role.as_str() { "admin" => Some(4), "agent" => Some(0), _ => None },
        "role": role,
        "custom_role_id": null,
        "verified": true,
        "external_id": user.external_id,
        "tags": user.tags,
        "alias": null,
        "active": true,
        "shared": false,
        "shared_agent": false,
        "last_login_at": user.updated_at,
        "two_factor_auth_enabled": null,
        "signature": null,
        "details": null,
        "notes": null,
        "moderator": staff,
        "ticket_restriction": if staff { Value::Null } else { json!("requested") },
        "only_private_comments": false,
        "restricted_agent": !user.manager,
        "suspended": false,
        "default_group_id": user.default_group_id,
        "report_csv": user.manager,
        "user_fields": {},
    })
}

/// What Zendesk shows of a visitor who is not signed in.
pub(super) fn anonymous(address: &Address) -> Value {
    json!({
        "id": null,
        "url": address.at("/api/v2/users/.json"),
        "name": "Anonymous user",
        "email": "invalid@example.com",
        "created_at": null,
        "updated_at": null,
        "time_zone": "Copenhagen",
        "iana_time_zone": "Europe/Copenhagen",
        "phone": null,
        "photo": null,
        "locale_id": 1,
        "locale": "en-US",
        "organization_id": null,
        "role": "end-user",
        "verified": false,
        "tags": [],
    })
}
