//! The list's search, filters and sort in the page's address, so that reload, back and a shared link show the same.

use guidepost_model::SegmentQuery;
use leptos::prelude::*;

use crate::{
    store::Segments,
    ui::{Effect, Router},
};

/// The query, and how to change it.
#[derive(Clone, Copy)]
pub(super) struct Address {
    /// What the list shows now.
    pub(super) query: RwSignal<SegmentQuery>,
    router: Router,
}

impl Address {
    /// Follows the address as long as the page is shown.
    pub(super) fn follow(segments: Segments) -> Self {
        let router = Router::expect();
        let read = move || {
            let parameters = router.parameters();
            SegmentQuery::from_parameters(
                parameters.iter().map(|(key, value)| (key.as_str(), value.as_str())),
            )
        };
        let query = RwSignal::new(untrack(read));
        Effect::new(move |_| {
            // On the way to another page its address is not the list's.
            if !is_of_list(&router.path()) {
                return;
            }
            let read = read();
            if query.with_untracked(|query| *query != read) {
                query.set(read);
            }
        });
        Effect::new(move |_| segments.last_search.set(query.with(search)));
        Self { query, router }
    }

    fn here(self) -> String {
        format!("/segments{}", self.query.with_untracked(search))
    }

    /// Changes the query as a step of its own in the history.
    pub(super) fn change(self, change: impl FnOnce(&mut SegmentQuery)) {
        self.query.update(change);
        self.router.step(&self.here());
    }

    /// Changes what is searched for; typing is no step in the history.
    pub(super) fn search_for(self, text: String) {
        self.query.update(|query| query.text = text);
        self.router.replace(&self.here());
    }

    /// Shows everything, in the order it is in.
    pub(super) fn clear(self) {
        self.change(|query| *query = SegmentQuery { sort: query.sort, ..SegmentQuery::default() });
    }
}

fn is_of_list(path: &str) -> bool {
    matches!(path.trim_end_matches('/'), "" | "/segments")
}

/// The query as the part of an address from `?` on; empty when nothing is set.
fn search(query: &SegmentQuery) -> String {
    let pairs: Vec<String> = query
        .to_parameters()
        .into_iter()
        .map(|(key, value)| format!("{key}={}", js_sys::encode_uri_component(&value)))
        .collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}
