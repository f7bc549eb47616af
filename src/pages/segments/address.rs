//! The list's search, filters and sort in the page's address, so that reload, back and a shared link show the same.

use guidepost_model::SegmentQuery;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};

use crate::store::Segments;

/// The query, and how to change it.
#[derive(Clone, Copy)]
pub(super) struct Address {
    /// What the list shows now.
    pub(super) query: RwSignal<SegmentQuery>,
    go: Callback<(String, bool)>,
}

impl Address {
    /// Follows the address as long as the page is shown.
    pub(super) fn follow(segments: Segments) -> Self {
        let map = use_query_map();
        let read = move || {
            map.with(|map| {
                let pairs: Vec<(String, String)> =
                    map.clone().into_iter().map(|(key, value)| (key.into_owned(), value)).collect();
                SegmentQuery::from_parameters(
                    pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())),
                )
            })
        };
        let query = RwSignal::new(untrack(read));
        Effect::new(move |_| {
            let read = read();
            if query.with_untracked(|query| *query != read) {
                query.set(read);
            }
        });
        Effect::new(move |_| segments.last_search.set(query.with(search)));
        let navigate = use_navigate();
        let go = Callback::new(move |(search, replace): (String, bool)| {
            let options =
                NavigateOptions { replace, scroll: false, resolve: false, ..Default::default() };
            navigate(&format!("/segments{search}"), options);
        });
        Self { query, go }
    }

    /// Changes the query as a step of its own in the history.
    pub(super) fn change(self, change: impl FnOnce(&mut SegmentQuery)) {
        self.query.update(change);
        self.go.run((self.query.with_untracked(search), false));
    }

    /// Changes what is searched for; typing is no step in the history.
    pub(super) fn search_for(self, text: String) {
        self.query.update(|query| query.text = text);
        self.go.run((self.query.with_untracked(search), true));
    }

    /// Shows everything, in the order it is in.
    pub(super) fn clear(self) {
        self.change(|query| *query = SegmentQuery { sort: query.sort, ..SegmentQuery::default() });
    }
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
