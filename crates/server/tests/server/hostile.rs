//! Bytes that no client library sends, on a socket: a refusal each, and a server that goes on.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpStream},
};

use serde_json::Value;

use crate::support::{SEGMENTS, Server};

/// What is answered to these bytes, all of which can be written before anything is read.
fn answer(server: &Server, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.write_all(bytes).unwrap();
    let _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8(answer).unwrap()
}

/// Its status, after a look at whether a refusal can be read.
fn status(server: &Server, bytes: &[u8]) -> u16 {
    let answer = answer(server, bytes);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    if head.contains("application/json") {
        assert!(serde_json::from_str::<Value>(body).unwrap().is_object(), "{answer}");
        assert!(head.contains(&format!("content-length: {}\r\n", body.len())), "{answer}");
    } else {
        assert!(status == 404 && !body.is_empty(), "{answer}");
    }
    status
}

fn head(server: &Server, first: &[u8], more: &str) -> Vec<u8> {
    let rest = format!(
        " HTTP/1.1\r\nhost: {}\r\nconnection: close\r\nauthorization: Bearer manager-token\r\n{more}\r\n",
        server.address
    );
    [first, rest.as_bytes()].concat()
}

#[test]
fn request_lines_of_any_bytes_are_refused_and_the_server_goes_on() {
    let server = Server::in_memory(&[]);
    let long = format!("GET {SEGMENTS}/{}", "a".repeat(70_000));
    for first in [
        b"GET /api/v2/help_center/user_segments/\xff\xfe".as_slice(),
        b"GET /api/v2/users/search?query=\xff\xfe",
        b"GET /api/v2/\x00",
        b"GET /api/v2/groups\x7f",
        b"GET //api/v2/groups",
        b"GET /API/v2/groups",
        b"GET /api",
        b"GET",
        b"\x16\x03\x01\x02\x00",
        b"GET api/v2/groups",
        b"GET http://evil.example/api/v2/groups/1",
        b"OPTIONS *",
        b"CONNECT evil.example:443",
        b"\xf0\x9f\x8e\xb9 /api/v2/groups",
        long.as_bytes(),
    ] {
        let shown = String::from_utf8_lossy(&first[..first.len().min(60)]).into_owned();
        let status = status(&server, &head(&server, first, ""));
        assert!(status == 200 || (400..500).contains(&status), "{shown}: {status}");
        assert_eq!(server.manager("GET", SEGMENTS, "").status, 200, "after {shown}");
    }
}

#[test]
fn bodies_that_never_come_or_never_end_are_refused_and_the_server_goes_on() {
    let server = Server::in_memory(&[]);
    let first = format!("POST {SEGMENTS}");
    let json = "content-type: application/json\r\n";
    for (status, what, more, body) in [
        (400, "less than announced", format!("{json}content-length: 100\r\n"), b"{}".to_vec()),
        (413, "10 MB", format!("{json}content-length: {}\r\n", 10 << 20), vec![b' '; 10 << 20]),
        (
            400,
            "two lengths",
            format!("{json}content-length: 2\r\ncontent-length: 3\r\n"),
            b"{}".to_vec(),
        ),
        (400, "half a chunk", format!("{json}transfer-encoding: chunked\r\n"), b"31\r\n{".to_vec()),
        (
            400,
            "a broken chunk",
            format!("{json}transfer-encoding: chunked\r\n"),
            b"zz\r\n{}".to_vec(),
        ),
        (
            413,
            "10 MB in a chunk",
            format!("{json}transfer-encoding: chunked\r\n"),
            [b"A00000\r\n".to_vec(), vec![b' '; 10 << 20], b"\r\n0\r\n\r\n".to_vec()].concat(),
        ),
    ] {
        let bytes = [head(&server, first.as_bytes(), &more), body].concat();
        assert_eq!(self::status(&server, &bytes), status, "{what}");
        assert_eq!(server.manager("GET", SEGMENTS, "").json()["count"], 40, "after {what}");
    }
}

#[test]
fn a_thousand_headers_are_refused_and_the_server_goes_on() {
    let server = Server::in_memory(&[]);
    let many: String = (0..1_000).map(|number| format!("x-{number}: {number}\r\n")).collect();
    let status = status(&server, &head(&server, b"GET /api/v2/groups", &many));
    assert!((400..500).contains(&status), "{status}");
    assert_eq!(server.manager("GET", SEGMENTS, "").status, 200);
}

#[test]
fn a_client_that_has_closed_its_side_is_answered() {
    let server = Server::in_memory(&[]);
    for _ in 0..20 {
        assert_eq!(status(&server, &head(&server, format!("GET {SEGMENTS}").as_bytes(), "")), 200);
    }
}

#[test]
fn a_refusal_arrives_although_the_client_is_still_writing() {
    let server = Server::in_memory(&[]);
    for credentials in ["authorization: Bearer manager-token\r\n", ""] {
        let head = format!(
            "POST {SEGMENTS} HTTP/1.1\r\nhost: {}\r\n{credentials}content-type: application/json\r\n\
             content-length: {}\r\n\r\n",
            server.address,
            10 << 20
        );
        for _ in 0..10 {
            let wanted = if credentials.is_empty() { 401 } else { 413 };
            let bytes = [head.as_bytes(), &vec![b' '; 10 << 20]].concat();
            assert_eq!(status(&server, &bytes), wanted);
        }
    }
}
