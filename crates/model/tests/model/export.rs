//! Segments as files: whole, and harmless where they are opened.

use guidepost_model::{
    GroupId, Item, OrganizationId, Timestamp, UserId, UserSegment, segments_to_csv,
    segments_to_json,
};
use serde_json::Value;

use crate::support::{segment, tags};

/// 2^53 + 1, which a number of JavaScript can't hold.
const LARGE: u64 = 9_007_199_254_740_993;

fn name(item: &Item) -> Option<String> {
    match item {
        Item::Group(GroupId(1)) => Some("Billing".into()),
        Item::User(_) => Some("Noor Haddad".into()),
        _ => None,
    }
}

fn vip() -> UserSegment {
    UserSegment {
        group_ids: vec![GroupId(1), GroupId(2)],
        organization_ids: vec![OrganizationId(3)],
        added_user_ids: vec![UserId(LARGE)],
        tags: tags(["gold", "vip"]),
        created_at: Some(Timestamp::from_unix(0)),
        ..segment(LARGE, "VIP agents")
    }
}

fn lines(segments: &[UserSegment]) -> Vec<String> {
    let file = segments_to_csv(segments, name);
    file.split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_spreadsheet_gets_a_head_and_a_line_for_each_segment() {
    let lines = lines(&[vip(), segment(2, "Empty")]);
    assert_eq!(
        lines[0],
        "\u{feff}id,name,user_type,built_in,groups,group_ids,organizations,organization_ids,added_users,added_user_ids,tags,or_tags,created_at,updated_at"
    );
    assert_eq!(
        lines[1],
        "'9007199254740993,VIP agents,staff,false,\"Billing; 2\",\"1; 2\",'3,'3,Noor Haddad,'9007199254740993,gold vip,,1970-01-01T00:00:00Z,"
    );
    assert_eq!(lines[2], "'2,Empty,staff,false,,,,,,,,,,");
    assert_eq!(lines.len(), 3);
}

#[test]
fn no_cell_is_a_formula() {
    for sign in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "  =1"] {
        let line = &lines(&[segment(1, sign)])[1];
        let cell = line.split(',').nth(1).unwrap().trim_matches('"');
        assert_eq!(cell, format!("'{sign}"));
    }
    assert!(lines(&[segment(1, "a=1")])[1].contains(",a=1,"));
}

#[test]
fn a_name_with_separators_and_lines_is_one_cell() {
    let file = segments_to_csv(&[segment(1, "a,\"b\";\r\nc")], name);
    assert!(file.contains(",\"a,\"\"b\"\";\r\nc\",staff,"), "{file}");
}

#[test]
fn a_script_gets_ids_as_text_and_names_where_they_are_known() {
    let file: Value = serde_json::from_str(&segments_to_json(&[vip()], name)).unwrap();
    let segment = &file["user_segments"][0];
    assert_eq!(segment["id"], LARGE.to_string());
    assert_eq!(segment["groups"][0], serde_json::json!({ "id": "1", "name": "Billing" }));
    assert_eq!(segment["groups"][1], serde_json::json!({ "id": "2", "name": null }));
    assert_eq!(segment["added_users"][0]["id"], LARGE.to_string());
    assert_eq!(segment["tags"], serde_json::json!(["gold", "vip"]));
    assert_eq!(segment["created_at"], "1970-01-01T00:00:00Z");
    assert_eq!(segment["updated_at"], Value::Null);
}
