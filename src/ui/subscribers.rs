//! A signal of the whole app is read by every page and outlives all of them. Leptos never takes a reader that is gone
//! off the signal's list, where each keeps some bytes.

use std::cell::RefCell;

use leptos::{
    prelude::on_cleanup,
    reactive::graph::{AnySource, AnySubscriber, Observer, Source, ToAnySource},
};

/// A signal and who read it.
type Reading = (AnySource, AnySubscriber);

thread_local! {
    /// Readings of what is being disposed of; `None` at other times.
    static ENDING: RefCell<Option<Vec<Reading>>> = const { RefCell::new(None) };
}

/// Takes whatever is reading the signal now off its list, once it is gone.
pub fn forget_when_gone(signal: impl ToAnySource) {
    if let Some(reader) = Observer::get() {
        forget_reading_when_gone((signal.to_any_source(), reader));
    }
}

/// Once for signals of all types, for the size.
fn forget_reading_when_gone(reading: Reading) {
    on_cleanup(move || {
        if !forget_if_gone(&reading) {
            // Children are disposed of before their parent's own values: the reader may go next.
            ENDING.with_borrow_mut(|ending| {
                if let Some(ending) = ending {
                    ending.push(reading);
                }
            });
        }
    });
}

/// Disposes of something, and of its readings of signals that stay.
pub(super) fn dispose_with_readings(dispose: impl FnOnce()) {
    ENDING.set(Some(Vec::new()));
    dispose();
    for reading in ENDING.take().into_iter().flatten() {
        forget_if_gone(&reading);
    }
}

fn forget_if_gone((signal, reader): &Reading) -> bool {
    let is_gone = reader.1.strong_count() == 0;
    if is_gone {
        signal.remove_subscriber(reader);
    }
    is_gone
}
