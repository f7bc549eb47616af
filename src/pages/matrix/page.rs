//! The page around the matrix, and what stands in its place.

use guidepost_model::{ErrorKind, Locked, MatrixQuery, Plan};
use leptos::prelude::*;

use super::{
    Address,
    axes::Axes,
    board::Board,
    grid::Grid,
    history::{Undone, undo_by_key},
    paper::Paper,
    saving::Saving,
    toolbar::{ShownCount, Toolbar},
};
use crate::{
    pages::{
        list::NoAccess,
        parts::FailureBanner,
        permission_groups::{GroupsHead, GroupsView},
    },
    store::{Articles, PermissionGroups, Progress, Segments},
    ui::{Banner, Empty, Icon, Show, Symbol, live, time},
};

/// `/permission-groups/matrix`
#[component]
pub fn MatrixPage() -> impl IntoView {
    let (segments, groups) = (Segments::expect(), PermissionGroups::expect());
    segments.ensure();
    groups.ensure();
    Articles::expect().ensure();
    let address = Address::follow("/permission-groups/matrix");
    let board = Board::open();
    let axes = Axes::follow(address, board);
    undo_by_key(board);
    let shows = Memo::new(move |_| Shows::now(segments, groups));
    view! {
        <div class="page__body">
            <GroupsHead view=GroupsView::Matrix/>
            <Restored board/>
            {live(move || trouble(segments, groups))}
            {live(move || match shows.get() {
                Shows::Outline => view! { <Outline/> }.into_any(),
                Shows::Nothing => ().into_any(),
                Shows::Matrix => view! { <Content board address axes/> }.into_any(),
            })}
        </div>
        <Saving board/>
    }
}

/// What stands where the matrix goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// The lists are on their way.
    Outline,
    /// One of them failed, and nothing of it had arrived before.
    Nothing,
    /// What has arrived.
    Matrix,
}

impl Shows {
    fn now(segments: Segments, groups: PermissionGroups) -> Self {
        let part = |empty: bool, progress: Progress| match progress {
            Progress::Failed(_) if empty => Self::Nothing,
            Progress::Loading if empty => Self::Outline,
            _ => Self::Matrix,
        };
        let of_segments = part(segments.all().is_empty(), segments.progress());
        let of_groups = part(groups.all().is_empty(), groups.progress());
        match (of_segments, of_groups) {
            (Self::Nothing, _) | (_, Self::Nothing) => Self::Nothing,
            (Self::Outline, _) | (_, Self::Outline) => Self::Outline,
            (Self::Matrix, Self::Matrix) => Self::Matrix,
        }
    }
}

/// What keeps the matrix from being complete.
fn trouble(segments: Segments, groups: PermissionGroups) -> AnyView {
    let failures = [
        (segments.progress(), Callback::new(move |()| segments.reload()), "segments"),
        (groups.progress(), Callback::new(move |()| groups.reload()), "permission groups"),
    ];
    failures
        .into_iter()
        .filter_map(|(progress, retry, what)| match progress {
            Progress::Failed(failure) if failure.kind() == Some(ErrorKind::Forbidden) => {
                Some(view! { <NoAccess/> }.into_any())
            }
            Progress::Failed(failure) => {
                let note = format!("Not all {what} could be loaded.");
                Some(
                    view! {
                        <div class="page__banner">
                            <FailureBanner failure note retry/>
                        </div>
                    }
                    .into_any(),
                )
            }
            Progress::Loading | Progress::Complete => None,
        })
        // One refusal says it all.
        .take(1)
        .collect_view()
        .into_any()
}

/// The grid at its final height until the lists are here.
#[component]
fn Outline() -> impl IntoView {
    view! {
        <p class="sr-only" role="status">
            "Loading the matrix"
        </p>
        <div class="matrix-outline split--waiting" aria-hidden="true">
            <div class="matrix-outline__head"></div>
            {[120, 88, 132, 104, 96, 140, 112, 84, 124, 100]
                .map(|width| {
                    view! {
                        <div class="matrix-outline__row">
                            <span class="skeleton" style:width=format!("{width}px")></span>
                        </div>
                    }
                })}
        </div>
    }
}

