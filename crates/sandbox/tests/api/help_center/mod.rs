//! `/api/v2/help_center/…`

mod applicable;
mod create;
mod delete;
mod list;
mod of_user;
mod show;
mod update;
mod uses;
