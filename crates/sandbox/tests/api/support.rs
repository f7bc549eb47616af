//! A sandbox of a test's own, and who asks it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, Response, header},
};
use guidepost_model::Timestamp;
use guidepost_sandbox::{Account, Clock, Place, Plan, Sandbox, Settings, Size, Switches, router};
use serde_json::{Value, json};
use tower::ServiceExt;

/// 2026-11-22T09:00:00Z: after everything in the fixture.
pub const NOW: i64 = 1_795_338_000;

pub const SEGMENTS: &str = "/api/v2/help_center/user_segments";
pub const PERMISSION_GROUPS: &str = "/api/v2/guide/permission_groups";

pub struct TestSandbox {
    service: Router,
    now: Arc<AtomicI64>,
    session: String,
}

impl TestSandbox {
    /// The demo account, as a newcomer finds it.
    pub fn start() -> Self {
        Self::with(|_| {})
    }

    /// The demo account in a sandbox that behaves otherwise.
    pub fn with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::over(&Place::Memory, change)
    }

    /// The demo account in this place.
    pub fn over(place: &Place, change: impl FnOnce(&mut Settings)) -> Self {
        let now = Arc::new(AtomicI64::new(NOW));
        let told = Arc::clone(&now);
        let mut settings = Settings {
            clock: Clock::new(move || Timestamp::from_unix(told.load(Ordering::Relaxed))),
            session: [7; 16],
            seed: [7; 32],
            plan: Plan::Enterprise,
            switches: Switches::default(),
            clients: Vec::new(),
            latency: None,
            rate_limit: None,
            faults: false,
            cors_friendly: false,
            strict: false,
        };
        change(&mut settings);
        let account = Account::open(place, Size::Demo).unwrap();
        let sandbox = Sandbox::new(account, settings);
        Self { service: router(&sandbox), now, session: sandbox.session().to_owned() }
    }

    pub fn with_faults() -> Self {
        Self::with(|settings| settings.faults = true)
    }

    /// Lets time pass.
    pub fn wait(&self, seconds: i64) {
        self.now.fetch_add(seconds, Ordering::Relaxed);
    }

    pub fn manager(&self) -> Client<'_> {
        self.bearer("manager-token")
    }

    pub fn agent(&self) -> Client<'_> {
        self.bearer("agent-token")
    }

    pub fn end_user(&self) -> Client<'_> {
        self.bearer("user-token")
    }

    pub fn nobody(&self) -> Client<'_> {
        Client { sandbox: self, headers: Vec::new() }
    }

    pub fn bearer(&self, token: &str) -> Client<'_> {
        self.nobody().header("authorization", &format!("Bearer {token}"))
    }

    /// A page of the served site.
    pub fn page(&self) -> Client<'_> {
        self.nobody()
            .header("cookie", &format!("theme=dark; guidepost_session_8080={}", self.session))
    }

    /// A custom segment, created for the test.
    pub async fn segment(&self, fields: Value) -> Value {
        let answer = self.manager().post(SEGMENTS, json!({ "user_segment": fields })).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.body["user_segment"].clone()
    }

    /// The segment of this name.
    pub async fn segment_named(&self, name: &str) -> Value {
        self.named(&format!("{SEGMENTS}?page[size]=100"), "user_segments", name).await
    }

    /// The ids of the segments of these names.
    pub async fn segment_ids<const N: usize>(&self, names: [&str; N]) -> [Value; N] {
        let answer = self.manager().get(&format!("{SEGMENTS}?page[size]=100")).await;
        names.map(|name| {
            let found = answer.list("user_segments").iter().find(|one| one["name"] == name);
            found.unwrap_or_else(|| panic!("no {name}"))["id"].clone()
        })
    }

    /// A custom permission group, created for the test.
    pub async fn permission_group(&self, fields: Value) -> Value {
        let body = json!({ "permission_group": fields });
        let answer = self.manager().post(PERMISSION_GROUPS, body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.body["permission_group"].clone()
    }

    /// The permission group of this name.
    pub async fn permission_group_named(&self, name: &str) -> Value {
        let path = format!("{PERMISSION_GROUPS}?page[size]=100");
        self.named(&path, "permission_groups", name).await
    }

    pub async fn group(&self, name: &str) -> u64 {
        let group = self.named("/api/v2/groups", "groups", name).await;
        group["id"].as_u64().unwrap()
    }

    pub async fn organization(&self, name: &str) -> u64 {
        let path = "/api/v2/organizations?page[size]=100";
        self.named(path, "organizations", name).await["id"].as_u64().unwrap()
    }

    pub async fn user(&self, email: &str) -> u64 {
        let answer = self.manager().get(&format!("/api/v2/users/search?query={email}")).await;
        answer.body["users"][0]["id"].as_u64().unwrap()
    }

    async fn named(&self, path: &str, key: &str, name: &str) -> Value {
        let answer = self.manager().get(path).await;
        let found = answer.list(key).iter().find(|one| one["name"] == name);
        found.unwrap_or_else(|| panic!("no {name} in {key}")).clone()
    }
}

