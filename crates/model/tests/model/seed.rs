//! Every JSON example of the user segments' documentation.

use guidepost_model::{
    ApiError, Context, Draft, ErrorKind, Field, GroupId, Next, OrganizationId, Page, SegmentDraft,
    SegmentId, UserSegment, UserType, validate,
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{staff, tags};

/// The `user_segment` that answers and requests are wrapped in.
#[derive(Deserialize)]
struct Wrapped<T> {
    user_segment: T,
}

/// The answer that show, create and update have in common.
const VIP_AGENTS: &str = r#"{  "user_segment": {    "built_in": false,    "created_at": "2017-05-21T20:01:12Z",    "group_ids": [      12    ],    "id": 7284,    "name": "VIP agents",    "or_tags": [],    "organization_ids": [],    "tags": [      "vip"    ],    "updated_at": "2017-05-21T20:01:12Z",    "user_type": "staff"  }}"#;

const INVALID_USER_TYPE: &str = r#"{  "errors": {    "user_type": [      "value `foo` invalid; must be either `staff` or `signed_in_users`"    ]  }}"#;

#[track_caller]
fn assert_vip_agents(body: &str) {
    let segment = serde_json::from_str::<Wrapped<UserSegment>>(body).unwrap().user_segment;
    assert_eq!(
        segment,
        UserSegment {
            id: SegmentId(7284),
            user_type: UserType::Staff,
            group_ids: vec![GroupId(12)],
            organization_ids: vec![],
            tags: tags(["vip"]),
            or_tags: vec![],
            created_at: "2017-05-21T20:01:12Z".parse().ok(),
            updated_at: "2017-05-21T20:01:12Z".parse().ok(),
            built_in: false,
            added_user_ids: vec![],
            name: "VIP agents".into(),
        }
    );
}

#[track_caller]
fn assert_invalid_user_type(body: &str) {
    let error = ApiError::read(400, body);
    let sentence = "value `foo` invalid; must be either `staff` or `signed_in_users`";
    assert_eq!(error.kind, ErrorKind::Invalid);
    assert_eq!(error.fields, [("user_type".to_owned(), vec![sentence.to_owned()])]);
    let field = Field::from_wire_name(&error.fields[0].0);
    assert_eq!(field, Some(Field::UserType));
    assert_eq!((error.title, error.message, error.raw), (None, None, None));
}

#[test]
fn the_object_of_the_json_format_section_is_read_as_a_draft_since_it_has_no_id() {
    let body = r#"{  "built_in": false,  "created_at": "2017-07-20T22:55:29Z",  "group_ids": [    12  ],  "name": "VIP agents",  "organization_ids": [    42  ],  "tags": [    "vip"  ],  "updated_at": "2017-07-23T21:43:28Z",  "user_type": "staff"}"#;
    assert!(serde_json::from_str::<UserSegment>(body).is_err(), "a segment has an id");
    let draft: SegmentDraft = serde_json::from_str(body).unwrap();
    assert_eq!(
        draft,
        SegmentDraft {
            group_ids: vec![GroupId(12)],
            organization_ids: vec![OrganizationId(42)],
            tags: tags(["vip"]),
            ..staff()
        }
    );
}

#[test]
fn the_list_is_a_page_of_two_and_the_last() {
    let body = r#"{  "user_segments": [    {      "built_in": false,      "created_at": "2017-05-21T20:01:12Z",      "group_ids": [        12      ],      "id": 7284,      "name": "VIP agents",      "or_tags": [],      "organization_ids": [],      "tags": [        "vip"      ],      "updated_at": "2017-06-30T01:00:25Z",      "user_type": "staff"    },    {      "built_in": false,      "created_at": "2017-04-09T15:33:11Z",      "group_ids": [],      "id": 9930,      "name": "Privileged users",      "or_tags": [],      "organization_ids": [        42      ],      "tags": [],      "updated_at": "2017-08-10T18:41:01Z",      "user_type": "signed_in_users"    }  ]}"#;
    let page = Page::<UserSegment>::read(body).unwrap();
    assert_eq!((page.next, page.count), (Next::End, None));
    let [vip_agents, privileged_users] = page.items.as_slice() else {
        panic!("two segments expected")
    };
    assert_eq!(vip_agents.id, SegmentId(7284));
    assert_eq!(vip_agents.updated_at, "2017-06-30T01:00:25Z".parse().ok());
    assert_eq!(privileged_users.id, SegmentId(9930));
    assert_eq!(privileged_users.name, "Privileged users");
    assert_eq!(privileged_users.user_type, UserType::SignedInUsers);
    assert_eq!(privileged_users.organization_ids, [OrganizationId(42)]);
    assert_eq!(privileged_users.created_at, "2017-04-09T15:33:11Z".parse().ok());
}

#[test]
fn the_answer_to_show_is_read() {
    assert_vip_agents(VIP_AGENTS);
}

#[test]
fn the_request_of_create_is_read_and_valid() {
    let body = r#"{     "user_segment": {       "name": "VIP agents",       "user_type": "staff",       "group_ids": [12],       "tags": ["vip"]     }   }"#;
    let draft = serde_json::from_str::<Wrapped<SegmentDraft>>(body).unwrap().user_segment;
    let expected = SegmentDraft { group_ids: vec![GroupId(12)], tags: tags(["vip"]), ..staff() };
    assert_eq!(draft, expected);
    assert!(validate(&draft, &Context::default()).is_ok());
}

#[test]
fn the_answer_to_create_is_read() {
    assert_vip_agents(VIP_AGENTS);
}

#[test]
fn the_refusal_of_create_names_the_field() {
    assert_invalid_user_type(INVALID_USER_TYPE);
}

/// The example gives organizations to a staff segment, which has no use for them.
#[test]
fn the_request_of_update_is_read_and_its_organizations_are_refused() {
    let body = r#"{     "user_segment": {       "name": "VIP agents",       "user_type": "staff",       "group_ids": [12],       "organization_ids": [42],       "tags": ["vip"]     }   }"#;
    let draft = serde_json::from_str::<Wrapped<SegmentDraft>>(body).unwrap().user_segment;
    assert_eq!(draft.group_ids, [GroupId(12)]);
    assert_eq!(draft.organization_ids, [OrganizationId(42)]);
    let errors = validate(&draft, &Context::default()).unwrap_err();
    assert_eq!(errors.0.len(), 1);
    assert_eq!(errors.of(Field::Organizations).count(), 1);
    assert!(validate(&draft.applicable(), &Context::default()).is_ok());
}

#[test]
fn the_answer_to_update_is_read() {
    assert_vip_agents(VIP_AGENTS);
}

#[test]
fn the_refusal_of_update_names_the_field() {
    assert_invalid_user_type(INVALID_USER_TYPE);
}

/// The page lists the properties in a table; each is read and written under its name.
#[test]
fn every_property_of_the_table_survives_a_round_trip() {
    let all = json!({
        "added_user_ids": [35_436],
        "built_in": true,
        "created_at": "2017-07-20T22:55:29Z",
        "group_ids": [12],
        "id": 7284,
        "name": "VIP agents",
        "or_tags": ["gold"],
        "organization_ids": [42],
        "tags": ["vip"],
        "updated_at": "2017-07-23T21:43:28Z",
        "user_type": "signed_in_users",
    });
    let segment: UserSegment = serde_json::from_value(all.clone()).unwrap();
    let written: Value = serde_json::to_value(&segment).unwrap();
    assert_eq!(written, all);
}
