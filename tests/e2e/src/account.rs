//! The account through its API, as somebody else would use it while the person under test looks at the app; and the
//! failures that a journey asks for.

use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};

/// Where the segments are, and how the address of each begins.
pub const SEGMENTS: &str = "/api/v2/help_center/user_segments";

/// Another help center manager.
pub struct Account {
    url: String,
    client: Client,
}

impl Account {
    pub fn new(url: &str) -> Self {
        Self { url: url.to_owned(), client: Client::new() }
    }

    /// Every segment there is.
    pub async fn segments(&self) -> Vec<Value> {
        self.list(&format!("{SEGMENTS}?per_page=100"), "user_segments").await
    }

    /// Those of staff: they are what can have privileges.
    pub async fn staff_segments(&self) -> Vec<Value> {
        let mut segments = self.segments().await;
        segments.retain(|segment| segment["user_type"] == "staff");
        segments
    }

    /// The segment of this name.
    pub async fn segment_named(&self, name: &str) -> Value {
        let found = self.named(name).await;
        assert_eq!(found.len(), 1, "segments named “{name}”: {found:?}");
        found.into_iter().next().unwrap()
    }

    /// All segments of this name.
    pub async fn named(&self, name: &str) -> Vec<Value> {
        self.segments().await.into_iter().filter(|segment| segment["name"] == name).collect()
    }

    /// The id of the segment of this name.
    pub async fn id_of(&self, name: &str) -> u64 {
        self.segment_named(name).await["id"].as_u64().unwrap()
    }

    /// What the API says when it is asked for the segment.
    pub async fn status_of(&self, id: u64) -> u16 {
        self.ask(Method::GET, &format!("{SEGMENTS}/{id}"), None).await.0.as_u16()
    }

    /// The segment as it is now.
    pub async fn segment(&self, id: u64) -> Value {
        let (_, body) = self.ask(Method::GET, &format!("{SEGMENTS}/{id}"), None).await;
        body["user_segment"].clone()
    }

    pub async fn change(&self, id: u64, segment: Value) {
        let body = json!({ "user_segment": segment });
        let (status, body) = self.ask(Method::PUT, &format!("{SEGMENTS}/{id}"), Some(body)).await;
        assert_eq!(status, StatusCode::OK, "{body}");
    }

    /// Creates a segment, and gives its id.
    pub async fn create(&self, segment: Value) -> u64 {
        let body = json!({ "user_segment": segment });
        let (status, body) = self.ask(Method::POST, SEGMENTS, Some(body)).await;
        assert_eq!(status, StatusCode::CREATED, "{body}");
        body["user_segment"]["id"].as_u64().expect("an id")
    }

    pub async fn delete(&self, id: u64) {
        let (status, body) = self.ask(Method::DELETE, &format!("{SEGMENTS}/{id}"), None).await;
        assert_eq!(status, StatusCode::NO_CONTENT, "{body}");
    }

    /// The names of the topics that any segment restricts.
    pub async fn restricted_topics(&self) -> Vec<String> {
        let mut names = Vec::new();
        for segment in self.segments().await {
            let path = format!("{SEGMENTS}/{}/topics?per_page=100", segment["id"]);
            let topics = self.list(&path, "topics").await;
            names.extend(topics.iter().map(|topic| topic["name"].as_str().unwrap().to_owned()));
        }
        names
    }

    /// Makes the next requests of this method fail, or otherwise do what `action` says.
    pub async fn fault(&self, method: &str, path: &str, times: u32, action: Value) {
        self.fault_after(0, method, path, times, action).await;
    }

    /// The same, once some requests have passed.
    pub async fn fault_after(
        &self,
        skip: u32,
        method: &str,
        path: &str,
        times: u32,
        action: Value,
    ) {
        let fault = json!({
            "method": method, "path": path, "skip": skip, "times": times, "action": action,
        });
        let (status, body) = self.ask(Method::POST, "/sandbox/faults", Some(fault)).await;
        assert_eq!(status, StatusCode::CREATED, "{body}");
    }

    /// The same, for the list of segments and each of them.
    pub async fn segments_fault(&self, method: &str, times: u32, action: Value) {
        self.fault(method, SEGMENTS, times, action).await;
    }

    pub async fn clear_faults(&self) {
        self.ask(Method::DELETE, "/sandbox/faults", None).await;
    }

    /// Asks for something that the account may refuse.
    pub async fn try_to(&self, method: &str, path: &str, body: Option<Value>) {
        let method = method.parse().expect("a method");
        self.ask(method, path, body).await;
    }

    /// All pages of a list.
    pub(crate) async fn list(&self, path: &str, key: &str) -> Vec<Value> {
        let mut path = path.to_owned();
        let mut items = Vec::new();
        loop {
            let (status, body) = self.ask(Method::GET, &path, None).await;
            assert_eq!(status, StatusCode::OK, "{path}: {body}");
            items.extend(body[key].as_array().expect("a list").iter().cloned());
            match body["next_page"].as_str() {
                Some(next) => path = next.strip_prefix(&self.url).expect("this account").to_owned(),
                None => return items,
            }
        }
    }

    pub(crate) async fn ask(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> (StatusCode, Value) {
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.url))
            .header("Authorization", "Bearer manager-token");
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.expect("the server answers");
        let status = answer.status();
        let text = answer.text().await.expect("the whole answer");
        (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
    }
}
