//! What the matrix shows, in the page's address: reload, back and a shared link show the same.

use guidepost_model::MatrixQuery;
use leptos::prelude::*;

use crate::ui::{Effect, Router};

pub(super) const PATH: &str = "/permission-groups/matrix";

/// The query, and how to change it.
#[derive(Clone, Copy)]
pub(super) struct Address {
    /// What the matrix shows now.
    pub(super) query: RwSignal<MatrixQuery>,
    router: Router,
}

impl Address {
    /// Follows the address as long as the page is shown.
    pub(super) fn follow() -> Self {
        let router = Router::expect();
        let read = move || {
            let parameters = router.parameters();
            MatrixQuery::from_parameters(
                parameters.iter().map(|(key, value)| (key.as_str(), value.as_str())),
            )
        };
        let query = RwSignal::new(untrack(read));
        Effect::new(move |_| {
            // On the way to another page its address is not the matrix's.
            if router.path().trim_end_matches('/') == PATH {
                let read = read();
                if query.with_untracked(|query| *query != read) {
                    query.set(read);
                }
            }
        });
        Self { query, router }
    }

    /// Changes a filter as a step of its own in the history.
    pub(super) fn change(self, change: impl FnOnce(&mut MatrixQuery)) {
        self.query.update(change);
        self.router.step(&self.here());
    }

    /// Changes what is searched for; typing is no step in the history.
    pub(super) fn search(self, change: impl FnOnce(&mut MatrixQuery)) {
        self.query.update(change);
        self.router.replace(&self.here());
    }

    fn here(self) -> String {
        let pairs: Vec<String> = self
            .query
            .with_untracked(MatrixQuery::to_parameters)
            .into_iter()
            .map(|(key, value)| format!("{key}={}", js_sys::encode_uri_component(&value)))
            .collect();
        let search = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
        format!("{PATH}{search}")
    }
}
