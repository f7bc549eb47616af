//! Scheme and host that a request was made to: links in answers begin with them. Who holds the connection decides, and says
//! so in the request's extensions.

use std::{fmt, str::FromStr, sync::Arc};

use axum::{
    extract::Request,
    http::{Extensions, HeaderMap, HeaderValue, Uri, header::HOST, request::Parts},
};

use crate::public_url::PublicUrl;

/// What an address begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Http,
    Https,
}

impl Scheme {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }

    /// The same host without the port that this scheme has anyway.
    pub(crate) fn without_default_port(self, host: &str) -> &str {
        let port = match self {
            Self::Http => ":80",
            Self::Https => ":443",
        };
        host.strip_suffix(port).unwrap_or(host)
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Neither `http` nor `https`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownScheme;

impl FromStr for Scheme {
    type Err = UnknownScheme;

    fn from_str(text: &str) -> Result<Self, UnknownScheme> {
        let named = |scheme: &Self| text.eq_ignore_ascii_case(scheme.as_str());
        [Self::Http, Self::Https].into_iter().find(named).ok_or(UnknownScheme)
    }
}

/// Scheme and host that a request was made to. Without it in a request's extensions they are `http` and the request's own
/// `Host`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestOrigin {
    pub scheme: Scheme,
    /// With a port where the address has one.
    pub host: String,
    /// All public addresses of the sandbox, when the request was made to one of them. Else empty.
    pub public_urls: Arc<[PublicUrl]>,
}

impl RequestOrigin {
    pub(crate) fn of_parts(parts: &Parts) -> Self {
        Self::read(&parts.extensions, &parts.headers, &parts.uri)
    }

    pub(crate) fn of_request(request: &Request) -> Self {
        Self::read(request.extensions(), request.headers(), request.uri())
    }

    fn read(extensions: &Extensions, headers: &HeaderMap, uri: &Uri) -> Self {
        if let Some(known) = extensions.get::<Self>() {
            return known.clone();
        }
        let header = headers.get(HOST).and_then(|host| host.to_str().ok());
        let host = header.or_else(|| uri.authority().map(|authority| authority.as_str()));
        Self {
            scheme: Scheme::Http,
            host: host.unwrap_or("localhost").to_owned(),
            public_urls: Arc::new([]),
        }
    }

    /// The subdomain, which is the first label of the host in lower case. `None` for hosts of one label.
    pub(crate) fn subdomain(&self) -> Option<String> {
        let (label, _) = self.host.split_once('.')?;
        Some(label.to_ascii_lowercase())
    }

    /// True for a page of this server, by the `Origin` header that a browser sends with its requests.
    pub(crate) fn is(&self, origin: &HeaderValue) -> bool {
        origin.as_bytes() == self.to_string().as_bytes()
    }

    /// True when the request was made to one of the sandbox's public addresses.
    pub(crate) fn is_public(&self) -> bool {
        !self.public_urls.is_empty()
    }

    /// Where another subdomain of the account is reached. `None` where nobody answers: of public addresses only those are
    /// the sandbox's that were named, and others may be a real account's.
    pub(crate) fn at_subdomain(&self, subdomain: &str) -> Option<String> {
        let (_, domain) = self.host.split_once('.')?;
        if !self.is_public() {
            return Some(format!("{}://{subdomain}.{domain}", self.scheme));
        }
        let named = self.public_urls.iter().filter_map(|url| {
            let (label, rest) = url.labels()?;
            (label == subdomain).then_some((url, rest == domain))
        });
        let (url, is_near) = named.min_by_key(|(_, is_near)| !is_near)?;
        let scheme = if is_near { self.scheme } else { url.scheme() };
        Some(format!("{scheme}://{}", url.host()))
    }

    /// Where people read a brand's help center. Only public addresses have one.
    pub(crate) fn help_center(&self, subdomain: &str) -> String {
        let public = if self.is_public() { self.at_subdomain(subdomain) } else { None };
        public.unwrap_or_else(|| format!("https://{subdomain}.example"))
    }
}

impl fmt::Display for RequestOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.host)
    }
}
