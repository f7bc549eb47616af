//! Every error body that Zendesk is known to send, and what else may arrive in its place.

use guidepost_model::{ApiError, ErrorKind};
use proptest::prelude::*;
use serde_json::json;

/// What is expected of a body.
struct Case {
    status: u16,
    body: &'static str,
    kind: ErrorKind,
    title: Option<&'static str>,
    message: Option<&'static str>,
    fields: &'static [(&'static str, &'static [&'static str])],
    display: &'static str,
}

const KNOWN: [Case; 10] = [
    Case {
        status: 400,
        body: r#"{"errors":{"user_type":["value `foo` invalid; must be either `staff` or `signed_in_users`"]}}"#,
        kind: ErrorKind::Invalid,
        title: None,
        message: None,
        fields: &[(
            "user_type",
            &["value `foo` invalid; must be either `staff` or `signed_in_users`"],
        )],
        display: "user_type: value `foo` invalid; must be either `staff` or `signed_in_users`",
    },
    Case {
        status: 400,
        body: r#"{"title":"Invalid attribute","message":"You passed an invalid value for the user_segment_id attribute. Invalid parameter: user_segment_id"}"#,
        kind: ErrorKind::Invalid,
        title: Some("Invalid attribute"),
        message: Some(
            "You passed an invalid value for the user_segment_id attribute. Invalid parameter: user_segment_id",
        ),
        fields: &[],
        display: "Invalid attribute: You passed an invalid value for the user_segment_id attribute. Invalid parameter: user_segment_id",
    },
    Case {
        status: 401,
        body: r#"{"error":"Couldn't authenticate you"}"#,
        kind: ErrorKind::Unauthenticated,
        title: Some("Couldn't authenticate you"),
        message: None,
        fields: &[],
        display: "Couldn't authenticate you",
    },
    Case {
        status: 401,
        body: r#"{"error":"invalid_token","error_description":"The access token provided is expired, revoked, malformed or invalid for other reasons."}"#,
        kind: ErrorKind::Unauthenticated,
        title: Some("invalid_token"),
        message: Some(
            "The access token provided is expired, revoked, malformed or invalid for other reasons.",
        ),
        fields: &[],
        display: "invalid_token: The access token provided is expired, revoked, malformed or invalid for other reasons.",
    },
    Case {
        status: 403,
        body: r#"{"error":{"title":"Forbidden","message":"You do not have access to this page. Please contact the account owner of this help desk for further help."}}"#,
        kind: ErrorKind::Forbidden,
        title: Some("Forbidden"),
        message: Some(
            "You do not have access to this page. Please contact the account owner of this help desk for further help.",
        ),
        fields: &[],
        display: "Forbidden: You do not have access to this page. Please contact the account owner of this help desk for further help.",
    },
    Case {
        status: 403,
        body: r#"{"error":"Forbidden","description":"You are missing the following required scopes: read"}"#,
        kind: ErrorKind::Forbidden,
        title: Some("Forbidden"),
        message: Some("You are missing the following required scopes: read"),
        fields: &[],
        display: "Forbidden: You are missing the following required scopes: read",
    },
    Case {
        status: 404,
        body: r#"{"error":"RecordNotFound","description":"Not found"}"#,
        kind: ErrorKind::NotFound,
        title: Some("RecordNotFound"),
        message: Some("Not found"),
        fields: &[],
        display: "RecordNotFound: Not found",
    },
    Case {
        status: 422,
        body: r#"{"error":"RecordInvalid","description":"Record validation errors","details":{"value":[{"type":"blank","description":"can't be blank"}]}}"#,
        kind: ErrorKind::Invalid,
        title: Some("RecordInvalid"),
        message: Some("Record validation errors"),
        fields: &[("value", &["can't be blank"])],
        display: "RecordInvalid: Record validation errors; value: can't be blank",
    },
    Case {
        status: 422,
        body: r#"{"error":"RecordInvalid","description":"Record validation errors","details":{"name":[{"error":"DuplicateValue","description":"Name: is already taken"},{"error":"TooLong"}]}}"#,
        kind: ErrorKind::Invalid,
        title: Some("RecordInvalid"),
        message: Some("Record validation errors"),
        fields: &[("name", &["Name: is already taken", "TooLong"])],
        display: "RecordInvalid: Record validation errors; name: Name: is already taken, TooLong",
    },
    Case {
        status: 409,
        body: r#"{"error":"Conflict","description":"The resource was changed meanwhile"}"#,
        kind: ErrorKind::Conflict,
        title: Some("Conflict"),
        message: Some("The resource was changed meanwhile"),
        fields: &[],
        display: "Conflict: The resource was changed meanwhile",
    },
];

