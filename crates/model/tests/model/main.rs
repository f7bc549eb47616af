//! The model's rules as one test binary, a module a concept. Everything here is pure and runs in milliseconds.

#![allow(clippy::unwrap_used, reason = "a test that can't go on should panic")]

mod changes;
mod content;
mod describe;
mod directory;
mod draft;
mod error;
mod fold;
mod membership;
mod merge;
mod page;
mod query;
mod scale;
mod seed;
mod segment;
mod support;
mod tag;
mod validate;
mod wording;
