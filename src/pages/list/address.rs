//! What a page shows, such as a list's search, filters and sort, in the page's address, so that reload, back and a shared link show the same.

use leptos::prelude::*;

use super::{ListQuery, Listing, Query};
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
    /// Follows the address of a page as long as it is shown.
    pub(crate) fn follow(path: &'static str) -> Self {
        let router = Router::expect();
        let read = move || Q::read(&router.parameters());
        let query = RwSignal::new(untrack(read));
        Effect::new(move |_| {
            // On the way to another page its address is not this one's.
            if router.path().trim_end_matches('/') != path {
                return;
            }
            let read = read();
            if query.with_untracked(|query| *query != read) {
                query.set(read);
            }
        });
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
    pub(crate) fn search(self, change: impl FnOnce(&mut Q)) {
        self.query.update(change);
        self.router.replace(&self.here());
    }
}

impl<Q: ListQuery> Address<Q> {
    /// Follows the address of a list, which remembers it to come back to.
    pub(crate) fn of_list<T: Listing<Query = Q>>(collection: Collection<T>) -> Self {
        let address = Self::follow(T::PATH);
        Effect::new(move |_| collection.last_search.set(address.query.with(search)));
        address
    }

    /// Searches for something else.
    pub(crate) fn search_for(self, text: String) {
        self.search(|query| query.set_text(text));
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
