//! Waiting as long as the account asks (429 with `Retry-After`), visibly and stoppable.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

/// Milliseconds between two looks at the clock.
const TICK: u32 = 200;

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct State {
    /// When the pause ends, in milliseconds since 1970.
    until: f64,
    /// How many requests wait.
    requests: usize,
    /// Counts the times somebody stopped waiting; who began before gives up.
    stops: u32,
}

/// The pause that all requests share. A banner shows it; every request that was told to wait waits here.
#[derive(Debug, Clone, Copy)]
pub struct Pause(RwSignal<State>);

impl Default for Pause {
    fn default() -> Self {
        Self(RwSignal::new(State::default()))
    }
}

/// Counts a request as waiting until it is dropped, finished or not.
struct Waits(RwSignal<State>);

impl Drop for Waits {
    fn drop(&mut self) {
        self.0.try_update(|state| state.requests -= 1);
    }
}

impl Pause {
    /// How many requests wait; 0 when nothing is paused.
    pub fn requests(self) -> usize {
        self.0.with(|state| state.requests)
    }

    /// Whole seconds until it goes on, by the clock of this moment.
    pub fn seconds_left(self) -> u32 {
        let left = self.0.with(|state| state.until) - js_sys::Date::now();
        (left / 1000.0).ceil().max(0.0) as u32
    }

    /// Ends the pause for everyone; what waits gives up.
    pub fn stop(self) {
        self.0.update(|state| state.stops += 1);
    }

    /// Waits `seconds`, and longer when the account meanwhile asked for more. False when somebody stopped it.
    pub(super) async fn wait(self, seconds: u32) -> bool {
        let asked_until = js_sys::Date::now() + f64::from(seconds) * 1000.0;
        let Some(stops) = self.0.try_update(|state| {
            state.requests += 1;
            state.until = state.until.max(asked_until);
            state.stops
        }) else {
            return false;
        };
        let _waits = Waits(self.0);
        loop {
            let Some(state) = self.0.try_get_untracked() else { return false };
            if state.stops != stops {
                return false;
            }
            if js_sys::Date::now() >= state.until {
                return true;
            }
            TimeoutFuture::new(TICK).await;
        }
    }
}
