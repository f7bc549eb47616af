//! How long a message stays: ten seconds, not counting those in which it is held. Nothing runs while it is held.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::*;

use super::region::is_held;
use crate::ui::after;

/// Milliseconds that a message stays; the style sheet's `--toast-time` says the same.
const STAY: f64 = 10_000.0;

#[derive(Debug, Clone, Copy)]
struct State {
    /// Milliseconds that it still stays.
    left: f64,
    /// Since when it is not held, in milliseconds since 1970; `None` while it is.
    since: Option<f64>,
    /// Tells the timer that counts from those that were stopped.
    attempt: u32,
}

/// The time of one message. The component's.
#[derive(Clone, Copy)]
pub(super) struct Countdown {
    id: u32,
    state: StoredValue<State>,
    over: Callback<()>,
}

impl Countdown {
    /// Nothing counted yet of a message's time, at whose end `over` runs.
    pub(super) fn new(id: u32, over: impl Fn() + Send + Sync + 'static) -> Self {
        let state = StoredValue::new(State { left: STAY, since: None, attempt: 0 });
        Self { id, state, over: Callback::new(move |()| over()) }
    }

    /// Stops while the message is held, and goes on afterwards.
    pub(super) fn follow(self) {
        let (held, now) = (is_held(self.id), Date::now());
        let mut state = self.state.get_value();
        match state.since {
            Some(since) if held => {
                state.left = (state.left - (now - since).max(0.0)).max(0.0);
                state.since = None;
                state.attempt += 1;
            }
            None if !held => {
                state.since = Some(now);
                state.attempt += 1;
                let attempt = state.attempt;
                after(Duration::from_millis(state.left as u64), move || self.end(attempt));
            }
            Some(_) | None => return,
        }
        self.state.set_value(state);
    }

    fn end(self, attempt: u32) {
        if self.state.with_value(|state| state.attempt == attempt) {
            self.over.run(());
        }
    }
}
