//! Every refusal, and the only way from one to an answer. The shapes are Zendesk's, which has many.

use std::{collections::BTreeMap, fmt};

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::WWW_AUTHENTICATE},
    response::{IntoResponse, Response},
};
use guidepost_model::{Field, FieldErrors};
use rusqlite::ErrorCode;
use serde_json::{Map, Value, json};

/// Why a request was refused.
#[derive(Debug)]
pub(crate) enum ApiError {
    /// No credentials, or wrong ones.
    NotAuthenticated,
    /// A bearer token nobody has.
    InvalidToken,
    /// The role does not allow it.
    Forbidden,
    /// A page on the internet would write with tokens that everybody knows. No refusal of Zendesk's.
    ForeignPage,
    /// The token's scopes do not allow it.
    MissingScope(&'static str),
    /// No object with this id.
    RecordNotFound,
    /// Nothing at this address.
    InvalidEndpoint,
    /// Something at this address, but not for this method. The body is assumed.
    MethodNotAllowed,
    /// What is wrong, by field.
    Fields(BTreeMap<String, Vec<String>>),
    /// The same with status 422, as Support does it. A switch asks for it.
    RecordInvalid(BTreeMap<String, Vec<String>>),
    /// An id or a parameter that cannot be one.
    InvalidAttribute { name: &'static str, message: String },
    /// A field of an article that cannot have this value.
    Article { name: &'static str, message: String },
    /// A list of more values than a parameter takes. Recorded of Zendesk's other endpoints for many objects:
    /// <https://github.com/facetoe/zenpy/issues/624>.
    TooManyValues { parameter: &'static str, most: usize },
    /// A numbered page beyond the last one that there is in any list. Recorded.
    PageLimit(u32),
    /// A page that does not exist in this form.
    Paging { code: &'static str, title: String },
    /// The body is no JSON. The body of the answer is assumed.
    UnreadableBody(String),
    /// The body is not said to be JSON. The body of the answer is assumed.
    NotJson,
    /// The body is longer than this many bytes. The body of the answer is assumed.
    TooLong { limit: usize },
    /// The database failed: no request causes this.
    Store(rusqlite::Error),
}

impl ApiError {
    /// A problem of one field.
    pub(crate) fn field(name: &str, message: impl Into<String>) -> Self {
        Self::Fields(BTreeMap::from([(name.to_owned(), vec![message.into()])]))
    }

    /// A parameter without which there is nothing to answer. Assumed.
    pub(crate) fn missing(name: &'static str) -> Self {
        Self::InvalidAttribute { name, message: format!("Missing parameter: {name}") }
    }

    /// A parameter that cannot be this, and why. Assumed.
    pub(crate) fn invalid_parameter(name: &'static str, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        Self::InvalidAttribute { name, message: format!("Invalid parameter: {name}. {reason}") }
    }

    /// A field of an article that cannot have this value, and why.
    pub(crate) fn invalid_article(name: &'static str, message: &str) -> Self {
        Self::Article { name, message: message.to_owned() }
    }

    /// A problem of fields as Support would tell it; any other refusal stays what it is.
    pub(crate) fn into_record_invalid(self) -> Self {
        match self {
            Self::Fields(fields) => Self::RecordInvalid(fields),
            other => other,
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotAuthenticated | Self::InvalidToken => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::ForeignPage | Self::MissingScope(_) => StatusCode::FORBIDDEN,
            Self::RecordNotFound | Self::InvalidEndpoint => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Fields(_)
            | Self::InvalidAttribute { .. }
            | Self::Article { .. }
            | Self::TooManyValues { .. }
            | Self::PageLimit(_)
            | Self::Paging { .. }
            | Self::UnreadableBody(_) => StatusCode::BAD_REQUEST,
            Self::RecordInvalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLong { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn body(&self) -> Value {
        match self {
            Self::NotAuthenticated => json!({ "error": "Couldn't authenticate you" }),
            Self::InvalidToken => json!({
                "error": "invalid_token",
                "error_description":
                    "The access token provided is expired, revoked, malformed or invalid for other reasons.",
            }),
            Self::Forbidden => json!({
                "error": {
                    "title": "Forbidden",
                    "message": "You do not have access to this page. Please contact the account owner of \
                                this help desk for further help.",
                },
            }),
            Self::ForeignPage => json!({
                "error": "Forbidden",
                "description":
                    "Everybody knows the sandbox's own tokens, so pages from elsewhere may not write with them. Sign in \
                     with OAuth, or start the sandbox with --cors-friendly",
            }),
            Self::MissingScope(scope) => json!({
                "error": "Forbidden",
                "description": format!("You are missing the following required scopes: {scope}"),
            }),
            Self::RecordNotFound => {
                json!({ "error": "RecordNotFound", "description": "Not found" })
            }
            Self::InvalidEndpoint => {
                json!({ "error": "InvalidEndpoint", "description": "Not found" })
            }
            Self::MethodNotAllowed => {
                json!({ "error": "MethodNotAllowed", "description": "Method not allowed here" })
            }
            Self::Fields(fields) => json!({ "errors": fields }),
            Self::RecordInvalid(fields) => json!({
                "error": "RecordInvalid",
                "description": "Record validation errors",
                "details": details(fields),
            }),
            Self::InvalidAttribute { name, message } => json!({
                "error": {
                    "title": "Invalid attribute",
                    "message": format!("You passed an invalid value for the {name} attribute. {message}"),
                },
            }),
            // Recorded of articles: the same, and nothing around it.
            Self::Article { name, message } => json!({
                "title": "Invalid attribute",
                "message": format!("You passed an invalid value for the {name} attribute. {message}"),
            }),
            Self::TooManyValues { parameter, most } => json!({
                "error": "TooManyValues",
                "description": format!("Parameter {parameter} cannot specify more than {most} values"),
                "max_count": most,
            }),
            Self::PageLimit(pages) => json!({
                "error": "LimitError",
                "description": format!("Offset-based pagination is limited to {pages} pages"),
            }),
            Self::Paging { code, title } => json!({ "errors": [{ "code": code, "title": title }] }),
            Self::UnreadableBody(reason) => {
                json!({ "error": "Unprocessable", "message": "Server could not parse JSON", "description": reason })
            }
            Self::NotJson => json!({
                "error": "UnsupportedMediaType",
                "description": "Send the body as application/json",
            }),
            Self::TooLong { limit } => json!({
                "error": "PayloadTooLarge",
                "description": format!("The body may have at most {limit} bytes"),
            }),
            Self::Store(error) => json!({
                "error": "InternalError",
                "description": format!("The sandbox's database failed: {}", StoreFailure::of(error)),
            }),
        }
    }
}

/// Zendesk names the kind of a problem in `type`, with the words of Rails; `invalid` is assumed for all.
fn details(fields: &BTreeMap<String, Vec<String>>) -> Value {
    let problems = |list: &Vec<String>| -> Value {
        list.iter().map(|text| json!({ "type": "invalid", "description": text })).collect()
    };
    fields.iter().map(|(field, list)| (field.clone(), problems(list))).collect::<Map<_, _>>().into()
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = (self.status(), Json(self.body())).into_response();
        if matches!(self, Self::InvalidToken) {
            response
                .headers_mut()
                .insert(WWW_AUTHENTICATE, const { HeaderValue::from_static("Bearer") });
        }
        if let Self::Store(error) = self {
            response.extensions_mut().insert(StoreFailure::of(&error));
        }
        response
    }
}

/// Goes with an answer of status 500, for whoever keeps a log.
#[derive(Debug, Clone)]
pub struct StoreFailure(pub String);

impl StoreFailure {
    pub(crate) fn of(error: &rusqlite::Error) -> Self {
        let reason = match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => "the disk is full",
            Some(ErrorCode::ReadOnly) => "its file cannot be written",
            Some(ErrorCode::SystemIoFailure) => "its file cannot be read or written",
            _ => return Self(error.to_string()),
        };
        Self(format!("{reason} ({error})"))
    }
}

impl fmt::Display for StoreFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<rusqlite::Error> for ApiError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error)
    }
}

/// The field that a problem of the segment as a whole is reported under, as Rails does it.
const BASE: &str = "base";

impl From<FieldErrors> for ApiError {
    fn from(errors: FieldErrors) -> Self {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (field, problem) in errors.0 {
            let name = field.map_or(BASE, Field::wire_name);
            fields.entry(name.to_owned()).or_default().push(problem.to_string());
        }
        Self::Fields(fields)
    }
}
