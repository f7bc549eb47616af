//! Users, groups and organizations as the API sends them.

use guidepost_model::{Group, GroupId, Organization, OrganizationId, Role, User, UserId};

fn user(json: &str) -> User {
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_user_is_read_from_much_more_than_is_shown() {
    let user = user(
        r#"{"id":35436,"url":"https://acme.zendesk.com/api/v2/users/35436.json","name":"Noor Haddad",
            "email":"noor@example.com","role":"agent","role_type":0,"tags":["vip"],"suspended":false}"#,
    );
    assert_eq!(user.id, Some(UserId(35_436)));
    assert_eq!(user.name, "Noor Haddad");
    assert_eq!(user.email.as_deref(), Some("noor@example.com"));
    assert!(user.role.is_staff());
}

#[test]
fn nobody_signed_in_is_a_user_without_an_id() {
    let anonymous = user(r#"{"id":null,"name":"Anonymous user","email":null,"role":"end-user"}"#);
    assert_eq!((anonymous.id, anonymous.email), (None, None));
    assert!(!anonymous.role.is_staff());
}

#[test]
fn a_role_that_is_not_known_yet_is_kept_and_is_no_staff() {
    let robot = user(r#"{"id":1,"role":"ai-agent"}"#);
    assert_eq!(robot.role, Role::Other("ai-agent".into()));
    assert!(!robot.role.is_staff());
}

#[test]
fn a_group_may_be_deleted() {
    let group: Group =
        serde_json::from_str(r#"{"id":"7","name":"Old desk","deleted":true}"#).unwrap();
    assert_eq!(group, Group { id: GroupId(7), name: "Old desk".into(), deleted: true });
    let bare: Group = serde_json::from_str(r#"{"id":8,"name":null}"#).unwrap();
    assert_eq!(bare, Group { id: GroupId(8), name: String::new(), deleted: false });
}

#[test]
fn an_organization_has_tags() {
    let json = r#"{"id":42,"name":"Riverbend Guitars","tags":["gold"],"domain_names":[]}"#;
    let organization: Organization = serde_json::from_str(json).unwrap();
    assert_eq!(organization.id, OrganizationId(42));
    assert_eq!(organization.tags, ["gold"]);
}
