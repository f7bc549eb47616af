//! The list of user segments: search, filters, sort and selection, all of it in the address.

mod address;
mod bulk;
mod keyboard;
mod matches;
mod row;
mod skeleton;
mod table;
mod toolbar;

use guidepost_model::{ErrorKind, limits};
use leptos::prelude::*;

use crate::{
    api::Failure,
    pages::parts::FailureBanner,
    store::{Progress, Segments},
    ui::{Effect, Empty, Icon, Meter, PageTitle, Router, Show, Symbol, Toasts, live},
};
use address::Address;
use bulk::BulkBar;
use keyboard::Cursor;
use matches::matches;
use skeleton::Skeleton;
use table::Table;
use toolbar::Toolbar;

/// Which segments are selected, and from where a range would start.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Selection {
    ids: RwSignal<std::collections::HashSet<guidepost_model::SegmentId>>,
    last: StoredValue<Option<usize>>,
}

/// The page.
#[component]
pub fn SegmentsPage() -> impl IntoView {
    let segments = Segments::expect();
    segments.ensure();
    let address = Address::follow(segments);
    let found = matches(segments, address.query);
    let selection =
        Selection { ids: RwSignal::new(Default::default()), last: StoredValue::new(None) };
    let cursor = Cursor::follow(found, selection);
    let custom = Signal::derive(move || segments.custom_count());
    let shows = Memo::new(move |_| Shows::now(segments));
    say_if_hidden(segments, found);
    let full = Memo::new(move |_| custom.get() >= limits::SEGMENTS);

    view! {
        <div class="page__body">
            <header class="page__head">
                <PageTitle title="User segments"/>
                <Show when=move || shows.get() == Shows::Segments>
                    <Meter label="Custom segments used" used=custom limit=limits::SEGMENTS/>
                </Show>
                <Show when=move || shows.get() != Shows::NoAccess>
                    <div class="page__actions">
                        <NewButton full=full.into()/>
                    </div>
                </Show>
                <p class="page__lead">
                    "Who can view help center content. Segments are shared by every brand in the account."
                </p>
            </header>
            <Show when=move || shows.get() != Shows::NoAccess>
                <Toolbar address cursor/>
            </Show>
            <Trouble segments/>
            {live(move || match shows.get() {
                Shows::Skeleton => view! { <Skeleton/> }.into_any(),
                Shows::Nothing | Shows::NoAccess => ().into_any(),
                Shows::Segments => {
                    view! { <Content segments address found selection cursor/> }.into_any()
                }
            })}
        </div>
    }
}

/// What stands where the list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// The first page has not arrived.
    Skeleton,
    /// It failed, and nothing had arrived before.
    Nothing,
    /// The signed-in user may not see it.
    NoAccess,
    /// What has arrived.
    Segments,
}

impl Shows {
    fn now(segments: Segments) -> Self {
        match segments.progress() {
            _ if !segments.all().is_empty() => Self::Segments,
            Progress::Loading => Self::Skeleton,
            Progress::Complete => Self::Segments,
            Progress::Failed(failure) if failure.kind() == Some(ErrorKind::Forbidden) => {
                Self::NoAccess
            }
            Progress::Failed(_) => Self::Nothing,
        }
    }
}

/// Somebody comes back from a form, and the list's search hides what was saved: that is said, with a way to see it.
fn say_if_hidden(segments: Segments, found: Memo<matches::Found>) {
    let toasts = Toasts::expect();
    let router = Router::expect();
    Effect::new(move |_| {
        let Some(id) = segments.reveal.get_untracked() else { return };
        let hidden = found.with_untracked(|found| found.iter().all(|segment| segment.id != id));
        if hidden && segments.find(id).is_some() {
            segments.reveal.set(None);
            toasts.offer("The list’s search hides it", "Show all", move || {
                segments.reveal.set(Some(id));
                router.go("/segments");
            });
        }
    });
}

/// The table, or why there is nothing in it.
#[component]
fn Content(
    segments: Segments,
    address: Address,
    found: Memo<matches::Found>,
    selection: Selection,
    cursor: Cursor,
) -> impl IntoView {
    let none = Memo::new(move |_| found.with(|found| found.is_empty()));
    let only_built_in = Memo::new(move |_| {
        segments.progress() == Progress::Complete && segments.custom_count() == 0
    });
    live(move || {
        if none.get() && segments.progress() == Progress::Complete {
            let clear: Children = Box::new(move || {
                view! {
                    <button type="button" class="btn" on:click=move |_| address.clear()>
                        "Clear search and filters"
                    </button>
                }
                .into_any()
            });
            return view! {
                <Empty title="No segment matches" actions=Some(clear)>
                    <p>{live(move || address.query.with(matches::explain))}</p>
                </Empty>
            }
            .into_any();
        }
        view! {
            <Table segments address found selection cursor/>
            <Show when=move || only_built_in.get()>
                <FirstSegment/>
            </Show>
            <BulkBar found selection/>
        }
        .into_any()
    })
}

/// An account that only has the built-in segments.
#[component]
fn FirstSegment() -> impl IntoView {
    let create: Children = Box::new(|| {
        view! {
            <a href="/segments/new" class="btn btn--primary">
                <Icon symbol=Symbol::Plus/>
                "New segment"
            </a>
        }
        .into_any()
    });
    view! {
        <Empty title="Only the built-in segments so far" glyph=true actions=Some(create)>
            <p>
                "Everyone who is signed in, and your agents and admins. Create a segment to show content to some people and not to others."
            </p>
        </Empty>
    }
}

/// Leads to the form; at the limit it says why it can't.
#[component]
fn NewButton(full: Signal<bool>) -> impl IntoView {
    live(move || {
        if full.get() {
            view! {
                <span class="limit-note" id="limit-note">
                    "The account is at Zendesk’s limit. Delete a segment to make room."
                </span>
                <button type="button" class="btn" aria-disabled="true" aria-describedby="limit-note">
                    <Icon symbol=Symbol::Plus/>
                    "New segment"
                </button>
            }
            .into_any()
        } else {
            view! {
                <a href="/segments/new" class="btn btn--primary">
                    <Icon symbol=Symbol::Plus/>
                    "New segment"
                </a>
            }
            .into_any()
        }
    })
}

/// What keeps the list from being complete.
#[component]
fn Trouble(segments: Segments) -> impl IntoView {
    live(move || match segments.progress() {
        Progress::Failed(failure) => {
            let here = segments.all().len();
            if here == 0 && failure.kind() == Some(ErrorKind::Forbidden) {
                return view! { <NoAccess failure/> }.into_any();
            }
            let note = match here {
                0 => String::new(),
                1 => "1 segment was loaded before that.".into(),
                here => {
                    format!("The {here} segments below were loaded before that; there may be more.")
                }
            };
            let retry = Callback::new(move |()| segments.reload());
            view! {
                <div class="page__banner">
                    <FailureBanner failure note retry/>
                </div>
            }
            .into_any()
        }
        Progress::Loading | Progress::Complete => ().into_any(),
    })
}

/// The signed-in user is no help center manager.
#[component]
fn NoAccess(failure: Failure) -> impl IntoView {
    view! {
        <Empty title="Only help center managers see user segments" glyph=true>
            <p>
                "Ask an admin of this account for the help center manager role, or sign in as someone who has it."
            </p>
            <p class="muted">{failure.advice()}</p>
        </Empty>
    }
}
