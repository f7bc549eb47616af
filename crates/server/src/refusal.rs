//! What is no HTTP never reaches the sandbox: the HTTP library refuses it, with a status and without a body. This gives
//! such a refusal a body in the shape of the sandbox's own.

use serde_json::json;

/// What the library refuses with, and what that means.
const MEANINGS: [(&str, &str, &str); 3] = [
    ("400 Bad Request", "BadRequest", "This is no HTTP request"),
    ("414 URI Too Long", "UriTooLong", "The address is too long"),
    (
        "431 Request Header Fields Too Large",
        "HeadersTooLarge",
        "The headers are too many, or too long",
    ),
];

/// The library's own headers. Every answer of the sandbox has others, too.
const OWN_HEADERS: [&str; 3] = ["connection", "content-length", "date"];

/// The same refusal with a body, when these bytes are one that the library made.
pub(crate) fn with_body(bytes: &[u8]) -> Option<Vec<u8>> {
    let rest = bytes.strip_prefix(b"HTTP/1.")?;
    let head = str::from_utf8(rest.strip_suffix(b"\r\n\r\n")?).ok()?;
    let (first, headers) = head.split_once("\r\n")?;
    let (version, status) = first.split_once(' ')?;
    let (_, error, description) = MEANINGS.into_iter().find(|(known, ..)| *known == status)?;
    let name = |header: &str| header.split_once(": ").map(|(name, _)| name.to_ascii_lowercase());
    let is_own = |header: &str| name(header).is_some_and(|name| OWN_HEADERS.contains(&&*name));
    if !headers.split("\r\n").all(is_own) || !headers.contains("content-length: 0") {
        return None;
    }
    let body = json!({ "error": error, "description": description }).to_string();
    let length =
        format!("content-length: {}\r\ncontent-type: application/json; charset=utf-8", body.len());
    let headers = headers.replace("content-length: 0", &length);
    Some(format!("HTTP/1.{version} {status}\r\n{headers}\r\n\r\n{body}").into_bytes())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]
mod tests {
    use super::with_body;

    #[test]
    fn an_empty_refusal_gets_a_body() {
        let empty = b"HTTP/1.1 414 URI Too Long\r\nconnection: close\r\ncontent-length: 0\r\n\
                      date: Sun, 22 Nov 2026 21:57:29 GMT\r\n\r\n";
        let wanted = "HTTP/1.1 414 URI Too Long\r\nconnection: close\r\ncontent-length: 62\r\n\
                      content-type: application/json; charset=utf-8\r\ndate: Sun, 22 Nov 2026 21:57:29 GMT\r\n\r\n\
                      {\"description\":\"The address is too long\",\"error\":\"UriTooLong\"}";
        assert_eq!(String::from_utf8(with_body(empty).unwrap()).unwrap(), wanted);
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for bytes in [
            "",
            "HTTP/1.1 ",
            "HTTP/1.1 100 Continue\r\n\r\n",
            "HTTP/1.1 400 Bad Request\r\n\r\n",
            "HTTP/1.1 400 Bad Request\r\ncontent-length: 2\r\n\r\n",
            "HTTP/1.1 400 Bad Request\r\ncontent-length: 2\r\n\r\n{}",
            "HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
            "{\"name\": \"HTTP/1.1 400 Bad Request\"}\r\n\r\n",
        ] {
            assert_eq!(with_body(bytes.as_bytes()), None, "{bytes}");
        }
    }
}