#[test]
fn every_known_body_is_understood() {
    for case in KNOWN {
        let error = ApiError::read(case.status, case.body);
        assert_eq!(error.status, case.status);
        assert_eq!(error.kind, case.kind, "{}", case.body);
        assert_eq!(error.title.as_deref(), case.title, "{}", case.body);
        assert_eq!(error.message.as_deref(), case.message, "{}", case.body);
        let fields: Vec<(&str, Vec<&str>)> = error
            .fields
            .iter()
            .map(|(field, texts)| (field.as_str(), texts.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<_> =
            case.fields.iter().map(|(field, texts)| (*field, texts.to_vec())).collect();
        assert_eq!(fields, expected, "{}", case.body);
        assert_eq!(error.raw, None, "{}", case.body);
        assert_eq!(error.to_string(), case.display);
    }
}

#[test]
fn the_status_tells_the_kind_whatever_the_body() {
    for (status, kind) in [
        (400, ErrorKind::Invalid),
        (401, ErrorKind::Unauthenticated),
        (403, ErrorKind::Forbidden),
        (404, ErrorKind::NotFound),
        (409, ErrorKind::Conflict),
        (410, ErrorKind::NotFound),
        (413, ErrorKind::Invalid),
        (418, ErrorKind::Other),
        (422, ErrorKind::Invalid),
        (429, ErrorKind::RateLimited),
        (500, ErrorKind::Server),
        (503, ErrorKind::Server),
        (599, ErrorKind::Server),
        (600, ErrorKind::Other),
        (0, ErrorKind::Other),
    ] {
        assert_eq!(ApiError::read(status, "").kind, kind, "{status}");
    }
}

#[test]
fn several_fields_and_messages_are_all_told() {
    let body = r#"{"errors":{"name":["is blank","is odd"],"tags":["too many"]}}"#;
    assert_eq!(ApiError::read(400, body).to_string(), "name: is blank, is odd; tags: too many");
}

#[test]
fn a_fields_messages_may_come_bare_or_as_objects() {
    for problems in [
        r#""is blank""#,
        r#"["is blank"]"#,
        r#"{"message":"is blank"}"#,
        r#"[{"detail":"is blank","type":"blank"}]"#,
        r#"[[" is blank "]]"#,
    ] {
        let error = ApiError::read(422, &format!(r#"{{"details":{{"name":{problems}}}}}"#));
        assert_eq!(error.to_string(), "name: is blank", "{problems}");
    }
}

#[test]
fn errors_in_a_list_become_the_message_beside_what_is_said_already() {
    for (body, display) in [
        (
            r#"{"errors":[{"code":"Forbidden","title":"Forbidden","detail":"Not yours"}]}"#,
            "Not yours",
        ),
        (r#"{"errors":["One.","Two.","One."]}"#, "One. Two."),
        (r#"{"errors":"Refused"}"#, "Refused"),
        (
            r#"{"error":"RecordInvalid","description":"Invalid:","errors":["Too long"]}"#,
            "RecordInvalid: Invalid: Too long",
        ),
        (r#"{"description":"Bad name: too long","errors":["Bad name"]}"#, "Bad name: too long"),
        (r#"{"error":"Refused","details":"Plan too small"}"#, "Refused: Plan too small"),
    ] {
        assert_eq!(ApiError::read(403, body).to_string(), display, "{body}");
    }
}

#[test]
fn blank_texts_say_nothing() {
    for body in [
        r#"{"error":""}"#,
        r#"{"error":" ","description":""}"#,
        r#"{"errors":{"name":[]}}"#,
        r#"{"errors":{"name":["  "]}}"#,
        r#"{"errors":[]}"#,
        r#"{"message":null}"#,
        r#"{"errors":{"name":true}}"#,
        "{}",
    ] {
        let error = ApiError::read(400, body);
        assert_eq!((error.title, error.message, error.fields), (None, None, vec![]), "{body}");
        assert_eq!(error.raw.as_deref(), Some(body));
    }
    let half = ApiError::read(400, r#"{"error":"","description":"Not found"}"#);
    assert_eq!(half.to_string(), "Not found");
}

#[test]
fn the_same_said_twice_is_told_once() {
    let error = ApiError::read(403, r#"{"error":"Forbidden","description":"Forbidden"}"#);
    assert_eq!(error.to_string(), "Forbidden");
}

#[test]
fn plain_text_is_kept_as_it_is() {
    let error = ApiError::read(429, "  Number of allowed API requests per minute exceeded\n");
    assert_eq!(error.kind, ErrorKind::RateLimited);
    assert_eq!(error.to_string(), "Number of allowed API requests per minute exceeded");
}

#[test]
fn an_empty_body_leaves_the_status() {
    for body in ["", " \r\n "] {
        let error = ApiError::read(502, body);
        assert_eq!(error.raw, None);
        assert_eq!(error.to_string(), "status 502");
    }
}

#[test]
fn a_web_page_is_kept_but_not_shown() {
    let body = "\n<!DOCTYPE html><html><head><title>Sorry</title></head></html>";
    let error = ApiError::read(503, body);
    assert_eq!(error.raw.as_deref(), Some(body.trim()));
    assert_eq!(error.to_string(), "status 503, with a web page in place of an answer");
}

#[test]
fn json_that_breaks_off_or_is_no_object_is_kept_as_text() {
    for body in [r#"{"error":"RecordInv"#, "[1,2]", r#""Forbidden""#, "null", "\u{feff}{}"] {
        let error = ApiError::read(400, body);
        assert_eq!(error.raw.as_deref(), Some(body));
        assert_eq!(error.to_string(), body);
    }
}

#[test]
fn of_a_huge_body_the_start_is_kept_cut_between_characters() {
    let error = ApiError::read(500, &"é".repeat(5_000_000));
    assert_eq!(error.raw, Some("é".repeat(500)));
    let unknown_shape = format!(r#"{{"trace":"{}"}}"#, "x".repeat(1_000_000));
    assert_eq!(ApiError::read(500, &unknown_shape).raw.map(|raw| raw.len()), Some(500));
}

#[test]
fn json_nested_beyond_reason_is_kept_as_text() {
    let body = format!("{}1{}", r#"{"error":"#.repeat(100_000), "}".repeat(100_000));
    assert!(ApiError::read(400, &body).raw.is_some());
    let within_reason = format!("{}\"deep\"{}", r#"{"error":"#.repeat(100), "}".repeat(100));
    assert_eq!(ApiError::read(400, &within_reason).to_string(), "deep");
}

#[test]
fn retry_after_is_seconds() {
    assert_eq!(ApiError::retry_after(Some(" 93 ")), Some(93));
    for header in [None, Some(""), Some("-1"), Some("1.5"), Some("Wed, 21 Oct 2015 07:28:00 GMT")] {
        assert_eq!(ApiError::retry_after(header), None, "{header:?}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange(status: u16, body in "\\PC{0,80}|[\\x00-\\x7f]{0,80}") {
        prop_assert!(!ApiError::read(status, &body).to_string().is_empty());
    }

    #[test]
    fn no_json_is_too_strange(
        status: u16,
        key in "error|errors|details|title|message|description",
        inner in "error|errors|details|title|name|type",
        text in "\\PC{0,8}",
        number: i64,
    ) {
        for value in [
            json!(text),
            json!(number),
            json!([text, number, null, { inner.clone(): text }]),
            json!({ inner.clone(): text }),
            json!({ inner.clone(): [text, { "description": number, "type": text }] }),
            json!({ inner: { "errors": { "base": [text] } } }),
        ] {
            let body = json!({ key.clone(): value }).to_string();
            prop_assert!(!ApiError::read(status, &body).to_string().is_empty(), "{}", body);
        }
    }
}
