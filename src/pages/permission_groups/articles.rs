//! How many articles use each group, and what there is to say about their counting.

use guidepost_model::PermissionGroupId;
use leptos::prelude::*;

use crate::{
    pages::parts::Piece,
    store::{Articles, Counting},
    ui::{Icon, Symbol, live},
};

/// The API shows the articles of one brand's help center at a time.
pub(super) const SCOPE: &str = "Articles of this brand only";

/// The number of one group's articles in the table. Tracks.
pub(super) fn count_in_cell(articles: Articles, id: PermissionGroupId) -> Vec<Piece> {
    match articles.of(id) {
        Some(0) => vec![Piece::Span("muted", "0".to_owned())],
        Some(count) => vec![Piece::Text(grouped(count))],
        None if matches!(articles.counting(), Counting::Idle | Counting::Quietly) => {
            vec![Piece::Mute("skeleton", String::new(), "")]
        }
        None => vec![
            Piece::Mute("none", "–".to_owned(), "Not known"),
            Piece::Span("sr-only", "not known".to_owned()),
        ],
    }
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
