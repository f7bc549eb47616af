//! The pages that the sandbox itself shows: plain HTML, made on the server, no script, nothing from anywhere else.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};

use crate::secrets::Digested;

const LAYOUT: &str = include_str!("layout.html");

/// Colours and type of all pages, which are the app's.
const STYLE: &str = include_str!("style.css");

pub(crate) struct Page<'a> {
    pub(crate) status: StatusCode,
    /// HTML, as what follows.
    pub(crate) title: &'a str,
    pub(crate) body: &'a str,
    /// What this page has beside the styles of all.
    pub(crate) style: &'static str,
    /// Where forms may lead, as `form-action` has it.
    pub(crate) forms_to: &'a str,
}

impl IntoResponse for Page<'_> {
    fn into_response(self) -> Response {
        let style = format!("{STYLE}{}", self.style);
        let digest = STANDARD.encode(Digested::of(&style).0);
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; frame-ancestors 'none'; \
             form-action {}",
            self.forms_to
        );
        // The text last: what is in it must not be taken for a place of the layout.
        let text = LAYOUT
            .replace("{title}", self.title)
            .replace("{style}", &style)
            .replace("{body}", self.body);
        let headers = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CONTENT_SECURITY_POLICY, &policy),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::CACHE_CONTROL, "no-store"),
            // Not `no-referrer`: with it a browser sends a form from the origin `null`.
            (header::REFERRER_POLICY, "same-origin"),
        ];
        (self.status, headers, text).into_response()
    }
}

/// Text as it stands in HTML, in quoted attributes too.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
