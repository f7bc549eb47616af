//! Signing in with OAuth.

mod authorize;
mod confidential;
mod exchange;
pub mod flow;
mod refresh;
mod scopes;
mod tokens;
