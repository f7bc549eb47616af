//! `/api/v2/guide/…`

mod create;
mod delete;
mod list;
mod plans;
mod redirect;
mod seed;
mod show;
mod update;
