//! Reading segments leniently, writing them exactly.

use guidepost_model::{
    GroupId, OrganizationId, SegmentDraft, SegmentId, UserId, UserSegment, UserType,
};
use proptest::prelude::*;

use crate::support::{drafts, segments, user_types};

/// As it was recorded from a real account, anonymised.
const RECORDED: &str = r#"{"id":7243702759187,"user_type":"staff","group_ids":[7243702759000],"organization_ids":[],"tags":[],"or_tags":[],"created_at":"2022-06-24T10:28:43Z","updated_at":"2022-06-24T10:28:43Z","built_in":false,"added_user_ids":[],"name":"Tier 3 Articles"}"#;

fn read(json: &str) -> UserSegment {
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_recorded_segment_is_written_as_it_was_read_with_its_keys_in_order() {
    assert_eq!(serde_json::to_string(&read(RECORDED)).unwrap(), RECORDED);
}

#[test]
fn ids_may_be_strings() {
    let segment = read(
        r#"{"id":"7243702759187","user_type":"staff","group_ids":["12",13],
            "organization_ids":["42"],"added_user_ids":["7"]}"#,
    );
    assert_eq!(segment.id, SegmentId(7_243_702_759_187));
    assert_eq!(segment.group_ids, [GroupId(12), GroupId(13)]);
    assert_eq!(segment.organization_ids, [OrganizationId(42)]);
    assert_eq!(segment.added_user_ids, [UserId(7)]);
}

#[test]
fn only_the_id_and_the_user_type_must_be_there() {
    let bare = read(r#"{"id":1,"user_type":"staff"}"#);
    let nulls = read(
        r#"{"id":1,"user_type":"staff","group_ids":null,"organization_ids":null,"tags":null,
            "or_tags":null,"added_user_ids":null,"created_at":null,"updated_at":null,
            "built_in":null,"name":null}"#,
    );
    assert_eq!(bare, nulls);
    assert_eq!(
        bare.draft(),
        SegmentDraft { user_type: Some(UserType::Staff), ..SegmentDraft::default() }
    );
    for incomplete in [r#"{"id":1}"#, r#"{"user_type":"staff"}"#, r#"{"id":1,"user_type":null}"#] {
        assert!(serde_json::from_str::<UserSegment>(incomplete).is_err(), "{incomplete}");
    }
}

#[test]
fn what_is_not_known_yet_is_skipped() {
    let segment = read(r#"{"id":1,"user_type":"staff","url":"https://…","reach":{"brands":[1]}}"#);
    assert_eq!(segment.id, SegmentId(1));
}

#[test]
fn a_user_type_that_is_not_known_yet_survives_a_round_trip() {
    let segment = read(r#"{"id":1,"user_type":"partners"}"#);
    assert_eq!(segment.user_type, UserType::Other("partners".into()));
    assert_eq!(segment.user_type.to_string(), "partners");
    let written = serde_json::to_string(&segment).unwrap();
    assert!(written.contains(r#""user_type":"partners""#), "{written}");
    assert_eq!(read(&written), segment);
}

#[test]
fn both_time_formats_are_read_and_one_is_written() {
    let segment = read(
        r#"{"id":1,"user_type":"staff","created_at":"2018-08-23 12:42:18 +0000",
            "updated_at":"2018-08-23T12:42:18Z"}"#,
    );
    assert!(segment.created_at.is_some());
    assert_eq!(segment.created_at, segment.updated_at);
    let written = serde_json::to_string(&segment).unwrap();
    assert!(written.contains(r#""created_at":"2018-08-23T12:42:18Z""#), "{written}");
}

#[test]
fn a_segment_without_a_name_is_called_so() {
    let mut segment = read(RECORDED);
    assert_eq!(segment.display_name(), "Tier 3 Articles");
    for blank in ["", "  "] {
        segment.name = blank.into();
        assert_eq!(segment.display_name(), "Unnamed segment");
    }
}

#[test]
fn text_of_any_script_survives_a_round_trip() {
    for name in ["Søren’s “Ætt”", "仕入先", "قسم الدعم", "<b>bold</b> & \"quoted\"", "👩‍🔧\u{202e}"]
    {
        let mut segment = read(RECORDED);
        segment.name = name.into();
        assert_eq!(read(&serde_json::to_string(&segment).unwrap()), segment, "{name}");
    }
}

proptest! {
    #[test]
    fn a_segment_survives_a_round_trip(segment in segments()) {
        prop_assert_eq!(read(&serde_json::to_string(&segment).unwrap()), segment);
    }

    #[test]
    fn a_draft_survives_a_round_trip(draft in drafts()) {
        let json = serde_json::to_string(&draft).unwrap();
        prop_assert_eq!(serde_json::from_str::<SegmentDraft>(&json).unwrap(), draft);
    }

    #[test]
    fn a_segment_is_read_as_the_draft_it_gives(segment in segments()) {
        let json = serde_json::to_string(&segment).unwrap();
        prop_assert_eq!(serde_json::from_str::<SegmentDraft>(&json).unwrap(), segment.draft());
    }

    #[test]
    fn a_user_type_is_what_its_name_says(user_type in user_types()) {
        prop_assert_eq!(UserType::from(user_type.as_str()), user_type);
    }
}
