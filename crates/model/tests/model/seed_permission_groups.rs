//! Every JSON example of the permission groups' documentation.

use guidepost_model::{
    Next, Page, PermissionGroup, PermissionGroupContext, PermissionGroupDraft, PermissionGroupId,
    SegmentId, Timestamp, validate_permission_group,
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::granting;

#[derive(Deserialize)]
struct Wrapped {
    permission_group: PermissionGroup,
}

#[track_caller]
fn read(body: &str) -> PermissionGroup {
    serde_json::from_str::<Wrapped>(body).unwrap().permission_group
}

fn moment(text: &str) -> Option<Timestamp> {
    Some(text.parse().unwrap())
}

fn printer_experts(edit: &[u64], publish: &[u64]) -> PermissionGroup {
    PermissionGroup {
        id: PermissionGroupId(42),
        name: "Printer Experts".into(),
        built_in: false,
        publish: publish.iter().copied().map(SegmentId).collect(),
        edit: edit.iter().copied().map(SegmentId).collect(),
        created_at: moment("2018-08-23T12:42:18Z"),
        updated_at: moment("2018-08-23T12:42:18Z"),
    }
}

#[test]
fn the_object_of_the_json_format_section_is_read() {
    let body = r#"{  "permission_group": {    "id":         42,    "name":       "Printer Experts",    "built_in":   false,    "publish":    [123456],    "edit":       [],    "created_at": "2018-08-23 12:42:18 +0000",    "updated_at": "2018-08-23 12:42:18 +0000"  }}"#;
    assert_eq!(read(body), printer_experts(&[], &[123_456]));
}

/// The example ends in an ellipsis, which is no JSON and left out here.
#[test]
fn the_list_is_a_page_of_two_and_the_last() {
    let body = r#"{  "permission_groups": [    {      "id":         42,      "name":       "Printer Experts",      "built_in":   false,      "publish":    [123456],      "edit":       [],      "created_at": "2018-08-23 12:42:18 +0000",      "updated_at": "2018-08-23 12:42:18 +0000"    },    {      "id": 	    75,      "name":       "Managers",      "built_in":   true,      "publish":    [],      "edit":       [],      "created_at": "2018-03-16 08:29:27 +0000",      "updated_at": "2018-03-16 08:29:27 +0000"    }  ]}"#;
    let page = Page::<PermissionGroup>::read(body).unwrap();
    let managers = PermissionGroup {
        id: PermissionGroupId(75),
        name: "Managers".into(),
        built_in: true,
        publish: Vec::new(),
        edit: Vec::new(),
        created_at: moment("2018-03-16T08:29:27Z"),
        updated_at: moment("2018-03-16T08:29:27Z"),
    };
    assert_eq!(page.items, [printer_experts(&[], &[123_456]), managers]);
    assert_eq!((page.next, page.count), (Next::End, None));
}

#[test]
fn the_answer_to_show_is_read() {
    let body = r#"{  "permission_group": {    "id":         42,    "name":       "Printer Experts",    "built_in":   false,    "publish":    [12],    "edit":       [34],    "created_at": "2018-08-23 12:42:18 +0000",    "updated_at": "2018-08-23 12:42:18 +0000"  }}"#;
    assert_eq!(read(body), printer_experts(&[34], &[12]));
}

/// The examples of requests have ellipses in their lists, which are left out here.
#[test]
fn the_request_of_create_is_what_a_valid_draft_is_sent_as() {
    let example = r#"{     "permission_group": {       "name": "Printer Experts",       "edit": [12],       "publish": [34]     }   }"#;
    let draft = granting([12], [34]);
    let valid = validate_permission_group(&draft, &PermissionGroupContext::default()).unwrap();
    let sent: Value = serde_json::from_str(&valid.to_request()).unwrap();
    assert_eq!(sent, serde_json::from_str::<Value>(example).unwrap());
}

#[test]
fn the_answer_to_create_is_read() {
    let body = r#"{  "permission_group": {    "id":         42,    "name":       "Printer Experts",    "built_in":   false,    "publish":    [34],    "edit":       [12],    "created_at": "2018-08-23 12:42:18 +0000",    "updated_at": "2018-08-23 12:42:18 +0000"  }}"#;
    assert_eq!(read(body), printer_experts(&[12], &[34]));
}

/// The example of an update wraps the group in `user_segment` and has a comma too many. What it holds is a draft.
#[test]
fn the_request_of_update_holds_a_draft() {
    let body =
        r#"{       "name": "Super Printer Experts",       "edit": [],       "publish": [42]     }"#;
    let draft: PermissionGroupDraft = serde_json::from_str(body).unwrap();
    let expected =
        PermissionGroupDraft { name: "Super Printer Experts".into(), ..granting([], [42]) };
    assert_eq!(draft, expected);
    let valid = validate_permission_group(&draft, &PermissionGroupContext::default()).unwrap();
    assert_eq!(
        valid.to_request(),
        r#"{"permission_group":{"name":"Super Printer Experts","edit":[],"publish":[42]}}"#
    );
}

#[test]
fn the_answer_to_update_is_read() {
    let body = r#"{  "permission_group": {    "id":         42,    "name":       "Super Printer Experts",    "built_in":   false,    "publish":    [42],    "edit":       [],    "created_at": "2018-08-23 12:42:18 +0000",    "updated_at": "2018-08-24 00:42:15 +0000"  }}"#;
    let expected = PermissionGroup {
        name: "Super Printer Experts".into(),
        updated_at: moment("2018-08-24T00:42:15Z"),
        ..printer_experts(&[], &[42])
    };
    assert_eq!(read(body), expected);
}

/// The page lists the attributes in a table; each is written under its name, in the order of the examples.
#[test]
fn every_attribute_of_the_table_is_written_and_times_as_accounts_send_them_today() {
    assert_eq!(
        serde_json::to_string(&printer_experts(&[34], &[12])).unwrap(),
        r#"{"id":42,"name":"Printer Experts","built_in":false,"publish":[12],"edit":[34],"created_at":"2018-08-23T12:42:18Z","updated_at":"2018-08-23T12:42:18Z"}"#
    );
}

/// As an account answered in 2022: the envelope of offset paging, and ISO times.
#[test]
fn a_recorded_list_is_read() {
    let body = json!({
        "count": 1, "page_count": 1, "per_page": 30, "page": 1, "next_page": null, "previous_page": null,
        "permission_groups": [{
            "id": 1_500_001_278_722_u64, "name": "Admins", "built_in": true, "publish": [], "edit": [],
            "created_at": "2022-01-03T12:26:27Z", "updated_at": "2022-01-03T12:26:27Z",
        }],
    });
    let page = Page::<PermissionGroup>::read(&body.to_string()).unwrap();
    assert_eq!((page.next, page.count), (Next::End, Some(1)));
    assert_eq!(serde_json::to_value(&page.items).unwrap(), body["permission_groups"]);
}
