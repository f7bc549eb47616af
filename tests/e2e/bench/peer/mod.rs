//! Guidepost beside the same two resources on react-admin: how soon the list of user segments is there, and how soon it
//! follows a key in its search. Both have the same server in front of accounts of the same data, and take turns.

mod compared_app;
mod first_visit;
mod keystroke;
mod visitor;

use serde_json::Value;

use self::compared_app::both;
use crate::browsers::Browsers;

pub(crate) fn measure() -> Vec<Value> {
    let browsers = Browsers::new();
    let mut figures = first_visit::measure(&browsers, &both("large"));
    figures.extend(keystroke::measure(&browsers, &both("huge")));
    figures
}
