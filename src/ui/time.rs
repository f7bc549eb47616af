//! Points in time as people say them.

use std::cell::RefCell;

use guidepost_model::Timestamp;
use js_sys::{Date, Function, Intl, Object, Reflect};
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
    let this_year = then.get_full_year() == today.get_full_year();
    format(&then, if this_year { Style::Day } else { Style::DayAndYear })
}

/// The date and time in full, for a tooltip.
pub fn full(moment: Timestamp) -> String {
    format(&date(moment), Style::Full)
}

/// The time of day.
pub fn clock(moment: Timestamp) -> String {
    format(&date(moment), Style::Clock)
}

/// "at 10:42" today, the date and the time otherwise: for the middle of a sentence.
pub fn when(moment: Timestamp) -> String {
    let (then, now) = (date(moment), Date::new_0());
    if then.to_date_string() == now.to_date_string() {
        return format!("at {}", clock(moment));
    }
    format!("on {}", format(&then, Style::DayAndClock))
}

fn ago(number: i64, unit: &str) -> String {
    format!("{number} {unit}{} ago", if number == 1 { "" } else { "s" })
}

fn date(moment: Timestamp) -> Date {
    Date::new(&JsValue::from_f64(moment.unix() as f64 * 1000.0))
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Day,
    DayAndYear,
    DayAndClock,
    Clock,
    Full,
}

impl Style {
    /// What `Intl.DateTimeFormat` calls it.
    const fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Day => &[("day", "numeric"), ("month", "short")],
            Self::DayAndYear => &[("day", "numeric"), ("month", "short"), ("year", "numeric")],
            Self::DayAndClock => &[
                ("day", "numeric"),
                ("month", "short"),
                ("hour", "2-digit"),
                ("minute", "2-digit"),
            ],
            Self::Clock => &[("hour", "2-digit"), ("minute", "2-digit")],
            Self::Full => &[("dateStyle", "long"), ("timeStyle", "short")],
        }
    }

    fn format_function(self) -> Function {
        let object = Object::new();
        for (key, value) in self.options() {
            let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
        }
        // In the way of the languages that the browser asks pages for.
        Intl::DateTimeFormat::new(&window().navigator().languages(), &object).format()
    }
}

thread_local! {
    /// Made once: a browser takes a millisecond for each, and a list has two dates a row.
    static FORMAT_FUNCTIONS: RefCell<Vec<(Style, Function)>> = const { RefCell::new(Vec::new()) };
}

fn format(date: &Date, style: Style) -> String {
    let known = FORMAT_FUNCTIONS.with_borrow(|known| {
        known.iter().find(|(other, _)| *other == style).map(|(_, function)| function.clone())
    });
    let function = known.unwrap_or_else(|| {
        let function = style.format_function();
        FORMAT_FUNCTIONS.with_borrow_mut(|known| known.push((style, function.clone())));
        function
    });
    function
        .call1(&JsValue::UNDEFINED, date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
