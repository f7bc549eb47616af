//! One answer of a sandbox, as JSON. By hand, because an HTTP client is a hundred crates and this is one request.

use std::io::{self, Read, Write};
use std::net::TcpStream;

use serde_json::Value;

use super::endpoints::MANAGER;
use crate::error::Error;

/// As a help center manager.
pub(super) fn get(url: &str, path: &str) -> Result<Value, Error> {
    let unanswered = |reason: String| Error::Unanswered { path: path.to_owned(), reason };
    let answer = exchange(url.trim_start_matches("http://"), path)
        .map_err(|error| unanswered(error.to_string()))?;
    body(&answer).map_err(unanswered)
}

/// HTTP/1.0, which has answers end with the connection and never in chunks.
fn exchange(address: &str, path: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "GET {path} HTTP/1.0\r\nHost: {address}\r\nAuthorization: Bearer {MANAGER}\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn body(answer: &str) -> Result<Value, String> {
    let status = answer.lines().next().unwrap_or_default();
    let (_, body) = answer.split_once("\r\n\r\n").ok_or("it has no body")?;
    if status.split(' ').nth(1) != Some("200") {
        return Err(format!("{status}: {body}"));
    }
    serde_json::from_str(body).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_answer_is_read_and_a_refusal_is_told() {
        let found = "HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n{\"users\":[]}";
        assert_eq!(body(found), Ok(json!({ "users": [] })));

        let refused = "HTTP/1.0 401 Unauthorized\r\ncontent-length: 12\r\n\r\n{\"error\":1}\n";
        assert_eq!(body(refused), Err("HTTP/1.0 401 Unauthorized: {\"error\":1}\n".to_owned()));

        assert_eq!(body(""), Err("it has no body".to_owned()));
        assert!(body("HTTP/1.0 200 OK\r\n\r\n<html>").is_err());
    }
}
