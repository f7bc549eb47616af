//! `--tls-cert` and `--tls-key`. The files in `tests/tls` were made with openssl for these tests alone: an authority (its key
//! is gone), a certificate of its for fernhollow.zendesk.com, localhost and 127.0.0.1 with its key, and a key of no
//! certificate. They are good until 2120.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    path::Path,
    sync::Arc,
};

use serde_json::json;
use tokio_rustls::rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned,
    crypto::ring::default_provider,
    pki_types::{CertificateDer, ServerName, pem::PemObject},
};

use crate::support::{Answer, Folder, SEGMENTS, Server, run};

const CERTIFICATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tls/server.pem");
const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tls/server.key");
const OTHER_KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tls/other.key");
const AUTHORITY: &[u8] = include_bytes!("../tls/ca.pem");

const TLS: [&str; 4] = ["--tls-cert", CERTIFICATE, "--tls-key", KEY];
const OWN: &str = "https://fernhollow.zendesk.com";

fn start(arguments: &[&str]) -> Server {
    Server::in_memory(&[&TLS, arguments].concat())
}

/// A connection of a client that knows the authority, and asks for a server of this name.
fn connect(server: &Server, name: &'static str) -> StreamOwned<ClientConnection, TcpStream> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(AUTHORITY).unwrap()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(name).unwrap();
    let client = ClientConnection::new(Arc::new(config), name).unwrap();
    StreamOwned::new(client, TcpStream::connect(&server.address).unwrap())
}

/// Everything until the end, which is an error where the server did not say that it is one.
fn read(stream: &mut impl Read) -> (Vec<u8>, io::Result<usize>) {
    let mut bytes = Vec::new();
    let end = stream.read_to_end(&mut bytes);
    (bytes, end)
}

fn get(server: &Server, name: &'static str, host: &str, path: &str) -> Answer {
    let mut stream = connect(server, name);
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\nauthorization: Bearer manager-token\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let (bytes, end) = read(&mut stream);
    end.unwrap();
    Answer::read(&bytes)
}

#[test]
fn a_client_that_checks_the_certificate_is_answered_with_links_to_https() {
    let server = start(&["--public-url", OWN]);
    assert_eq!(server.scheme, "https");
    let local = server.address.clone();
    for (name, host, origin) in [
        ("fernhollow.zendesk.com", "fernhollow.zendesk.com", OWN),
        ("127.0.0.1", &local, &format!("https://{local}")),
        ("localhost", "localhost:9", "https://localhost:9"),
    ] {
        let answer = get(&server, name, host, &format!("{SEGMENTS}?page[size]=2"));
        assert_eq!(answer.status, 200, "{host}");
        let page = answer.json();
        for link in [&page["links"]["next"], &page["links"]["first"]] {
            let link = link.as_str().unwrap();
            assert!(link.starts_with(&format!("{origin}/api/v2/")), "{host}: {link}");
        }
        assert!(answer.header("link").unwrap().starts_with(&format!("<{origin}/api/v2/")));
    }
    assert_eq!(get(&server, "localhost", "evil.example", SEGMENTS).status, 403);
}

#[test]
fn a_client_that_forgot_https_is_told_so() {
    let server = start(&[]);
    let answer = server.get(SEGMENTS);
    assert_eq!((answer.status, &answer.json()["error"]), (400, &json!("BadRequest")));
    assert!(answer.text().contains("https://"), "{}", answer.text());
    let body = vec![b' '; 10 << 20];
    let head = format!("POST {SEGMENTS} HTTP/1.1\r\ncontent-length: {}\r\n\r\n", body.len());
    assert_eq!(server.write(&[head.as_bytes(), &body].concat()).status, 400);
}

#[test]
fn connections_without_a_handshake_hold_up_nobody() {
    let server = start(&[]);
    let silent: Vec<TcpStream> =
        (0..50).map(|_| TcpStream::connect(&server.address).unwrap()).collect();
    let mut broken = TcpStream::connect(&server.address).unwrap();
    broken.write_all(b"\x16\x03\x01\x00\x05hello").unwrap();
    // An alert, or nothing.
    let _ = read(&mut broken);
    assert_eq!(get(&server, "localhost", "localhost", SEGMENTS).status, 200);
    #[cfg(unix)]
    assert!(server.interrupt().0);
    drop(silent);
}

