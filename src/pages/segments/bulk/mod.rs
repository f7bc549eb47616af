//! What can be done with the selected segments: export, delete. The bar offers it; the dialogs are in a chunk.

mod bar;
mod export;

use std::sync::Arc;

use guidepost_model::UserSegment;
use leptos::prelude::*;

use super::Selection;
use crate::{
    chunks,
    pages::{delete::Deletion, list::Found},
    store::Segments,
    ui::{Lazy, Show, Toasts},
};
pub(super) use bar::BulkBar;
pub use export::ExportDialog;

/// What is being done with the selection.
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    Idle,
    /// Its file is being chosen.
    Export(Vec<Arc<UserSegment>>),
}

/// The selection, and what is being done with it. For the page's components, and for the dialogs in their chunk.
#[derive(Clone, Copy)]
pub(super) struct Bulk {
    segments: Segments,
    found: Memo<Found<UserSegment>>,
    selection: Selection,
    deletion: Deletion,
    stage: RwSignal<Stage>,
}

impl Bulk {
    pub(super) fn new(
        segments: Segments,
        found: Memo<Found<UserSegment>>,
        selection: Selection,
    ) -> Self {
        let deletion = Deletion::expect();
        Self { segments, found, selection, deletion, stage: RwSignal::new(Stage::Idle) }
    }

    /// Takes a key that concerns the selection; true when it did.
    pub(super) fn act(self, key: &str) -> bool {
        let deletes = matches!(key, "Delete" | "#") && !self.selection.is_empty();
        if deletes {
            self.delete();
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

    fn delete(self) {
        let chosen: Vec<_> =
            self.chosen().into_iter().filter(|segment| !segment.built_in).collect();
        self.found.with_untracked(|found| {
            let hidden = |segment: &UserSegment| found.iter().all(|row| row.id != segment.id);
            self.deletion.ask_about_selection(&chosen, hidden);
        });
    }

    fn export(self) {
        self.stage.set(Stage::Export(self.chosen()));
    }

    fn close(self) {
        self.stage.try_set(Stage::Idle);
    }
}

/// Where the dialogs show.
#[component]
pub(super) fn BulkDialogs(bulk: Bulk) -> impl IntoView {
    let toasts = Toasts::expect();
    let failed = Callback::new(move |_| {
        bulk.close();
        toasts.fail("The export couldn’t be loaded. Check the connection.", None);
        ().into_any()
    });
    view! {
        <Show when=move || matches!(bulk.stage.get(), Stage::Export(_))>
            <Lazy load=chunks::export_dialog failed/>
        </Show>
    }
}
