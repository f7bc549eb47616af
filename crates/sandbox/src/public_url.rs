//! An address under which the sandbox stands in for a real account: `https://fernhollow.zendesk.com`. Clients that have it
//! fixed in their code reach the sandbox there through a proxy, or through a name that leads to this machine.

use std::{fmt, str::FromStr};

use axum::http::Uri;

use crate::origin::Scheme;

/// Scheme and host, in lower case, without the port that the scheme has anyway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    scheme: Scheme,
    host: String,
}

impl PublicUrl {
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// With a port where the address has one.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// True for the value of a `Host` header that means this address.
    pub fn is_at(&self, host: &str) -> bool {
        self.scheme.without_default_port(host).eq_ignore_ascii_case(&self.host)
    }

    /// The first label of the host, and what comes after it. `None` for hosts of one label.
    pub(crate) fn labels(&self) -> Option<(&str, &str)> {
        self.host.split_once('.')
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.host)
    }
}

/// This text is no such address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoPublicUrl(String);

impl fmt::Display for NoPublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is not http:// or https:// with a host and nothing after it, such as https://fernhollow.zendesk.com",
            self.0
        )
    }
}

impl std::error::Error for NoPublicUrl {}

impl FromStr for PublicUrl {
    type Err = NoPublicUrl;

    fn from_str(text: &str) -> Result<Self, NoPublicUrl> {
        read(text).ok_or_else(|| NoPublicUrl(text.to_owned()))
    }
}

fn read(text: &str) -> Option<PublicUrl> {
    let uri: Uri = text.parse().ok()?;
    let (scheme, authority) = (uri.scheme_str()?.parse::<Scheme>().ok()?, uri.authority()?);
    let in_a_host = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:[]".contains(&byte);
    let has_port = authority.as_str().len() > authority.host().len();
    if uri.path() != "/"
        || text.contains(['?', '#'])
        || authority.host().is_empty()
        || !authority.as_str().bytes().all(in_a_host)
        || has_port && authority.port_u16().is_none()
    {
        return None;
    }
    let host = authority.as_str().to_ascii_lowercase();
    Some(PublicUrl { scheme, host: scheme.without_default_port(&host).to_owned() })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]
mod tests {
    use super::PublicUrl;

    #[test]
    fn an_address_is_read_without_what_says_nothing() {
        for (text, read) in [
            ("https://fernhollow.zendesk.com", "https://fernhollow.zendesk.com"),
            ("https://fernhollow.zendesk.com/", "https://fernhollow.zendesk.com"),
            ("HTTPS://Fernhollow.Zendesk.COM:443", "https://fernhollow.zendesk.com"),
            ("http://account.test:80", "http://account.test"),
            ("http://account.test:443", "http://account.test:443"),
            ("https://account.test:8443", "https://account.test:8443"),
            ("http://zendesk_sandbox:8080", "http://zendesk_sandbox:8080"),
            ("https://[2001:db8::1]:443", "https://[2001:db8::1]"),
        ] {
            assert_eq!(text.parse::<PublicUrl>().unwrap().to_string(), read);
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "fernhollow.zendesk.com",
            "//fernhollow.zendesk.com",
            "ftp://fernhollow.zendesk.com",
            "https://",
            "https://:443",
            "https://fernhollow.zendesk.com/api/v2",
            "https://fernhollow.zendesk.com?x",
            "https://fernhollow.zendesk.com#x",
            "https://manager@fernhollow.zendesk.com",
            "https://*.zendesk.com",
            "https://fernhollow.zendesk.com:99999",
            "https://fernhollow.zendesk.com:",
            "https://fernhollow zendesk.com",
        ] {
            let error = text.parse::<PublicUrl>().unwrap_err().to_string();
            assert!(error.contains(&format!("“{text}”")), "{text}");
        }
    }

    #[test]
    fn a_host_header_means_it_in_any_case_and_with_the_schemes_port() {
        let url: PublicUrl = "https://fernhollow.zendesk.com".parse().unwrap();
        for host in ["fernhollow.zendesk.com", "Fernhollow.Zendesk.Com:443"] {
            assert!(url.is_at(host), "{host}");
        }
        for host in [
            "",
            "zendesk.com",
            "fernhollow.zendesk.com:80",
            "fernhollow.zendesk.com:8443",
            "fernhollow.zendesk.com.",
            "x.fernhollow.zendesk.com",
            "fernhollow.zendesk.com.evil.example",
            "fernhollow.zendesk.com@evil.example",
        ] {
            assert!(!url.is_at(host), "{host}");
        }
    }
}
