//! What a request for tokens says.

use axum::extract::Request;
use serde_json::{Map, Value};

use super::error::OauthError;
use crate::{
    account::Lifetimes,
    body::{bytes, media_type},
};

/// Seconds that a client may ask for, and what it gets unasked: documented.
const ACCESS: Bounds = Bounds { name: "expires_in", least: 300, most: 172_800, unasked: 1_800 };
const REFRESH: Bounds = Bounds {
    name: "refresh_token_expires_in",
    least: 604_800,
    most: 7_776_000,
    unasked: 2_592_000,
};

struct Bounds {
    name: &'static str,
    least: i64,
    most: i64,
    unasked: i64,
}

/// How long tokens live, and which of the two lifetimes the request named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) lifetimes: Lifetimes,
    pub(super) access: bool,
    pub(super) refresh: bool,
}

/// The parameters of a request, from JSON as documented or from a form as RFC 6749 has it.
pub(super) struct Form(Map<String, Value>);

impl Form {
    pub(super) async fn read(request: Request) -> Result<Self, OauthError> {
        let media_type = media_type(request.headers());
        let body = bytes(request).await?;
        let unreadable = || OauthError::InvalidRequest("The body cannot be read.".to_owned());
        match media_type.as_deref() {
            Some("application/json") => {
                serde_json::from_slice(&body).map(Self).map_err(|_| unreadable())
            }
            Some("application/x-www-form-urlencoded") => {
                let pairs = form_urlencoded::parse(&body).into_owned();
                Ok(Self(pairs.map(|(name, value)| (name, Value::from(value))).collect()))
            }
            _ => Err(OauthError::InvalidRequest(
                "Send JSON or a form, and say in Content-Type which.".to_owned(),
            )),
        }
    }

    /// A text, or a number written as one.
    pub(super) fn optional(&self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    pub(super) fn get(&self, name: &str) -> Result<String, OauthError> {
        self.optional(name)
            .filter(|text| !text.is_empty())
            .ok_or_else(|| OauthError::InvalidRequest(format!("{name} is missing.")))
    }

    /// The lifetimes that are asked for, and whether each is. `shortest` is the shortest that may be, where not the
    /// documented ones. That values out of bounds are refused, and not brought within them, is assumed.
    pub(super) fn lifetimes(&self, shortest: Option<i64>) -> Result<Asked, OauthError> {
        let (access, refresh) =
            (self.seconds(&ACCESS, shortest)?, self.seconds(&REFRESH, shortest)?);
        Ok(Asked {
            lifetimes: Lifetimes {
                access: access.unwrap_or(ACCESS.unasked),
                refresh: refresh.unwrap_or(REFRESH.unasked),
            },
            access: access.is_some(),
            refresh: refresh.is_some(),
        })
    }

    fn seconds(&self, bounds: &Bounds, shortest: Option<i64>) -> Result<Option<i64>, OauthError> {
        let Bounds { name, least, most, .. } = *bounds;
        let least = shortest.unwrap_or(least);
        if matches!(self.0.get(name), None | Some(Value::Null)) {
            return Ok(None);
        }
        let seconds = self.optional(name).and_then(|text| text.parse().ok());
        seconds.filter(|seconds| (least..=most).contains(seconds)).map(Some).ok_or_else(|| {
            OauthError::InvalidRequest(format!("{name} must be from {least} to {most} seconds."))
        })
    }
}
