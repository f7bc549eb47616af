//! Keys of a request's body that mean nothing. Zendesk passes them over and names them in a header, which few clients read:
//! one that misspells `group_ids` makes a segment of all staff. A strict sandbox refuses them.

use std::collections::BTreeMap;

use axum::{
    http::{HeaderName, HeaderValue},
    response::Response,
};
use serde_json::Value;

use crate::error::ApiError;

/// Recorded of Support; that the help center's endpoints have it too is assumed, since its answers tell browsers of it.
const WARNING: HeaderName = HeaderName::from_static("x-zendesk-api-warn");

/// A header has room for so many, and for so much of each.
const MOST: usize = 20;
const LONGEST: usize = 80;

/// The keys that an endpoint knows.
pub(crate) struct KnownKeys {
    /// What the object may stand under.
    pub(crate) wrappers: &'static [&'static str],
    /// Beside the object.
    pub(crate) beside: &'static [&'static str],
    /// In the object: those that a request can set, and those that answers have, because clients send whole objects back.
    pub(crate) inside: &'static [&'static str],
}

/// Keys of one body that are not known, as paths.
#[derive(Debug)]
#[must_use]
pub(crate) struct UnknownKeys(Vec<String>);

impl KnownKeys {
    /// The others in this body; a strict sandbox refuses them.
    pub(crate) fn unknown_in(
        &self,
        body: &Value,
        is_strict: bool,
    ) -> Result<UnknownKeys, ApiError> {
        let mut unknown = Vec::new();
        let wrapper = self.wrappers.iter().find(|wrapper| body.get(wrapper).is_some());
        for key in body.as_object().into_iter().flat_map(|body| body.keys()) {
            if Some(&key.as_str()) != wrapper && !self.beside.contains(&key.as_str()) {
                unknown.push(key.clone());
            }
        }
        if let Some(wrapper) = wrapper {
            let inside = body.get(wrapper).and_then(Value::as_object);
            for key in inside.into_iter().flat_map(|inside| inside.keys()) {
                if !self.inside.contains(&key.as_str()) {
                    unknown.push(format!("{wrapper}.{key}"));
                }
            }
        }
        if is_strict && wrapper.is_some() && !unknown.is_empty() {
            let problem = || vec!["is not a known key".to_owned()];
            let problems = unknown.into_iter().map(|key| (key, problem()));
            return Err(ApiError::Fields(problems.collect::<BTreeMap<_, _>>()));
        }
        Ok(UnknownKeys(unknown))
    }
}

impl UnknownKeys {
    /// The answer, with a header that names them, if there are any.
    pub(crate) fn warn(self, mut response: Response) -> Response {
        if self.0.is_empty() {
            return response;
        }
        let named: Vec<String> = self.0.iter().take(MOST).map(|key| quoted(key)).collect();
        let text = format!(
            "Removed restricted keys [{}] from parameters according to whitelist",
            named.join(", ")
        );
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().insert(WARNING, value);
        }
        response
    }
}

/// Letters that a header can have, whatever the key.
fn quoted(key: &str) -> String {
    let escaped = key.chars().take(LONGEST).flat_map(char::escape_default);
    format!("\"{}\"", escaped.collect::<String>())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]
mod tests {
    use axum::{body::Body, response::Response};
    use serde_json::json;

    use super::{KnownKeys, WARNING};

    const KNOWN: KnownKeys =
        KnownKeys { wrappers: &["thing", "old_thing"], beside: &["notify"], inside: &["name"] };

    fn warning(body: serde_json::Value) -> Option<String> {
        let unknown = KNOWN.unknown_in(&body, false).unwrap();
        let response = unknown.warn(Response::new(Body::empty()));
        response.headers().get(WARNING).map(|value| value.to_str().unwrap().to_owned())
    }

    #[test]
    fn known_keys_are_not_named() {
        assert_eq!(warning(json!({ "thing": { "name": "x" }, "notify": true })), None);
        assert_eq!(warning(json!({ "old_thing": {} })), None);
        assert_eq!(warning(json!([])), None);
    }

    #[test]
    fn others_are_named_wherever_they_stand() {
        let body = json!({ "thing": { "name": "x", "nmae": 1 }, "old_thing": {}, "name": 2 });
        let named = warning(body).unwrap();
        for key in [r#""thing.nmae""#, r#""old_thing""#, r#""name""#] {
            assert!(named.contains(key), "{named}");
        }
    }

    #[test]
    fn no_key_is_too_strange_for_a_header() {
        let strange = "a\r\nset-cookie: x\u{7f}\u{1f3b9}\"".to_owned();
        let long = "y".repeat(100_000);
        let many: serde_json::Map<_, _> =
            (0..5_000).map(|number| (number.to_string(), json!(1))).collect();
        let body = json!({ "thing": many, (strange): 1, (long): 1 });
        let named = warning(body).unwrap();
        assert!(named.len() < 4_000 && named.is_ascii() && !named.contains('\n'), "{named}");
    }
}
