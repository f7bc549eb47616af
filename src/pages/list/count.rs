//! How many there are, below the rows: all, those that are found, or those that have arrived.

use leptos::prelude::*;

use super::{Found, Listing};
use crate::{
    pages::parts::count_of,
    store::{Collection, Progress},
    ui::live,
};

#[component]
pub(crate) fn Count<T: Listing>(
    /// All of them.
    collection: Collection<T>,
    /// Those that are listed.
    found: Memo<Found<T>>,
) -> impl IntoView {
    live(move || {
        let (shown, all) = (found.with(Vec::len), collection.all().len());
        let noun = T::KIND.noun();
        match collection.progress() {
            Progress::Loading => view! {
                <span class="progress-note" role="status">
                    <span class="spinner" aria-hidden="true"></span>
                    {format!("Loading… {all} so far")}
                </span>
            }
            .into_any(),
            _ if shown == all => {
                view! { <span role="status">{count_of(all, noun)} ", built-ins first"</span> }
                    .into_any()
            }
            _ => view! { <span role="status">{format!("{shown} of {all} {noun}s")}</span> }
                .into_any(),
        }
    })
}
