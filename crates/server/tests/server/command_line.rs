use std::{net::TcpListener, path::Path};

use crate::support::{Folder, Server, run};

const HERE: &str = env!("CARGO_TARGET_TMPDIR");

#[test]
fn help_tells_every_option() {
    for arguments in [&["--help"][..], &["help"], &["sandbox", "--help"], &["-h"]] {
        let (ok, stdout, _) = run(arguments, Path::new(HERE));
        assert!(ok);
        for option in [
            "--listen",
            "--public-url",
            "--tls-cert",
            "--tls-key",
            "--database",
            "--fresh",
            "--size",
            "--plan",
            "--site",
            "--faults",
            "--cors-friendly",
            "--oauth-client",
            "--strict",
            "--latency",
            "--rate-limit",
            "--segment-in-use",
            "--switch",
            "segment-in-use=cascade|refuse",
            "cors-tokens=absent|present",
        ] {
            assert!(stdout.contains(option), "{option}");
        }
    }
}

#[test]
fn arguments_that_mean_nothing_are_named() {
    for (arguments, named) in [
        (&[][..], "guidepost-server sandbox"),
        (&["relays"], "relays"),
        (&["sandbox", "--port", "1"], "--port"),
        (&["sandbox", "here"], "here"),
        (&["sandbox", "--size", "tiny"], "demo, large or huge"),
        (&["sandbox", "--plan", "free"], "enterprise, professional or lite"),
        (&["sandbox", "--listen", "8080"], "8080"),
        (&["sandbox", "--public-url"], "--public-url"),
        (&["sandbox", "--public-url", "fernhollow.zendesk.com"], "“fernhollow.zendesk.com”"),
        (
            &["sandbox", "--public-url", "https://a.test, https://b.test/api"],
            "“https://b.test/api”",
        ),
        (&["sandbox", "--public-url", "https://a.test,"], "“”"),
        (
            &["sandbox", "--public-url", "https://a.test", "--public-url", "http://A.test"],
            "a.test twice",
        ),
        (&["sandbox", "--tls-cert", "a.pem"], "--tls-key"),
        (&["sandbox", "--tls-key", "a.key"], "--tls-cert"),
        (&["sandbox", "--database"], "--database"),
        (&["sandbox", "--database", ""], "--database needs"),
        (&["sandbox", "--latency", "soon"], "milliseconds"),
        (&["sandbox", "--latency", "300-100"], "milliseconds"),
        (&["sandbox", "--rate-limit", "0"], "--rate-limit"),
        (&["sandbox", "--rate-limit", "many"], "“plan”"),
        (&["sandbox", "--oauth-client", "reports"], "ID=REDIRECT_URI"),
        (&["sandbox", "--oauth-client", "reports=http://reports.example/"], "https"),
        (
            &[
                "sandbox",
                "--oauth-client",
                "reports=https://reports.example/,secret-file=/nowhere/secret",
            ],
            "/nowhere/secret",
        ),
        (&["sandbox", "--oauth-client", "reports;secret-file=Cargo.toml"], "Cargo.toml"),
        (&["sandbox", "--switch", "gravity"], "NAME=VALUE"),
        (&["sandbox", "--switch", "gravity=off"], "unknown-ids"),
        (&["sandbox", "--switch", "built-in=200"], "403 or 404"),
        (&["sandbox", "--segment-in-use", "explode"], "cascade or refuse"),
        (&["sandbox", "--listen", "0.0.0.0:8080"], "127.0.0.1"),
        (&["sandbox", "--listen", "192.168.1.5:8080"], "127.0.0.1"),
    ] {
        let (ok, stdout, stderr) = run(arguments, Path::new(HERE));
        assert!(!ok && stdout.is_empty(), "{arguments:?}");
        assert!(stderr.contains(named), "{arguments:?}: {stderr}");
    }
}

#[test]
fn a_port_in_use_is_told_with_a_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (ok, _, stderr) =
        run(&["sandbox", "--listen", &address, "--database", ":memory:"], Path::new(HERE));
    assert!(!ok && stderr.contains(&address) && stderr.contains("--listen"), "{stderr}");
}

#[test]
fn a_site_that_is_not_built_is_told_with_a_way_out() {
    let (ok, _, stderr) = run(
        &["sandbox", "--listen", "127.0.0.1:0", "--database", ":memory:", "--site", "nowhere"],
        Path::new(HERE),
    );
    assert!(!ok && stderr.contains("cargo xtask build"), "{stderr}");
}

#[test]
fn a_file_that_is_no_account_is_left_alone() {
    let folder = Folder::new();
    let diary =
        b"Dear diary, this is not a database at all, and should stay as it is, whatever happens.";
    folder.write("notes.txt", diary);
    let arguments = ["sandbox", "--listen", "127.0.0.1:0", "--database", "notes.txt"];
    for (fresh, reason) in [(&[][..], "cannot be used"), (&["--fresh"], "not a sandbox account")] {
        let arguments: Vec<&str> = arguments.iter().chain(fresh).copied().collect();
        let (ok, _, stderr) = run(&arguments, &folder.path(""));
        assert!(!ok && stderr.contains(reason), "{stderr}");
        assert_eq!(std::fs::read(folder.path("notes.txt")).unwrap(), diary);
    }
}

#[test]
fn an_account_of_another_size_is_not_mixed_up() {
    let folder = Folder::new();
    Server::start(&["--database", "a.sqlite3"], &folder.path("")).kill();
    let arguments =
        ["sandbox", "--listen", "127.0.0.1:0", "--database", "a.sqlite3", "--size", "large"];
    let (ok, _, stderr) = run(&arguments, &folder.path(""));
    assert!(!ok && stderr.contains("demo") && stderr.contains("--fresh"), "{stderr}");
}
