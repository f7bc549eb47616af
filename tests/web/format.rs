//! Points in time as people say them, by the browser's own formats.

use guidepost::ui::{initials, time};
use guidepost_model::Timestamp;
use js_sys::Date;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// That many seconds ago.
fn ago(seconds: f64) -> Timestamp {
    Timestamp::from_unix((Date::now() / 1000.0 - seconds) as i64)
}

/// The first second of the day that many days ago, where the browser is.
fn day(days: u32) -> Date {
    let now = Date::new_0();
    let date = Date::new_with_year_month_day(
        now.get_full_year(),
        now.get_month() as i32,
        now.get_date() as i32 - days as i32,
    );
    date.set_hours(12);
    date
}

fn at(date: &Date) -> Timestamp {
    Timestamp::from_unix((date.get_time() / 1000.0) as i64)
}

/// A date as the browser itself writes it, in its first language.
fn in_browsers_way(date: &Date, options: &[(&str, &str)]) -> String {
    let object = js_sys::Object::new();
    for (key, value) in options {
        js_sys::Reflect::set(&object, &(*key).into(), &(*value).into()).unwrap();
    }
    let language = leptos::prelude::window().navigator().language().unwrap();
    date.to_locale_string(&language, &object).into()
}

#[wasm_bindgen_test]
fn a_moment_ago_is_told_by_the_minute() {
    assert_eq!(time::relative(ago(5.0)), "Just now");
    assert_eq!(time::relative(ago(65.0)), "1 minute ago");
    assert_eq!(time::relative(ago(59.0 * 60.0)), "59 minutes ago");
}

#[wasm_bindgen_test]
fn a_clock_that_is_ahead_makes_no_future_of_it() {
    assert_eq!(time::relative(ago(-30.0)), "Just now");
}

#[wasm_bindgen_test]
fn yesterday_is_a_day_of_the_calendar() {
    assert_eq!(time::relative(at(&day(1))), "Yesterday");
}

#[wasm_bindgen_test]
fn earlier_days_are_dates_and_other_years_are_named() {
    let long_ago = Date::new(&JsValue::from_str("2023-06-07T12:00:00"));
    assert_eq!(
        time::relative(at(&long_ago)),
        in_browsers_way(&long_ago, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
    );
    let days_ago = day(3);
    let text = time::relative(at(&days_ago));
    assert!(text.contains(&days_ago.get_date().to_string()), "{text}");
    let same_year = days_ago.get_full_year() == Date::new_0().get_full_year();
    assert_eq!(text.contains(&days_ago.get_full_year().to_string()), !same_year);
}

#[wasm_bindgen_test]
fn a_tooltip_has_the_date_and_the_time() {
    let moment = Date::new(&JsValue::from_str("2023-06-07T15:04:00"));
    let expected = in_browsers_way(&moment, &[("dateStyle", "long"), ("timeStyle", "short")]);
    assert_eq!(time::full(at(&moment)), expected);
    let clock = in_browsers_way(&moment, &[("hour", "2-digit"), ("minute", "2-digit")]);
    assert_eq!(time::clock(at(&moment)), clock);
}

#[wasm_bindgen_test]
fn initials_are_those_of_the_first_and_the_last_word() {
    assert_eq!(initials("Marta Lindqvist"), "ML");
    assert_eq!(initials("Ximena Peña-Quintana de la Fuente y Salazar"), "XS");
    assert_eq!(initials("Emre “DJ” Yıldız"), "EY");
    assert_eq!(initials("王芳"), "王");
    assert_eq!(initials("élodie"), "É");
    assert_eq!(initials("  "), "");
}
