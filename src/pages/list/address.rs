//! The list's search, filters and sort in the page's address, so that reload, back and a shared link show the same.

use leptos::prelude::*;

use super::{Listing, Query};
use crate::{
    store::Collection,
    ui::{Effect, Router},
};

/// The query, and how to change it.
#[derive(Debug)]
pub(crate) struct Address<Q: Query> {
    /// What the list shows now.
    pub(crate) query: RwSignal<Q>,
    path: &'static str,
    router: Router,
}

impl<Q: Query> Clone for Address<Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: Query> Copy for Address<Q> {}

impl<Q: Query> Address<Q> {
    /// Follows the address as long as the page is shown.
    pub(crate) fn follow<T: Listing<Query = Q>>(collection: Collection<T>) -> Self {
        let router = Router::expect();
        let path = T::PATH;
        let read = move || Q::read(&router.parameters());
        let query = RwSignal::new(untrack(read));
        Effect::new(move |_| {
            // On the way to another page its address is not the list's.
            if router.path().trim_end_matches('/') != path {
                return;
            }
            let read = read();
            if query.with_untracked(|query| *query != read) {
                query.set(read);
            }
        });
        Effect::new(move |_| collection.last_search.set(query.with(search)));
        Self { query, path, router }
    }

    fn here(self) -> String {
        format!("{}{}", self.path, self.query.with_untracked(search))
    }

    /// Changes the query as a step of its own in the history.
    pub(crate) fn change(self, change: impl FnOnce(&mut Q)) {
        self.query.update(change);
        self.router.step(&self.here());
    }

    /// Changes what is searched for; typing is no step in the history.
    pub(crate) fn search_for(self, text: String) {
        self.query.update(|query| query.set_text(text));
        self.router.replace(&self.here());
    }

    /// Shows everything, in the order it is in.
    pub(crate) fn clear(self) {
        self.change(|query| {
            let sort = query.sort();
            *query = Q::default();
            query.set_sort(sort);
        });
    }
}

/// The query as the part of an address from `?` on; empty when nothing is set.
fn search(query: &impl Query) -> String {
    let pairs: Vec<String> = query
        .write()
        .into_iter()
        .map(|(key, value)| format!("{key}={}", js_sys::encode_uri_component(&value)))
        .collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}
