//! Looking for suggestions: after a moment's rest, one request at a time, the one before aborted.

use std::{future::Future, pin::Pin, rc::Rc};

use futures_util::future::{AbortHandle, Abortable};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::{super::Lifetime, Choice};

/// Milliseconds of rest before a request.
const DEBOUNCE: u32 = 250;

/// Suggestions for a text.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// What matches.
    pub choices: Vec<Choice>,
    /// True when there are more than these.
    pub more: bool,
}

type Lookup = Pin<Box<dyn Future<Output = Result<Found, String>>>>;

/// A way to look suggestions up; the error is a sentence. Lives as long as the component that made it.
#[derive(Clone, Copy)]
pub struct Find {
    lookup: StoredValue<Rc<dyn Fn(String) -> Lookup>, LocalStorage>,
    /// Asks somewhere else: waits until typing rests.
    remote: bool,
}

impl Find {
    /// Looks up with an asynchronous function.
    pub fn new<F>(find: impl Fn(String) -> F + 'static) -> Self
    where
        F: Future<Output = Result<Found, String>> + 'static,
    {
        let lookup: Rc<dyn Fn(String) -> Lookup> = Rc::new(move |text| Box::pin(find(text)));
        Self { lookup: StoredValue::new_local(lookup), remote: true }
    }

    /// The same, among what is known already: answers while one types.
    pub fn local(self) -> Self {
        Self { remote: false, ..self }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Status {
    TooShort,
    Searching,
    Found { more: bool },
    Failed(String),
}

#[derive(Clone, Copy)]
pub(super) struct Search {
    pub(super) options: RwSignal<Vec<Choice>>,
    pub(super) status: RwSignal<Status>,
    /// What the options were found for, to mark it in them.
    pub(super) sought: RwSignal<String>,
    find: Find,
    running: StoredValue<Option<AbortHandle>>,
    lifetime: Lifetime,
}

impl Search {
    pub(super) fn new(find: Find) -> Self {
        let search = Self {
            options: RwSignal::new(Vec::new()),
            status: RwSignal::new(Status::TooShort),
            sought: RwSignal::new(String::new()),
            find,
            running: StoredValue::new(None),
            lifetime: Lifetime::here(),
        };
        on_cleanup(move || search.cancel());
        search
    }

    /// Gives up the lookup that is under way; its request is aborted with it.
    pub(super) fn cancel(self) {
        let running = self.running.try_update_value(Option::take).flatten();
        if let Some(running) = running {
            running.abort();
        }
    }

    pub(super) fn too_short(self) {
        self.cancel();
        self.options.set(Vec::new());
        self.status.set(Status::TooShort);
    }

    /// Looks `text` up, after a moment if `wait`; `then` learns how many options there are.
    pub(super) fn start(self, text: String, wait: bool, then: impl FnOnce(usize) + 'static) {
        self.cancel();
        let (handle, registration) = AbortHandle::new_pair();
        self.running.set_value(Some(handle));
        self.status.set(Status::Searching);
        let lookup = async move {
            if wait && self.find.remote {
                TimeoutFuture::new(DEBOUNCE).await;
            }
            let Some(find) = self.find.lookup.try_get_value() else { return };
            let found = find(text.clone()).await;
            let (options, status) = match found {
                Ok(found) => (found.choices, Status::Found { more: found.more }),
                Err(why) => (Vec::new(), Status::Failed(why)),
            };
            let count = options.len();
            self.sought.try_set(text);
            self.options.try_set(options);
            self.status.try_set(status);
            then(count);
        };
        self.lifetime.spawn(async move {
            let _ = Abortable::new(lookup, registration).await;
        });
    }
}
