//! Where the popup goes: under the box and its error message, or above the box where there is more room.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::Combo;
use crate::ui::{Effect, next_frame};

/// The list's height where there is room for it, in pixels.
const LIST: i32 = 264;
/// The least that a list is cut to: three options.
const LEAST: i32 = 96;
/// The popup's foot, and some air.
const FOOT: i32 = 48;

/// The popup's place, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Above the box.
    pub(super) above: bool,
    /// The height of the message between box and popup.
    pub(super) message: i32,
    /// How high the list can be.
    pub(super) list: i32,
}

impl Place {
    /// In the room above and below the box, of which `message` is the error's.
    const fn within(above: i32, below: i32, message: i32) -> Self {
        let below = below - message;
        let is_above = below < LIST + FOOT && above > below;
        let room = if is_above { above } else { below } - FOOT;
        let list = if room < LEAST {
            LEAST
        } else if room > LIST {
            LIST
        } else {
            room
        };
        Self { above: is_above, message, list }
    }
}

/// Follows the popup: it is placed when it opens, and again when what is in it or the error changes.
pub(super) fn follow_place(combo: Combo, invalid: Signal<bool>) -> RwSignal<Place> {
    let place = RwSignal::new(Place { above: false, message: 0, list: LIST });
    Effect::new(move |_| {
        let open = combo.is_open();
        combo.chosen.track();
        combo.search.status.track();
        invalid.track();
        if !open {
            return;
        }
        next_frame(move || {
            if let Some(measured) = measure(combo.id)
                && place.try_get_untracked().is_some_and(|place| place != measured)
            {
                place.try_set(measured);
            }
        });
    });
    place
}

fn measure(id: &str) -> Option<Place> {
    let area = document().get_element_by_id(&format!("{id}-box"))?.get_bounding_client_rect();
    let message = document()
        .get_element_by_id(&format!("{id}-error"))
        .and_then(|message| message.dyn_into::<HtmlElement>().ok())
        .map_or(0, |message| message.offset_height());
    // What is fixed to the lower edge covers a part of the window.
    let bar = document().query_selector(".save-bar").ok().flatten();
    let window_height = window().inner_height().ok()?.as_f64()?;
    let edge =
        bar.map_or(window_height, |bar| bar.get_bounding_client_rect().top().min(window_height));
    let message = if message > 0 { message + 6 } else { 0 };
    Some(Place::within(area.top() as i32, (edge - area.bottom()) as i32, message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn it_is_below_where_it_fits() {
        let whole = Place { above: false, message: 0, list: LIST };
        assert_eq!(Place::within(500, 312, 0), whole);
        assert_eq!(Place::within(100, 900, 26), Place { message: 26, ..whole });
    }

    #[wasm_bindgen_test]
    fn it_is_above_where_there_is_more_room() {
        assert_eq!(Place::within(500, 311, 0), Place { above: true, message: 0, list: LIST });
        assert_eq!(Place::within(250, 200, 20), Place { above: true, message: 20, list: 202 });
        assert_eq!(Place::within(200, 250, 20), Place { above: false, message: 20, list: 182 });
        assert_eq!(Place::within(20, 30, 0), Place { above: false, message: 0, list: LEAST });
    }
}
