//! Points in time as people say them.

use guidepost_model::Timestamp;
use js_sys::{Date, Intl, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// "Just now", "2 hours ago", "Yesterday"; from then on the date, with the year once it is another one.
pub fn relative(moment: Timestamp) -> String {
    let now = Date::now();
    let seconds = (now / 1000.0) as i64 - moment.unix();
    match seconds {
        i64::MIN..60 => return "Just now".into(),
        60..HOUR => return ago(seconds / 60, "minute"),
        _ => {}
    }
    let (then, today) = (date(moment), Date::new(&JsValue::from_f64(now)));
    let yesterday = Date::new(&JsValue::from_f64(now - DAY as f64 * 1000.0));
    let same_day = |one: &Date, other: &Date| {
        one.get_date() == other.get_date()
            && one.get_month() == other.get_month()
            && one.get_full_year() == other.get_full_year()
    };
    if same_day(&then, &today) {
        return ago(seconds / HOUR, "hour");
    }
    if same_day(&then, &yesterday) {
        return "Yesterday".into();
    }
    let mut parts = vec![("day", "numeric"), ("month", "short")];
    if then.get_full_year() != today.get_full_year() {
        parts.push(("year", "numeric"));
    }
    format(&then, &parts)
}

/// The date and time in full, for a tooltip.
pub fn full(moment: Timestamp) -> String {
    format(&date(moment), &[("dateStyle", "long"), ("timeStyle", "short")])
}

/// The time of day.
pub fn clock(moment: Timestamp) -> String {
    format(&date(moment), &[("hour", "2-digit"), ("minute", "2-digit")])
}

/// "at 10:42" today, the date and the time otherwise: for the middle of a sentence.
pub fn when(moment: Timestamp) -> String {
    let (then, now) = (date(moment), Date::new_0());
    if then.to_date_string() == now.to_date_string() {
        return format!("at {}", clock(moment));
    }
    let parts =
        [("day", "numeric"), ("month", "short"), ("hour", "2-digit"), ("minute", "2-digit")];
    format!("on {}", format(&then, &parts))
}

fn ago(number: i64, unit: &str) -> String {
    format!("{number} {unit}{} ago", if number == 1 { "" } else { "s" })
}

fn date(moment: Timestamp) -> Date {
    Date::new(&JsValue::from_f64(moment.unix() as f64 * 1000.0))
}

fn format(date: &Date, options: &[(&str, &str)]) -> String {
    let object = Object::new();
    for (key, value) in options {
        let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    // In the way of the languages that the browser asks pages for.
    let format = Intl::DateTimeFormat::new(&window().navigator().languages(), &object).format();
    format
        .call1(&JsValue::UNDEFINED, date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