/// Somebody who asks.
#[derive(Clone)]
pub struct Client<'a> {
    sandbox: &'a TestSandbox,
    headers: Vec<(String, String)>,
}

impl Client<'_> {
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, Body::empty()).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.json(Method::POST, path, &body).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.json(Method::PUT, path, &body).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, Body::empty()).await
    }

    pub async fn json(&self, method: Method, path: &str, body: &Value) -> Answer {
        let client = self.clone().header("content-type", "application/json");
        client.send(method, path, Body::from(body.to_string())).await
    }

    pub async fn send(&self, method: Method, path: &str, body: Body) -> Answer {
        // Tests write addresses as people do; a request line has no brackets and spaces.
        let path = path.replace('[', "%5B").replace(']', "%5D").replace(' ', "%20");
        let mut request = Request::builder().method(method).uri(path);
        if self.headers.iter().all(|(name, _)| name != "host") {
            request = request.header("host", "localhost:8080");
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(body).unwrap();
        let response = self.sandbox.service.clone().oneshot(request).await.unwrap();
        Answer::read(response).await
    }
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    /// `null` when the text is no JSON.
    pub body: Value,
    pub extensions: axum::http::Extensions,
}

impl Answer {
    async fn read(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let body = serde_json::from_str(&text).unwrap_or_default();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text,
            body,
            extensions: parts.extensions,
        }
    }

    pub fn header(&self, name: header::HeaderName) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The records of a list.
    pub fn list(&self, key: &str) -> &[Value] {
        self.body[key]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_else(|| panic!("no {key}: {}", self.text))
    }

    /// The names of a list's records.
    pub fn names(&self, key: &str) -> Vec<&str> {
        self.list(key).iter().map(|one| one["name"].as_str().unwrap()).collect()
    }

    /// The problems of one field of what was refused.
    pub fn problem(&self, field: &str) -> &str {
        assert_eq!(self.status, 400, "{}", self.text);
        self.body["errors"][field][0]
            .as_str()
            .unwrap_or_else(|| panic!("no {field}: {}", self.text))
    }
}

/// The path and query of a link in an answer, so that it can be asked like any path.
pub fn path(link: &Value) -> String {
    link.as_str().unwrap().strip_prefix("http://localhost:8080").unwrap().to_owned()
}

/// A value as a query has it.
pub fn encoded(value: &str) -> String {
    form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

pub fn forbidden() -> Value {
    json!({ "error": {
        "title": "Forbidden",
        "message": "You do not have access to this page. Please contact the account owner of this help desk for further help.",
    } })
}

pub fn not_found() -> Value {
    json!({ "error": "RecordNotFound", "description": "Not found" })
}

/// The refusal of a numbered page beyond the last one.
pub fn page_limit() -> Value {
    json!({
        "error": "LimitError",
        "description": "Offset-based pagination is limited to 100 pages",
    })
}
