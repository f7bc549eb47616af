//! The list of user segments: search, filters, sort and selection, all of it in the address.

mod bulk;
mod matches;
mod row;
mod selection;
mod table;
mod toolbar;

use guidepost_model::{SegmentQuery, UserSegment, limits};
use leptos::prelude::*;

use crate::{
    pages::list::{
        self, Address, Column, Cursor, Found, Listing, NewButton, Shows, Skeleton, Trouble,
        creation_refused, say_if_hidden,
    },
    store::{Progress, Segments},
    ui::{Empty, Icon, Meter, PageTitle, Show, Symbol, live, pass_focus_to},
};
use bulk::{Bulk, BulkDeedPlace};
pub use bulk::{BulkBar, BulkDeed};
use matches::{Matches, matches};
use selection::Selection;
use table::Table;
use toolbar::Toolbar;

list::list_query!(SegmentQuery);

impl Listing for UserSegment {
    type Query = SegmentQuery;
    const PATH: &'static str = "/segments";
    const ROW: &'static str = "data-segment";
}

const COLUMNS: [Column; 5] = [
    ("c-check", "", 16),
    ("c-name", "Name", 120),
    ("c-who", "Who’s included", 250),
    ("c-updated", "Updated", 56),
    ("c-menu", "", 0),
];

/// The page.
#[component]
pub fn SegmentsPage() -> impl IntoView {
    let segments = Segments::expect();
    segments.ensure();
    let address = Address::of_list(segments);
    let Matches { found, pending, prepare } = matches(segments, address.query);
    let selection = Selection::new();
    let custom = Signal::derive(move || segments.custom_count());
    let shows = Memo::new(move |_| Shows::now(segments));
    say_if_hidden(segments, found);
    let refused = creation_refused(segments);
    let bulk = Bulk::new(segments, found, selection);
    provide_context(bulk);
    let cursor = Cursor::follow(found, refused, move |key, segment| {
        bulk.act(key) || selection.act(key, segment)
    });

    view! {
        <div class="page__body">
            <header class="page__head">
                <PageTitle title="User segments"/>
                <Show when=move || shows.get() == Shows::Rows>
                    <Meter
                        label="Custom segments used"
                        used=custom
                        limit=limits::SEGMENTS
                        noun="custom"
                        hint="Zendesk allows 200 custom segments. Built-in segments don’t count."
                    />
                </Show>
                <Show when=move || shows.get() != Shows::NoAccess>
                    <div class="page__actions">
                        <NewButton label="New segment" href="/segments/new" refused/>
                    </div>
                </Show>
                <p class="page__lead">
                    "Who can view help center content. Segments apply to all brands in the account."
                </p>
            </header>
            <Show when=move || shows.get() != Shows::NoAccess>
                <Toolbar address cursor pending prepare/>
            </Show>
            <Trouble collection=segments/>
            <BulkDeedPlace bulk/>
            {live(move || match shows.get() {
                Shows::Skeleton => {
                    view! { <Skeleton class="table table--stack list segments" label="Loading segments" columns=&COLUMNS/> }
                        .into_any()
                }
                Shows::Nothing | Shows::NoAccess => ().into_any(),
                Shows::Rows => {
                    view! { <Content segments address found pending selection cursor bulk/> }.into_any()
                }
            })}
        </div>
    }
}

/// The table, or why there is nothing in it.
#[component]
fn Content(
    segments: Segments,
    address: Address<SegmentQuery>,
    found: Memo<Found<UserSegment>>,
    pending: Memo<bool>,
    selection: Selection,
    cursor: Cursor,
    bulk: Bulk,
) -> impl IntoView {
    let none = Memo::new(move |_| found.with(|found| found.is_empty()));
    let only_built_in = Memo::new(move |_| {
        segments.progress() == Progress::Complete && segments.custom_count() == 0
    });
    live(move || {
        if none.get() && segments.progress() == Progress::Complete {
            let clear: Children = Box::new(move || {
                view! {
                    <button
                        type="button"
                        class="btn"
                        on:click=move |_| {
                            address.clear();
                            pass_focus_to(&[".toolbar input"]);
                        }
                    >
                        "Clear search and filters"
                    </button>
                }
                .into_any()
            });
            // A name that is not known yet may be the one that is searched for.
            let so_far = pending.get();
            let title = if so_far { "No segment matches so far" } else { "No segment matches" };
            return view! {
                <Empty title=title actions=Some(clear)>
                    <p>
                        {live(move || {
                            if so_far {
                                return "Not all groups, organizations and people could be looked up yet, so there may be more."
                                    .to_owned();
                            }
                            address.query.with(matches::explain)
                        })}
                    </p>
                </Empty>
            }
            .into_any();
        }
        view! {
            <Table segments address found selection cursor bulk/>
            <Show when=move || only_built_in.get()>
                <FirstSegment/>
            </Show>
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
