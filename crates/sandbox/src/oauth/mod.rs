//! Signing in with OAuth, as Zendesk does it: an authorization code, with PKCE for public clients (RFC 6749, RFC 7636),
//! tokens that expire, refresh tokens that are replaced at every use, and tokens for confidential clients themselves.

mod authorize;
mod client;
mod consent;
mod error;
mod exchange;
mod form;
mod pkce;
mod request;
mod scope;
mod tokens;

pub(crate) use authorize::{ask, decide};
pub(crate) use client::is_registered;
pub use client::{OauthClient, UnusableClient};
pub(crate) use consent::meaning;
pub(crate) use exchange::exchange;
pub(crate) use scope::{Scopes, enough_for, needs_no_scope};
pub(crate) use tokens::{Body as TokenBody, list, revoke, revoke_current, show, show_current};
