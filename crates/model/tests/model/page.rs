//! Pages of a list in both of the API's styles.

use guidepost_model::{
    Group, GroupId, Listed, Next, Organization, Page, Section, Topic, User, UserSegment,
};
use proptest::prelude::*;

fn read(body: &str) -> Page<Group> {
    Page::read(body).unwrap()
}

#[track_caller]
fn assert_refused(body: &str, sentence: &str) {
    let error = Page::<Group>::read(body).unwrap_err().to_string();
    assert!(error.starts_with(sentence), "{error}");
}

#[test]
fn a_page_of_cursor_paging_tells_the_next_cursor() {
    let page = read(
        r#"{"groups":[{"id":1,"name":"Billing"}],
            "meta":{"has_more":true,"after_cursor":"eyJvIjoi==","before_cursor":"xxx"},
            "links":{"next":"https://acme.zendesk.com/api/v2/groups.json?page[after]=eyJvIjoi%3D%3D","prev":null}}"#,
    );
    assert_eq!(page.items[0].id, GroupId(1));
    assert_eq!(page.next, Next::Cursor("eyJvIjoi==".into()));
    assert_eq!(page.count, None);
}

/// The last page of cursor paging may still carry a cursor and links; `has_more` alone decides.
#[test]
fn the_last_page_of_cursor_paging_is_where_has_more_is_false() {
    for meta in [
        r#"{"has_more":false,"after_cursor":"abc","before_cursor":"abc"}"#,
        r#"{"has_more":false,"after_cursor":null,"before_cursor":null}"#,
        r#"{"has_more":false}"#,
    ] {
        let body = format!(
            r#"{{"groups":[],"meta":{meta},"links":{{"next":"https://a.example/?page[after]=abc"}}}}"#
        );
        assert_eq!(read(&body).next, Next::End, "{meta}");
    }
}

#[test]
fn a_page_of_offset_paging_tells_the_next_number_and_the_count() {
    let page = read(
        r#"{"groups":[],"count":61,"page":1,"page_count":3,"per_page":30,"previous_page":null,
            "next_page":"https://acme.zendesk.com/api/v2/groups.json?per_page=30&page=2"}"#,
    );
    assert_eq!(page.next, Next::Page(2));
    assert_eq!(page.count, Some(61));
}

#[test]
fn the_last_page_of_offset_paging_has_no_next_page() {
    let page = read(
        r#"{"count":1,"page_count":1,"per_page":30,"page":1,"next_page":null,
            "previous_page":"https://acme.zendesk.com/api/v2/groups.json?page=1","groups":[]}"#,
    );
    assert_eq!((page.next, page.count), (Next::End, Some(1)));
}

#[test]
fn a_list_without_an_envelope_is_whole() {
    for body in [
        r#"{"groups":[]}"#,
        r#"{"groups":[],"meta":{},"links":{}}"#,
        r#"{"groups":[],"meta":null}"#,
    ] {
        assert_eq!(read(body).next, Next::End, "{body}");
    }
}

/// An address may name another host: a brand's, or an attacker's. Nothing but its number is taken.
#[test]
fn of_a_next_page_on_another_host_only_the_number_is_taken() {
    let page =
        read(r#"{"groups":[],"next_page":"https://evil.example/steal?page=7&sort_by=name"}"#);
    assert_eq!(page.next, Next::Page(7));
}

#[test]
fn only_the_parameter_named_page_is_the_number() {
    let page = read(r#"{"groups":[],"next_page":"/groups?per_page=30&mypage=9&page=4"}"#);
    assert_eq!(page.next, Next::Page(4));
}

#[test]
fn more_without_a_way_to_it_is_an_error_and_no_silent_end() {
    let sentence = "the answer says that the list goes on, but not where";
    for rest in [
        r#""meta":{"has_more":true}"#,
        r#""meta":{"has_more":true,"after_cursor":null}"#,
        r#""next_page":"https://acme.zendesk.com/api/v2/groups.json""#,
        r#""next_page":"https://acme.zendesk.com/api/v2/groups.json?page=last""#,
        r#""next_page":"?page=99999999999""#,
        r#""next_page":2"#,
    ] {
        assert_refused(&format!(r#"{{"groups":[],{rest}}}"#), sentence);
    }
}

#[test]
fn a_missing_list_is_named() {
    assert_refused(r#"{"users":[]}"#, "the answer has no list named groups");
    assert_refused(r#"{"error":"RecordNotFound"}"#, "the answer has no list named groups");
}

#[test]
fn what_is_no_list_of_the_resource_is_refused() {
    for body in [
        "",
        "<html></html>",
        r#"{"groups":[{"#,
        "[]",
        "null",
        r#"{"groups":null}"#,
        r#"{"groups":{}}"#,
        r#"{"groups":[{"name":"without an id"}]}"#,
        r#"{"groups":[[1,"an array of its fields",false]]}"#,
    ] {
        assert_refused(body, "the answer could not be read: ");
    }
}

#[test]
fn each_resource_is_found_under_its_own_key() {
    assert_eq!(
        [UserSegment::KEY, Group::KEY, Organization::KEY, User::KEY, Section::KEY, Topic::KEY,],
        ["user_segments", "groups", "organizations", "users", "sections", "topics"]
    );
}

proptest! {
    #[test]
    fn no_body_is_too_strange(body in "\\PC{0,80}", next in "\\PC{0,30}", cursor in "\\PC{0,8}") {
        let _ = Page::<Group>::read(&body);
        let envelope = serde_json::json!({
            "groups": [],
            "next_page": next,
            "meta": { "has_more": cursor, "after_cursor": cursor },
        });
        let _ = Page::<Group>::read(&envelope.to_string());
    }

    #[test]
    fn any_cursor_is_handed_on_unchanged(cursor in "\\PC{1,40}") {
        let envelope = serde_json::json!({
            "groups": [],
            "meta": { "has_more": true, "after_cursor": cursor },
        });
        prop_assert_eq!(read(&envelope.to_string()).next, Next::Cursor(cursor));
    }
}
