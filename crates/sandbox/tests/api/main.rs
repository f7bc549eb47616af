//! Every endpoint, asked directly: no port, no clock but the test's own.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]

mod anything;
mod articles;
mod auth;
mod brands;
mod cors;
mod faults;
mod fixture;
mod groups;
mod guide;
mod help_center;
mod organizations;
mod paging;
mod paths;
mod roles;
mod store;
mod support;
mod tags;
mod users;
