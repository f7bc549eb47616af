//! Whole journeys: the built site, a server with a fresh account for each, and a real browser. Run them with
//! `cargo xtask test --journeys`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod accessibility;
mod chunks;
mod deletion;
mod first_visit;
mod group_lifecycle;
mod keeping;
mod keyboard;
mod lifecycle;
mod matrix;
mod memory;
mod policy;
mod saving;
mod screens;
mod tour;
