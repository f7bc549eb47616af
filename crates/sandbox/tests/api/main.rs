//! Every endpoint, asked directly: no port, no clock but the test's own.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]

mod account_settings;
mod anything;
mod articles;
mod auth;
mod brands;
mod categories;
mod conformance;
mod cors;
mod faults;
mod fixture;
mod groups;
mod guide;
mod headers;
mod help_center;
mod hostile;
mod include;
mod languages;
mod latency;
mod lists;
mod locales;
mod memberships;
mod oauth;
mod openapi;
mod organizations;
mod paging;
mod paths;
mod rate_limit;
mod roles;
mod routes;
mod sections;
mod store;
mod support;
mod switches;
mod tags;
mod topics;
mod unknown_keys;
mod users;
