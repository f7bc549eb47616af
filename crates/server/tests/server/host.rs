use crate::support::{SEGMENTS, Server};

const PERMISSION_GROUPS: &str = "/api/v2/guide/permission_groups";

#[test]
fn a_name_that_somebody_pointed_here_is_not_answered() {
    let server = Server::in_memory(&[]);
    let port = server.address.rsplit_once(':').unwrap().1;
    for path in ["/", "/guidepost.json", SEGMENTS, "/api/v2/users/me"] {
        for host in [
            "host: evil.example".to_owned(),
            format!("host: evil.example:{port}"),
            "host: 192.168.1.5".to_owned(),
            "host: fernhollow.zendesk.com".to_owned(),
            "host: localhost.evil.example".to_owned(),
        ] {
            let answer =
                server.send("GET", path, &[&host, "authorization: Bearer manager-token"], "");
            assert_eq!(answer.status, 403, "{host} {path}");
            assert_eq!(answer.json()["error"], "Forbidden");
        }
    }
}

#[test]
fn a_request_names_one_host() {
    let server = Server::in_memory(&[]);
    let host = format!("host: {}\r\n", server.address);
    for hosts in [String::new(), format!("{host}{host}"), format!("{host}host: evil.example\r\n")] {
        for path in ["/", SEGMENTS] {
            let request = format!(
                "GET {path} HTTP/1.1\r\nconnection: close\r\n{hosts}authorization: Bearer manager-token\r\n\r\n"
            );
            let answer = server.write(request.as_bytes());
            assert_eq!(
                (answer.status, &answer.json()["error"]),
                (400, &"BadRequest".into()),
                "{hosts}"
            );
        }
    }
}

#[test]
fn this_machines_own_names_are_answered_and_used_in_links() {
    let server = Server::in_memory(&[]);
    let port = server.address.rsplit_once(':').unwrap().1;
    for name in ["localhost", "127.0.0.1", "[::1]"] {
        let host = format!("host: {name}:{port}");
        let answer =
            server.send("GET", SEGMENTS, &[&host, "authorization: Bearer manager-token"], "");
        let next = answer.json()["next_page"].as_str().unwrap().to_owned();
        assert!(next.starts_with(&format!("http://{name}:{port}{SEGMENTS}?")), "{next}");
    }
}

#[test]
fn a_brand_has_a_name_below_localhost_that_leads_to_the_accounts_own_for_permission_groups() {
    let server = Server::in_memory(&[]);
    let port = server.address.rsplit_once(':').unwrap().1;
    let ask = |name: &str, path: &str| {
        let host = format!("host: {name}.localhost:{port}");
        server.send("GET", path, &[&host, "authorization: Bearer manager-token"], "")
    };
    let answer = ask("fernhollow-stage", &format!("{PERMISSION_GROUPS}.json?per_page=2"));
    assert_eq!(answer.status, 307);
    assert_eq!(
        answer.header("location"),
        Some(
            format!("http://fernhollow.localhost:{port}{PERMISSION_GROUPS}.json?per_page=2")
                .as_str()
        )
    );
    assert_eq!(ask("fernhollow", PERMISSION_GROUPS).json()["count"], 10);
    assert_eq!(ask("fernhollow-stage", SEGMENTS).status, 200);
}