#[test]
fn a_refusal_arrives_although_the_client_is_still_writing() {
    let server = start(&[]);
    let length = 10 << 20;
    let head = format!(
        "POST {SEGMENTS} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer manager-token\r\n\
         content-type: application/json\r\ncontent-length: {length}\r\n\r\n"
    );
    let mut stream = connect(&server, "localhost");
    stream.write_all(&[head.as_bytes(), &vec![b' '; length]].concat()).unwrap();
    let (bytes, end) = read(&mut stream);
    end.unwrap();
    assert_eq!(Answer::read(&bytes).status, 413);
}

#[test]
fn an_answer_that_is_cut_short_on_purpose_has_no_end() {
    let server = start(&["--faults"]);
    let fault = json!({ "path": SEGMENTS, "action": { "truncate": true } }).to_string();
    let mut stream = connect(&server, "localhost");
    let request = format!(
        "POST /sandbox/faults HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n\
         authorization: Bearer manager-token\r\ncontent-length: {}\r\n\r\n{fault}",
        fault.len()
    );
    stream.write_all(request.as_bytes()).unwrap();
    assert_eq!(Answer::read(&read(&mut stream).0).status, 201);

    let mut stream = connect(&server, "localhost");
    let request = format!(
        "GET {SEGMENTS} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer manager-token\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let (bytes, end) = read(&mut stream);
    assert_eq!(end.unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    let answer = Answer::read(&bytes);
    let announced: usize = answer.header("content-length").unwrap().parse().unwrap();
    assert_eq!((answer.status, answer.body.len()), (200, announced / 2));
}

#[test]
fn files_that_give_no_https_are_told_with_their_path() {
    let folder = Folder::new();
    let certificate = std::fs::read_to_string(CERTIFICATE).unwrap();
    folder.write("notes.txt", b"Dear diary");
    folder.write("half.pem", &certificate.as_bytes()[..certificate.len() / 2]);
    folder.write(
        "strange.pem",
        b"-----BEGIN CERTIFICATE-----\nRGVhciBkaWFyeQ==\n-----END CERTIFICATE-----\n",
    );
    folder.write(
        "locked.key",
        b"-----BEGIN ENCRYPTED PRIVATE KEY-----\nRGVhciBkaWFyeQ==\n-----END ENCRYPTED PRIVATE KEY-----\n",
    );
    for (certificate, key, told) in [
        ("nowhere.pem", KEY, &["cannot read nowhere.pem"][..]),
        (CERTIFICATE, "nowhere.key", &["cannot read nowhere.key"]),
        (".", KEY, &["cannot read ."]),
        ("notes.txt", KEY, &["notes.txt has no certificate"]),
        (KEY, KEY, &["server.key has no certificate"]),
        ("half.pem", KEY, &["half.pem is no PEM file"]),
        ("strange.pem", KEY, &["strange.pem", "cannot be used"]),
        (CERTIFICATE, "notes.txt", &["notes.txt has no private key"]),
        (CERTIFICATE, CERTIFICATE, &["server.pem has no private key"]),
        (CERTIFICATE, "locked.key", &["locked.key", "password"]),
        (CERTIFICATE, OTHER_KEY, &["other.key does not belong", "server.pem"]),
    ] {
        let arguments = ["sandbox", "--listen", "127.0.0.1:0", "--database", "a.sqlite3"];
        let tls = ["--tls-cert", certificate, "--tls-key", key];
        let (ok, stdout, stderr) = run(&[&arguments[..], &tls].concat(), &folder.path(""));
        assert!(!ok && stdout.is_empty(), "{certificate} {key}");
        assert!(told.iter().all(|told| stderr.contains(told)), "{certificate} {key}: {stderr}");
        assert!(!folder.path("a.sqlite3").exists(), "{certificate} {key}");
    }
}

#[test]
fn a_second_process_is_told_of_the_first_ones_https_address() {
    let folder = Folder::new();
    let first = Server::start(&[&TLS[..], &["--database", "a.sqlite3"]].concat(), &folder.path(""));
    let arguments = ["sandbox", "--listen", "127.0.0.1:0", "--database", "a.sqlite3"];
    let (ok, _, stderr) = run(&arguments, Path::new(&folder.path("")));
    assert!(!ok && stderr.contains(&format!("https://{}", first.address)), "{stderr}");
}
