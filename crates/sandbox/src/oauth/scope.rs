//! What a token may do. `read` and `write` stand for everything, `hc:read` and the like for one resource; writing does
//! not include reading. Zendesk has no resource for groups, tags and brands: those need the whole.

use std::fmt;

use axum::http::Method;

/// Resources that have scopes of their own: Zendesk help, "Using OAuth authentication with your application".
const RESOURCES: [&str; 17] = [
    "any_channel",
    "apps",
    "auditlogs",
    "automations",
    "dynamic_content",
    "hc",
    "macros",
    "organizations",
    "requests",
    "satisfaction_ratings",
    "targets",
    "tickets",
    "triggers",
    "users",
    "web_widget",
    "webhooks",
    "zis",
];

const READ: &str = "read";
const WRITE: &str = "write";
const IMPERSONATE: &str = "impersonate";

/// One or more scopes, each once, in the order in which they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scopes(Vec<String>);

impl Scopes {
    /// Reads scopes that stand between spaces; `None` when there is none, or one has characters that no scope has
    /// (RFC 6749, section 3.3). One that does not exist can be granted, and no request is allowed with it.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut scopes = Vec::new();
        for scope in text.split_ascii_whitespace() {
            if !scope.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"\\".contains(&byte)) {
                return None;
            }
            if !scopes.iter().any(|one| one == scope) {
                scopes.push(scope.to_owned());
            }
        }
        (!scopes.is_empty()).then_some(Self(scopes))
    }

    pub(crate) fn list(&self) -> &[String] {
        &self.0
    }

    /// True when all of these were granted with those.
    pub(crate) fn are_within(&self, granted: &Self) -> bool {
        self.0.iter().all(|scope| granted.0.contains(scope))
    }

    /// The scope that a request lacks, if it lacks one. Recorded answers name `read`; that they never name the scope of
    /// a resource is assumed.
    pub(crate) fn missing_for(&self, method: &Method, path: &str) -> Option<&'static str> {
        if needs_no_scope(method, path) {
            return None;
        }
        let (access, of_resource) = enough_for(method, path);
        let has = |scope: &String| scope == access || of_resource.as_ref() == Some(scope);
        (!self.0.iter().any(has)).then_some(access)
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(" "))
    }
}

/// The scopes of which a request needs one: that for everything, and that of its resource, if it has one.
pub(crate) fn enough_for(method: &Method, path: &str) -> (&'static str, Option<String>) {
    // By the method, whatever it does: Zendesk's documentation says so.
    let access = if matches!(*method, Method::GET | Method::HEAD) { READ } else { WRITE };
    (access, resource(path).map(|resource| format!("{resource}:{access}")))
}

/// True for a token that ends itself: it may, whatever else it may do.
pub(crate) fn needs_no_scope(method: &Method, path: &str) -> bool {
    *method == Method::DELETE && path.trim_end_matches(".json") == "/api/v2/oauth/tokens/current"
}

/// True for a scope that any request can need.
pub(super) fn is_known(scope: &str) -> bool {
    match scope.split_once(':') {
        Some((resource, access)) => {
            RESOURCES.contains(&resource) && [READ, WRITE].contains(&access)
        }
        None => [READ, WRITE, IMPERSONATE].contains(&scope),
    }
}

/// The resource that a path belongs to. That memberships belong to what one is a member of is assumed, and that
/// permission groups belong to the help center.
fn resource(path: &str) -> Option<&'static str> {
    let first = path.strip_prefix("/api/v2/")?.split(['/', '.']).next()?;
    match first {
        "help_center" | "guide" | "community" => Some("hc"),
        "users" => Some("users"),
        "organizations" | "organization_memberships" => Some("organizations"),
        _ => None,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]
mod tests {
    use super::{Method, Scopes};

    fn missing(scopes: &str, method: &Method, path: &str) -> Option<&'static str> {
        Scopes::read(scopes).unwrap().missing_for(method, path)
    }

    #[test]
    fn scopes_are_read_once_each() {
        let scopes = Scopes::read(" read  hc:write read").unwrap();
        assert_eq!(scopes.to_string(), "read hc:write");
        for text in ["", " ", "read \u{7f}", "r\u{e9}ad", "\"read\"", "re\\ad"] {
            assert_eq!(Scopes::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_scope_that_does_not_exist_allows_nothing() {
        for text in ["everything", "hc", "groups:read", "hc:delete", "read,write", "READ"] {
            assert_eq!(missing(text, &Method::GET, "/api/v2/groups"), Some("read"), "{text}");
            assert!(!super::is_known(text), "{text}");
        }
    }

    #[test]
    fn a_token_ends_itself_whatever_its_scope() {
        for path in ["/api/v2/oauth/tokens/current", "/api/v2/oauth/tokens/current.json"] {
            assert_eq!(missing("users:read", &Method::DELETE, path), None);
            assert_eq!(missing("users:read", &Method::GET, path), Some("read"));
        }
        assert_eq!(missing("read", &Method::DELETE, "/api/v2/oauth/tokens/1"), Some("write"));
    }

    #[test]
    fn the_scope_of_a_resource_is_enough_for_it_and_for_nothing_else() {
        let segments = "/api/v2/help_center/user_segments.json";
        assert_eq!(missing("hc:read", &Method::GET, segments), None);
        assert_eq!(missing("hc:read", &Method::HEAD, "/api/v2/guide/permission_groups"), None);
        assert_eq!(missing("hc:read", &Method::POST, segments), Some("write"));
        assert_eq!(missing("hc:read", &Method::GET, "/api/v2/users/me.json"), Some("read"));
        assert_eq!(missing("users:read", &Method::GET, "/api/v2/users.json"), None);
        assert_eq!(missing("users:read", &Method::GET, "/api/v2/groups"), Some("read"));
        assert_eq!(missing("organizations:read", &Method::GET, "/api/v2/organizations/1"), None);
    }

    #[test]
    fn writing_does_not_include_reading() {
        assert_eq!(missing("write", &Method::DELETE, "/api/v2/help_center/user_segments/1"), None);
        assert_eq!(missing("write", &Method::GET, "/api/v2/groups"), Some("read"));
        assert_eq!(missing("impersonate", &Method::GET, "/api/v2/groups"), Some("read"));
    }
}
