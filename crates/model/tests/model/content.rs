//! Sections and topics as the lists of a segment send them.

use guidepost_model::{Page, Section, SectionId, Topic, TopicId};

#[test]
fn a_section_is_read() {
    let body = r#"{"sections":[{"html_url":"https://acme.zendesk.com/hc/en-us/sections/8",
        "id":8,"locale":"en-us","name":"Firmware","url":"https://acme.zendesk.com/api/v2/…"}]}"#;
    let page = Page::<Section>::read(body).unwrap();
    assert_eq!(
        page.items,
        [Section {
            id: SectionId(8),
            name: "Firmware".into(),
            html_url: "https://acme.zendesk.com/hc/en-us/sections/8".into(),
        }]
    );
}

#[test]
fn a_topic_is_read_even_without_an_address() {
    let page = Page::<Topic>::read(r#"{"topics":[{"id":"9","name":"Beta","html_url":null}]}"#);
    assert_eq!(
        page.unwrap().items,
        [Topic { id: TopicId(9), name: "Beta".into(), html_url: String::new() }]
    );
}
