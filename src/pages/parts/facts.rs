//! What there is to know of an object that can only be read: its id, what it is, and since when.

use guidepost_model::Timestamp;
use leptos::prelude::*;

use crate::ui::time;

/// A section of a panel.
#[component]
pub(crate) fn Facts(
    id: u64,
    /// What it is.
    what: &'static str,
    created: Option<Timestamp>,
    updated: Option<Timestamp>,
) -> impl IntoView {
    let fact = |term: &'static str, words: String| {
        view! {
            <div>
                <dt>{term}</dt>
                <dd>{words}</dd>
            </div>
        }
    };
    let times = [("Created", created), ("Updated", updated)]
        .into_iter()
        .filter_map(|(term, moment)| Some(fact(term, time::full(moment?))))
        .collect_view();
    view! {
        <section class="panel__section" aria-labelledby="panel-facts">
            <div class="panel__head">
                <h2 class="panel__title" id="panel-facts">
                    "Details"
                </h2>
            </div>
            <dl class="facts facts--row">
                {fact("Type", what.to_owned())} {fact("ID", id.to_string())} {times}
            </dl>
        </section>
    }
}
