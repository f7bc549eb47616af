//! Who is in a segment, as a sentence with chips in it.

use guidepost_model::{Detail, Item, Part, SegmentDraft, Sentence, describe, visible_text};
use leptos::prelude::*;

use super::ItemChip;
use crate::store::Names;

/// The sentence of a segment. As a line it carries the whole sentence as its tooltip.
#[component]
pub fn Rule(
    /// Which segment.
    draft: SegmentDraft,
    /// A table's line, or prose.
    detail: Detail,
    /// What was added and is not yet saved.
    #[prop(optional)]
    added: Vec<Item>,
) -> impl IntoView {
    let sentence = describe(&draft, detail);
    let names = Names::expect();
    let title = (detail == Detail::Line).then(|| {
        let full = describe(&draft, Detail::Prose);
        move || full.to_text(|item| visible_text(&names.text(item)))
    });
    match detail {
        Detail::Line => view! {
            <p class="rule rule--line" title=title>
                {parts(sentence, &added)}
            </p>
        }
        .into_any(),
        Detail::Prose => view! { <SentenceLine sentence added/> }.into_any(),
    }
}

/// A sentence in prose, with chips in it.
#[component]
pub fn SentenceLine(
    /// What it says.
    sentence: Sentence,
    /// What was added and is not yet saved.
    #[prop(optional)]
    added: Vec<Item>,
) -> impl IntoView {
    view! { <p class="rule rule--prose">{parts(sentence, &added)}</p> }
}

fn parts(sentence: Sentence, added: &[Item]) -> Vec<AnyView> {
    sentence
        .0
        .into_iter()
        .map(|part| match part {
            Part::Text(text) => text.into_any(),
            Part::Strong(text) => view! { <b>{text}</b> }.into_any(),
            Part::Item(item) => {
                let added = added.contains(&item);
                view! { <ItemChip item added/> }.into_any()
            }
        })
        .collect()
}
