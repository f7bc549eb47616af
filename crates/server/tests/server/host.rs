use crate::support::{SEGMENTS, Server};

#[test]
fn a_name_that_somebody_pointed_here_is_not_answered() {
    let server = Server::in_memory(&[]);
    let port = server.address.rsplit_once(':').unwrap().1;
    for path in ["/", "/guidepost.json", SEGMENTS, "/api/v2/users/me"] {
        for host in [
            "host: evil.example".to_owned(),
            format!("host: evil.example:{port}"),
            "host: 192.168.1.5".to_owned(),
        ] {
            let answer =
                server.send("GET", path, &[&host, "authorization: Bearer manager-token"], "");
            assert_eq!(answer.status, 403, "{host} {path}");
            assert_eq!(answer.json()["error"], "Forbidden");
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
