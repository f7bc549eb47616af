//! The program, as it is started: a process, sockets, files.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]

mod command_line;
mod database;
mod durability;
mod faults;
mod host;
mod hostile;
mod kept_alive;
mod oauth;
mod public_url;
mod site;
mod support;
mod switches;
mod tls;
mod writers;
