//! What a first visit does not wait for. With the feature `split`, `cargo xtask build` cuts each chunk out of the app's
//! wasm into a file of its own; it is fetched when it is first shown, or before that when there is nothing else to do.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use futures_util::future::join;
use leptos::prelude::*;

use crate::{
    pages::{
        BulkBar, BulkDeed, DeleteDialog, LeftoverDeletions, MatrixPage, NewPermissionGroupPage,
        NewSegmentPage, PermissionGroupPage, PermissionGroupsPage, SegmentPage,
    },
    shell::{SheetDialog, SignIn},
    store::{Progress, Segments},
    ui::{Chunk, Effect, Loading, NotLoaded, after, later_styles, spawn_for_app},
};

/// `chunk!(file: name => view)` is a function `name` that fetches `file` and gives the view. What only the view needs
/// goes into the file.
macro_rules! chunk {
    ($file:ident: $name:ident => $view:expr) => {
        pub(crate) fn $name() -> Loading {
            #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($file, fallible))]
            fn $name() -> Result<Chunk, NotLoaded> {
                Ok(|| $view.into_any())
            }
            #[cfg(feature = "split")]
            return dressed(Box::pin($name()));
            #[cfg(not(feature = "split"))]
            return dressed(Box::pin(std::future::ready($name())));
        }
    };
}

/// The chunk, once its styles are here too.
fn dressed(chunk: Loading) -> Loading {
    Box::pin(async {
        let (chunk, styles) = join(chunk, later_styles()).await;
        styles.and(chunk)
    })
}

chunk!(segment: segment_page => view! { <SegmentPage/> });
chunk!(segment: new_segment_page => view! { <NewSegmentPage/> });
chunk!(groups: permission_groups_page => view! { <PermissionGroupsPage/> });
chunk!(groups: matrix_page => view! { <MatrixPage/> });
chunk!(groups: permission_group_page => view! { <PermissionGroupPage/> });
chunk!(groups: new_permission_group_page => view! { <NewPermissionGroupPage/> });
chunk!(dialogs: delete_dialog => view! { <DeleteDialog/> });
chunk!(dialogs: leftover_deletions => view! { <LeftoverDeletions/> });
chunk!(dialogs: bulk_bar => view! { <BulkBar/> });
chunk!(dialogs: bulk_deed => view! { <BulkDeed/> });
chunk!(dialogs: sheet => view! { <SheetDialog/> });
chunk!(dialogs: sign_in => view! { <SignIn/> });

/// What the first screen still does once its list is there.
const SETTLING: Duration = Duration::from_millis(300);

/// Fetches the chunks once the list is there: what is opened from it then opens at once, even without a connection.
pub(crate) fn fetch_early(segments: Segments) {
    static BEGUN: AtomicBool = AtomicBool::new(false);
    Effect::new(move |_| {
        if segments.progress() == Progress::Loading || BEGUN.swap(true, Ordering::Relaxed) {
            return;
        }
        after(SETTLING, || {
            for load in [segment_page, delete_dialog, permission_groups_page] {
                // Whoever needs a chunk that did not come asks for it again, and says so then.
                spawn_for_app(async move {
                    let _ = load().await;
                });
            }
        });
    });
}
