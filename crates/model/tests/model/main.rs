//! The model's rules as one test binary, a module a concept. Everything here is pure and runs in milliseconds.

#![allow(clippy::unwrap_used, reason = "a test that can't go on should panic")]

mod article_index;
mod attempts;
mod changes;
mod content;
mod describe;
mod describe_permission_group;
mod directory;
mod draft;
mod error;
mod export;
mod fold;
mod membership;
mod merge;
mod page;
mod permission_group;
mod permission_group_query;
mod plan;
mod privilege;
mod query;
mod reference;
mod scale;
mod seed;
mod seed_permission_groups;
mod segment;
mod support;
mod tag;
mod validate;
mod validate_permission_group;
mod visible_text;
mod wording;
