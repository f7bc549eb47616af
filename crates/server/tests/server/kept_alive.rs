//! One connection for several requests, as client libraries do it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
};

use crate::support::{SEGMENTS, Server};

/// A client that writes a request's head and its body one after the other, as Python's does.
struct Client<'a> {
    server: &'a Server,
    stream: BufReader<TcpStream>,
}

impl<'a> Client<'a> {
    fn new(server: &'a Server) -> Self {
        let stream = TcpStream::connect(&server.address).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { server, stream: BufReader::new(stream) }
    }

    fn write(&mut self, bytes: &[u8]) {
        self.stream.get_mut().write_all(bytes).unwrap();
    }

    /// The status of the answer, which is read to its end.
    fn status(&mut self) -> u16 {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(self.stream.read_line(&mut head).unwrap(), 0, "closed after {head:?}");
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
        self.stream.read_exact(&mut body).unwrap();
        head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    fn ask(&mut self, method: &str, path: &str, token: &str, body: &str) -> u16 {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {token}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            self.server.address,
            body.len()
        );
        self.write(head.as_bytes());
        // By now the answer may be known, where it takes no body.
        std::thread::yield_now();
        self.write(body.as_bytes());
        self.status()
    }
}

#[test]
fn a_body_that_nobody_reads_leaves_the_connection_open_for_the_next_request() {
    let server = Server::in_memory(&[]);
    let mut client = Client::new(&server);
    let body = r#"{"user_segment":{"name":"Nobody reads this","user_type":"staff"}}"#;
    for _ in 0..200 {
        for (method, path, token, status) in [
            ("DELETE", &format!("{SEGMENTS}/1") as &str, "manager-token", 404),
            ("POST", SEGMENTS, "agent-token", 403),
            ("PUT", SEGMENTS, "manager-token", 405),
            ("GET", "/api/v2/users/me", "wrong", 401),
        ] {
            assert_eq!(client.ask(method, path, token, body), status, "{method} {path}");
        }
    }
}

#[test]
fn a_body_that_does_not_come_holds_up_an_answer_that_takes_none_for_a_while_only() {
    let server = Server::in_memory(&[]);
    let mut client = Client::new(&server);
    let head = format!(
        "DELETE {SEGMENTS}/1 HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer manager-token\r\n\
         content-length: 7\r\n\r\n",
        server.address
    );
    client.write(head.as_bytes());
    assert_eq!(client.status(), 404);
}
