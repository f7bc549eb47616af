//! The sandbox account as somebody else would use it: what the tests prepare, change behind the app's back, and look
//! up afterwards.

use std::cell::RefCell;

use guidepost::api::{Answer, Method, Transport};
use guidepost_model::{Page, SegmentId, UserSegment};
use leptos::prelude::window;
use serde::Deserialize;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::GROUPS;

/// Where the API has user segments.
pub const SEGMENTS: &str = "/api/v2/help_center/user_segments";
/// `cargo xtask test --web` writes it: where the sandbox listens.
const TOLD: &str = "/target/web-tests/sandbox.json";

thread_local! {
    static ORIGIN: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The segments and permission groups of the first day, as the account lists them: all that anybody can change
    /// in it.
    static FIRST_DAY: RefCell<Option<String>> = const { RefCell::new(None) };
}

#[derive(Deserialize)]
struct Told {
    url: String,
}

#[derive(Deserialize)]
struct Wrapped {
    user_segment: UserSegment,
}

/// The account, reached as its manager without the app and out of reach of faults.
#[derive(Debug, Clone)]
pub struct Account {
    pub origin: String,
}

impl Account {
    /// The account as it was on the first day: no test sees what another one left.
    pub async fn fresh() -> Self {
        let known = ORIGIN.with_borrow(Clone::clone);
        let origin = match known {
            Some(origin) => origin,
            None => told().await,
        };
        ORIGIN.set(Some(origin.clone()));
        let account = Self { origin };
        let segments = Some(account.listing().await);
        if FIRST_DAY.with_borrow(|first| *first != segments) {
            account.ask(Method::Post, "/sandbox/reset", None).await;
            FIRST_DAY.set(Some(account.listing().await));
        }
        account
    }

    async fn listing(&self) -> String {
        let mut listing =
            self.ask(Method::Get, &format!("{SEGMENTS}?per_page=100"), None).await.body;
        listing += &self.ask(Method::Get, &format!("{GROUPS}?per_page=100"), None).await.body;
        listing
    }

    /// Creates a segment; what `fields` leaves out is empty, and the type is signed-in users.
    pub async fn create(&self, fields: Value) -> UserSegment {
        let mut segment = json!({ "user_type": "signed_in_users" });
        merge(&mut segment, fields);
        let answer = self.ask(Method::Post, SEGMENTS, Some(wrap(segment))).await;
        unwrap(&answer)
    }

    /// Creates that many segments with names of their own.
    pub async fn create_many(&self, number: usize) {
        for at in 0..number {
            self.create(json!({ "name": format!("Made up {at:03}"), "tags": ["made_up"] })).await;
        }
    }

    /// Changes the fields that are given.
    pub async fn change(&self, id: SegmentId, fields: Value) -> UserSegment {
        unwrap(&self.ask(Method::Put, &format!("{SEGMENTS}/{id}"), Some(wrap(fields))).await)
    }

    pub async fn delete(&self, id: SegmentId) {
        self.ask(Method::Delete, &format!("{SEGMENTS}/{id}"), None).await;
    }

    /// The segment as the account has it; `None` where it has none.
    pub async fn find(&self, id: SegmentId) -> Option<UserSegment> {
        let answer = self.send(Method::Get, &format!("{SEGMENTS}/{id}"), None).await;
        (answer.status == 200).then(|| unwrap(&answer))
    }

    /// Every segment of that name.
    pub async fn named(&self, name: &str) -> Vec<UserSegment> {
        let all = self.all().await;
        all.into_iter().filter(|segment| segment.name == name).collect()
    }

    /// The one segment of that name.
    pub async fn the(&self, name: &str) -> UserSegment {
        let mut found = self.named(name).await;
        assert_eq!(found.len(), 1, "segments named {name}");
        found.remove(0)
    }

    pub async fn all(&self) -> Vec<UserSegment> {
        let mut all = Vec::new();
        for page in 1.. {
            let path = format!("{SEGMENTS}?per_page=100&page={page}");
            let answer = self.ask(Method::Get, &path, None).await;
            let segments: Page<UserSegment> = Page::read(&answer.body).expect("a page of segments");
            let last = segments.items.len() < 100;
            all.extend(segments.items);
            if last {
                break;
            }
        }
        all
    }

    /// Sends a request that must succeed.
    pub(super) async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let answer = self.send(method, path, body).await;
        assert!(
            (200..300).contains(&answer.status),
            "{method:?} {path}: {} {}",
            answer.status,
            answer.body
        );
        answer
    }

    async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let manager = self.transport("manager-token");
        let body = body.map(|body| body.to_string());
        manager.send(method, path, body).await.expect("the sandbox answers")
    }

    /// How somebody with this token reaches the account.
    pub(super) fn transport(&self, token: &str) -> Transport {
        Transport { origin: self.origin.clone(), token: Some(token.into()), headers: Vec::new() }
    }
}

async fn told() -> String {
    let answer = JsFuture::from(window().fetch_with_str(TOLD)).await.expect("the test's own page");
    let answer: web_sys::Response = answer.unchecked_into();
    assert!(answer.ok(), "{TOLD} is missing: run these tests with `cargo xtask test --web`");
    let text = JsFuture::from(answer.text().expect("a body")).await.expect("a body");
    let told: Told = serde_json::from_str(&text.as_string().expect("text")).expect("JSON");
    told.url
}

fn wrap(segment: Value) -> Value {
    json!({ "user_segment": segment })
}

fn unwrap(answer: &Answer) -> UserSegment {
    let wrapped: Wrapped = serde_json::from_str(&answer.body).expect("a segment");
    wrapped.user_segment
}

fn merge(into: &mut Value, fields: Value) {
    if let (Value::Object(into), Value::Object(fields)) = (into, fields) {
        into.extend(fields);
    }
}