#[component]
fn Content(board: Board, address: Address, axes: Axes) -> impl IntoView {
    // Not the query itself: the grid stays while somebody types.
    let shows = Memo::new(move |_| {
        let empty = axes.rows.with(Vec::is_empty) || axes.columns.with(Vec::is_empty);
        (empty, empty && address.query.with(MatrixQuery::narrows))
    });
    let refused = RwSignal::new(None::<Locked>);
    let clear: ChildrenFn = std::sync::Arc::new(move || {
        view! {
            <button
                type="button"
                class="btn"
                on:click=move |_| address.change(|query| *query = MatrixQuery::default())
            >
                "Clear search and filters"
            </button>
        }
        .into_any()
    });
    view! {
        <Toolbar address board/>
        {live(move || {
            let clear = clear.clone();
            match shows.get() {
                (false, _) => view! {
                    <Grid board axes refused/>
                    <Paper board axes/>
                }
                .into_any(),
                (true, true) => view! {
                    <Empty title="No results" actions=Some(Box::new(move || clear()))>
                        <p>"No segments or groups match your search and filters."</p>
                    </Empty>
                }
                .into_any(),
                (true, false) => view! {
                    <Empty title="Nothing to grant yet" glyph=true>
                        <p>"A matrix needs a staff segment and a permission group."</p>
                    </Empty>
                }
                .into_any(),
            }
        })}
        <div class="matrix-foot">
            <p class="matrix-foot__refused" role="status">
                {live(move || refused.get().map(|reason| reason.to_string()))}
            </p>
            <Undone board/>
            <PlanNote board/>
            <ShownCount axes/>
            <Arriving board/>
        </div>
    }
}

/// Says that there is more to come than what is shown.
#[component]
fn Arriving(board: Board) -> impl IntoView {
    let segments = Segments::expect();
    let arriving = Memo::new(move |_| {
        segments.progress() == Progress::Loading || board.groups.progress() == Progress::Loading
    });
    let far = move || {
        format!(
            "Loading… {} segments and {} groups so far",
            segments.all().len(),
            board.groups.all().len()
        )
    };
    view! {
        <Show when=move || arriving.get()>
            <p class="progress-note" role="status">
                <span class="spinner" aria-hidden="true"></span>
                {live(far)}
            </p>
        </Show>
    }
}

#[component]
fn PlanNote(board: Board) -> impl IntoView {
    let words = move || match board.plan.get() {
        Plan::Enterprise => "Publish includes edit. Help center managers can always do both.",
        Plan::Professional => {
            "Professional plan: only Publish can be set, and Edit follows it. Help center managers can always do both."
        }
        Plan::Lite => {
            "On Lite you can’t create or edit permission groups. Existing publish access still applies."
        }
    };
    view! {
        <p class="plan-note">
            <Icon symbol=Symbol::Info/>
            {words}
        </p>
    }
}

/// Changes from an earlier visit are in the matrix.
#[component]
fn Restored(board: Board) -> impl IntoView {
    view! {
        <Show when=move || board.restored.with(Option::is_some) && board.is_dirty()>
            <div class="page__banner">
                <Banner
                    symbol=Symbol::Info
                    title="Unsaved changes restored"
                    actions=Some(
                        Box::new(move || {
                            view! {
                                <button type="button" class="btn btn--s" on:click=move |_| board.discard()>
                                    "Discard changes"
                                </button>
                            }
                                .into_any()
                        }),
                    )
                >
                    <p>
                        {live(move || {
                            board
                                .restored
                                .get()
                                .map(|saved| format!("From your last visit in this browser, {}.", time::when(saved)))
                        })}
                    </p>
                </Banner>
            </div>
        </Show>
    }
}
