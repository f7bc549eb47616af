//! What can be done with the selected segments: duplicate, export, delete. All of it is in the dialogs' chunk, the bar too.

mod bar;
mod copies;
mod delete;
mod duplicate;
mod export;

use std::sync::Arc;

use guidepost_model::UserSegment;
use leptos::prelude::*;
use rustc_hash::FxHashSet;

use super::Selection;
use crate::{
    chunks,
    pages::list::Found,
    store::Segments,
    ui::{Lazy, Show, Toasts, live},
};
pub use bar::BulkBar;
use delete::DeleteSelection;
use duplicate::DuplicateDialog;
use export::ExportDialog;

/// What is being done with the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Nothing,
    Delete,
    /// Copies are being made.
    Duplicate,
    /// The kind of file is being chosen.
    Export,
}

/// The selection, and what is being done with it. For the page's components, and for those in the chunk.
#[derive(Clone, Copy)]
pub(super) struct Bulk {
    segments: Segments,
    found: Memo<Found<UserSegment>>,
    selection: Selection,
    deed: RwSignal<Deed>,
}

impl Bulk {
    pub(super) fn new(
        segments: Segments,
        found: Memo<Found<UserSegment>>,
        selection: Selection,
    ) -> Self {
        Self { segments, found, selection, deed: RwSignal::new(Deed::Nothing) }
    }

    /// Takes a key that concerns the selection; true when it did.
    pub(super) fn act(self, key: &str) -> bool {
        let deletes = matches!(key, "Delete" | "#") && !self.selection.is_empty();
        if deletes {
            self.deed.set(Deed::Delete);
        }
        deletes
    }

    /// The selected segments: those that are listed in their order, then the others.
    fn chosen(self) -> Vec<Arc<UserSegment>> {
        let ids = self.selection.ids.get_untracked();
        let mut chosen: Vec<Arc<UserSegment>> = self.found.with_untracked(|found| {
            found.iter().filter(|segment| ids.contains(&segment.id)).cloned().collect()
        });
        for segment in untrack(|| self.segments.all()) {
            if ids.contains(&segment.id) && chosen.iter().all(|other| other.id != segment.id) {
                chosen.push(segment);
            }
        }
        chosen
    }

    fn end(self) {
        self.deed.try_set(Deed::Nothing);
    }
}

/// Where the bar shows, while something is selected.
#[component]
pub(super) fn BulkBarPlace(bulk: Bulk) -> impl IntoView {
    let some = Memo::new(move |_| !bulk.selection.ids.with(FxHashSet::is_empty));
    let failed = not_loaded(bulk);
    view! {
        <Show when=move || some.get()>
            <Lazy load=chunks::bulk_bar failed/>
        </Show>
    }
}

/// Where the dialogs show.
#[component]
pub(super) fn BulkDeedPlace(bulk: Bulk) -> impl IntoView {
    let failed = not_loaded(bulk);
    view! {
        <Show when=move || bulk.deed.get() != Deed::Nothing>
            <Lazy load=chunks::bulk_deed failed/>
        </Show>
    }
}

fn not_loaded(bulk: Bulk) -> Callback<Callback<()>, AnyView> {
    let toasts = Toasts::expect();
    Callback::new(move |_| {
        bulk.end();
        let text = "The actions for selected segments couldn’t be loaded. Check the connection.";
        toasts.fail(text, None);
        ().into_any()
    })
}

/// What is being done, in the chunk.
#[component]
pub fn BulkDeed() -> impl IntoView {
    let bulk: Bulk = expect_context();
    live(move || match bulk.deed.get() {
        Deed::Nothing => ().into_any(),
        Deed::Delete => view! { <DeleteSelection bulk/> }.into_any(),
        Deed::Duplicate => view! { <DuplicateDialog bulk/> }.into_any(),
        Deed::Export => view! { <ExportDialog bulk/> }.into_any(),
    })
}
