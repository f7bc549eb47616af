//! How many articles use each group, and what there is to say about their counting.

use guidepost_model::PermissionGroupId;
use leptos::prelude::*;

use crate::{
    store::{Articles, Counting},
    ui::{Icon, Symbol, live},
};

/// The API shows the articles of one brand's help center at a time.
pub(super) const SCOPE: &str = "Articles of this brand only";

/// The number of one group's articles in the table.
#[component]
pub(super) fn ArticleCount(id: PermissionGroupId) -> impl IntoView {
    let articles = Articles::expect();
    // What is said of it is the same for page after page that is read.
    let known = Memo::new(move |_| {
        let waits = matches!(articles.counting(), Counting::Idle | Counting::Quietly);
        (articles.of(id), waits)
    });
    live(move || match known.get() {
        (Some(0), _) => view! { <span class="muted">"0"</span> }.into_any(),
        (Some(count), _) => grouped(count).into_any(),
        (None, true) => view! { <span class="skeleton" aria-hidden="true"></span> }.into_any(),
        (None, false) => view! {
            <span class="none" title="Not known" aria-hidden="true">
                "–"
            </span>
            <span class="sr-only">"not known"</span>
        }
        .into_any(),
    })
}

/// The same in words, where there is no column for it.
pub(crate) fn in_words(articles: Articles, id: PermissionGroupId) -> Option<String> {
    Some(match articles.of(id)? {
        0 => "no article".to_owned(),
        1 => "1 article".to_owned(),
        many => format!("{} articles", grouped(many)),
    })
}

/// What the numbers are, and how to come by them.
#[component]
pub(crate) fn ArticlesNote() -> impl IntoView {
    let articles = Articles::expect();
    live(move || match articles.counting() {
        Counting::Idle => ().into_any(),
        Counting::Quietly => view! { <Note>"Counting articles…"</Note> }.into_any(),
        Counting::Complete => view! { <Note>{SCOPE}</Note> }.into_any(),
        Counting::Waiting => {
            let label = match articles.total() {
                Some(total) => format!("Count {} articles", grouped(total)),
                None => "Count articles".to_owned(),
            };
            view! {
                <Note>{SCOPE}</Note>
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

#[component]
fn Note(children: Children) -> impl IntoView {
    view! { <span class="articles-note">{children()}</span> }
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    js_sys::Number::from(number as f64).to_locale_string("en-GB").into()
}
