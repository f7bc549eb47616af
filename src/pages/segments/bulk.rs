//! What can be done with the selected segments, floating above the bottom while there are some.

use std::sync::Arc;

use guidepost_model::UserSegment;
use leptos::prelude::*;

use super::Selection;
use crate::{
    pages::{delete::Deletion, list::Found},
    store::Segments,
    ui::{Effect, Icon, Show, Symbol, live},
};

#[component]
pub(super) fn BulkBar(found: Memo<Found<UserSegment>>, selection: Selection) -> impl IntoView {
    let deletion = Deletion::expect();
    let segments = Segments::expect();
    // What was deleted is no longer selected.
    Effect::new(move |_| {
        let all = segments.all();
        let gone = selection
            .ids
            .with_untracked(|ids| ids.iter().any(|id| all.iter().all(|segment| segment.id != *id)));
        if gone {
            selection.ids.update(|ids| {
                ids.retain(|id| all.iter().any(|segment| segment.id == *id));
            });
        }
    });
    let count = Memo::new(move |_| selection.ids.with(std::collections::HashSet::len));
    let hidden = move || {
        let ids = selection.ids.get();
        found.with(|found| {
            ids.len() - found.iter().filter(|segment| ids.contains(&segment.id)).count()
        })
    };
    let delete = move |_| {
        let ids = selection.ids.get_untracked();
        let chosen: Vec<Arc<UserSegment>> = untrack(|| segments.all())
            .into_iter()
            .filter(|segment| ids.contains(&segment.id) && !segment.built_in)
            .collect();
        found.with_untracked(|found| {
            let hidden = |segment: &UserSegment| found.iter().all(|row| row.id != segment.id);
            deletion.ask_about_selection(&chosen, hidden);
        });
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <div
                class="bulk-bar"
                role="region"
                aria-label=move || format!("Actions for {} selected segments", count.get())
            >
                <span class="bulk-bar__count" role="status">
                    {live(move || match hidden() {
                        0 => format!("{} selected", count.get()),
                        hidden => format!("{} selected, {hidden} hidden by filters", count.get()),
                    })}
                </span>
                <span class="bulk-bar__rule"></span>
                <button type="button" class="btn btn--ghost-danger" on:click=delete>
                    <Icon symbol=Symbol::Trash/>
                    "Delete…"
                </button>
                <span class="bulk-bar__rule"></span>
                <button
                    type="button"
                    class="btn btn--ghost btn--icon"
                    aria-label="Clear selection"
                    on:click=move |_| selection.clear()
                >
                    <Icon symbol=Symbol::X/>
                </button>
            </div>
        </Show>
    }
}
