//! Names that mean this machine everywhere. Those below `localhost` do (RFC 6761, section 6.3): the sandbox's brands have
//! them.

use std::net::IpAddr;

/// True for such a name or address, with or without a port, as a `Host` header has it.
pub fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split_once(']').map_or(rest, |(address, _)| address),
        None => host.split_once(':').map_or(host, |(name, _)| name),
    };
    is_localhost(name) || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// `localhost`, or a name below it whose every label is one that a host can have.
fn is_localhost(name: &str) -> bool {
    let mut labels = name.rsplit('.');
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    labels.next().is_some_and(|last| last.eq_ignore_ascii_case("localhost")) && labels.all(is_label)
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn names_of_this_machine_are_answered() {
        for host in [
            "localhost",
            "LocalHost:8080",
            "fernhollow-stage.localhost",
            "Fernhollow-Stage.LOCALHOST:8080",
            "a.b.localhost:1",
            "127.0.0.1:8080",
            "127.0.0.1",
            "[::1]",
            "[::1]:8080",
        ] {
            assert!(is_loopback(host), "{host}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for host in [
            "",
            "fernhollow.example",
            "localhost.evil.example:8080",
            "evil.example.localhost.",
            "evillocalhost",
            ".localhost",
            "a..localhost",
            "evil.example/.localhost",
            "evil.example@a.localhost",
            "a b.localhost",
            "fernhollow.zendesk.com",
            "10.0.0.1",
            "0.0.0.0:80",
            "[::2]:1",
            "[",
            ":8080",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
