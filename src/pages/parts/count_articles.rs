//! How the articles come to be counted: on their own where they are few, by a button where they are many.

use guidepost_model::visible_text;
use leptos::prelude::*;

use crate::{
    store::{Articles, Counting, Reach},
    ui::{Icon, Symbol, live},
};

/// The API shows the articles of one brand's help center at a time.
pub(crate) const SCOPE: &str = "Articles of this brand only";

/// Where the count stands, and what the user can do about it. Nothing once it is complete.
#[component]
pub(crate) fn CountArticles() -> impl IntoView {
    let articles = Articles::expect();
    live(move || match articles.counting() {
        Counting::Idle => ().into_any(),
        Counting::Quietly => view! {
            <span class="articles-note progress-note" role="status">
                <span class="spinner" aria-hidden="true"></span>
                "Counting articles…"
            </span>
        }
        .into_any(),
        Counting::Complete if articles.is_fresh() => ().into_any(),
        Counting::Complete | Counting::Waiting => {
            let label = match articles.total() {
                Some(total) => format!("Count {} articles", grouped(total)),
                None => "Count articles".to_owned(),
            };
            view! {
                <button type="button" class="btn btn--s" on:click=move |_| articles.count()>
                    {label}
                </button>
            }
            .into_any()
        }
        Counting::Asked(read) => {
            let of = articles.total().map(|total| format!(" of {}", grouped(total)));
            view! {
                <span class="articles-note progress-note">
                    <span class="spinner" aria-hidden="true"></span>
                    {format!("Counting articles… {}{}", grouped(read), of.unwrap_or_default())}
                </span>
                <button type="button" class="btn btn--s" on:click=move |_| articles.stop()>
                    "Stop"
                </button>
            }
            .into_any()
        }
        Counting::Failed(failure) => view! {
            <span class="articles-note articles-note--failed" role="status">
                <Icon symbol=Symbol::Error/>
                <span>{format!("Couldn’t count articles. {failure}")}</span>
            </span>
            <button type="button" class="btn btn--s" on:click=move |_| articles.retry()>
                <Icon symbol=Symbol::Refresh/>
                "Retry"
            </button>
        }
        .into_any(),
    })
}

/// That the numbers leave out other brands, where they do.
#[component]
pub(crate) fn CountScope() -> impl IntoView {
    let articles = Articles::expect();
    live(move || {
        let partial = match articles.counting() {
            Counting::Complete => articles.reach() != Reach::Everywhere,
            Counting::Waiting => true,
            Counting::Idle | Counting::Quietly | Counting::Asked(_) | Counting::Failed(_) => false,
        };
        partial.then(|| view! { <span class="articles-note">{SCOPE}</span> })
    })
}

/// Which brands a count left out; nothing where it left out none.
pub(crate) fn brands_left_out(reach: &Reach) -> Option<String> {
    match reach {
        Reach::Everywhere => None,
        Reach::Without(names) if names.is_empty() => {
            Some("Articles of other brands weren’t checked".to_owned())
        }
        Reach::Without(names) => Some(format!(
            "Articles of other brands weren’t checked ({})",
            visible_text(&names.join(", "))
        )),
        Reach::Unknown => Some("Articles of other brands, if any, weren’t checked".to_owned()),
    }
}

/// A number with its thousands apart.
pub(crate) fn grouped(number: usize) -> String {
    let language = window().navigator().language().unwrap_or_else(|| "en".to_owned());
    js_sys::Number::from(number as f64).to_locale_string(&language).into()
}
