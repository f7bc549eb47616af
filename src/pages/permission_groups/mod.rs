//! The list of management permission groups: who can edit and who can publish the articles of each.

mod articles;
mod head;
mod holders;
mod matches;
mod row;
mod table;

use guidepost_model::{PermissionGroup, PermissionGroupQuery, quoted};
use leptos::{ev, prelude::*};

use crate::{
    pages::list::{
        self, Address, Column, Cursor, Found, Listing, Search, Shows, Skeleton, SortMenu, Trouble,
        creation_refused, say_if_hidden,
    },
    pages::parts::CountArticles,
    session::Session,
    store::{Articles, Counting, PermissionGroups, Progress},
    ui::{Effect, Empty, Icon, Show, Symbol, live, on_window},
};
pub(crate) use articles::in_words;
pub(crate) use head::{GroupsHead, GroupsView};
use matches::matches;
use table::Table;

list::list_query!(PermissionGroupQuery);

impl Listing for PermissionGroup {
    type Query = PermissionGroupQuery;
    const PATH: &'static str = "/permission-groups";
    const ROW: &'static str = "data-permission-group";
}

const COLUMNS: [Column; 6] = [
    ("c-name", "Name", 140),
    ("c-edit", "Can edit", 220),
    ("c-publish", "Can publish", 180),
    ("c-articles", "Articles", 24),
    ("c-updated", "Updated", 56),
    ("c-menu", "", 0),
];

/// The page.
#[component]
pub fn PermissionGroupsPage() -> impl IntoView {
    let groups = PermissionGroups::expect();
    groups.ensure();
    try_again_by_itself(groups);
    let address = Address::of_list(groups);
    let found = matches(groups, address.query);
    let refused = creation_refused(groups);
    let cursor = Cursor::follow(found, refused, |_, _| false);
    let shows = Memo::new(move |_| Shows::now(groups));
    say_if_hidden(groups, found);
    let articles = Articles::expect();
    Effect::new(move |_| {
        if shows.get() == Shows::Rows {
            articles.ensure();
        }
    });

    view! {
        <div class="page__body">
            <GroupsHead view=GroupsView::List/>
            <Show when=move || shows.get() != Shows::NoAccess>
                <div class="toolbar" role="search" aria-label="Permission groups">
                    <Search
                        address
                        cursor
                        id="group-search"
                        label="Search permission groups"
                        placeholder="Group or segment"
                    />
                    <div class="toolbar__end">
                        <SortMenu address/>
                    </div>
                </div>
            </Show>
            <Trouble collection=groups/>
            <CountOffer shows/>
            {live(move || match shows.get() {
                Shows::Skeleton => {
                    view! {
                        <Skeleton
                            class="table table--stack list permission-groups"
                            label="Loading permission groups"
                            columns=&COLUMNS
                        />
                    }
                        .into_any()
                }
                Shows::Nothing | Shows::NoAccess => ().into_any(),
                Shows::Rows => {
                    view! { <Content groups address found cursor refused/> }.into_any()
                }
            })}
        </div>
    }
}

/// Over the table, which may be long: how to come by the numbers of articles, where they are not counted on their own.
#[component]
fn CountOffer(shows: Memo<Shows>) -> impl IntoView {
    let articles = Articles::expect();
    let offers = move || match articles.counting() {
        Counting::Waiting | Counting::Asked(_) | Counting::Failed(_) => true,
        Counting::Idle | Counting::Quietly | Counting::Complete => false,
    };
    view! {
        <Show when=move || shows.get() == Shows::Rows && offers()>
            <div class="count-offer">
                <CountArticles/>
            </div>
        </Show>
    }
}

/// A list that failed loads when the connection is back, and when somebody signed in again.
fn try_again_by_itself(groups: PermissionGroups) {
    let try_again = move || {
        if matches!(untrack(|| groups.progress()), Progress::Failed(_)) {
            groups.reload();
        }
    };
    on_window(ev::online, move |_| try_again());
    let signed_out = Session::expect().signed_out();
    Effect::new(move |_| {
        if !signed_out.get() {
            try_again();
        }
    });
}

/// The table, or why there is nothing in it.
#[component]
fn Content(
    groups: PermissionGroups,
    address: Address<PermissionGroupQuery>,
    found: Memo<Found<PermissionGroup>>,
    cursor: Cursor,
    refused: Signal<String>,
) -> impl IntoView {
    let none = Memo::new(move |_| found.with(|found| found.is_empty()));
    let no_custom =
        Memo::new(move |_| groups.progress() == Progress::Complete && groups.custom_count() == 0);
    let searched = Memo::new(move |_| address.query.with(|query| !query.text.trim().is_empty()));
    live(move || {
        let complete = groups.progress() == Progress::Complete;
        if none.get() && complete && searched.get() {
            return view! { <NoMatch address/> }.into_any();
        }
        view! {
            <Show when=move || !none.get() || groups.progress() != Progress::Complete>
                <Table groups address found cursor/>
            </Show>
            <Show when=move || no_custom.get()>
                <FirstGroup refused/>
            </Show>
        }
        .into_any()
    })
}

#[component]
fn NoMatch(address: Address<PermissionGroupQuery>) -> impl IntoView {
    let clear: Children = Box::new(move || {
        view! {
            <button type="button" class="btn" on:click=move |_| address.clear()>
                "Clear search"
            </button>
        }
        .into_any()
    });
    let text = move || address.query.with(|query| query.text.trim().to_owned());
    view! {
        <Empty title="No permission group matches" actions=Some(clear)>
            <p>
                {move || {
                    format!("No results for {} in names of groups or segments.", quoted(&text()))
                }}
            </p>
        </Empty>
    }
}

/// An account that has no permission group of its own.
#[component]
fn FirstGroup(refused: Signal<String>) -> impl IntoView {
    let create: Children = Box::new(move || {
        view! {
            <Show when=move || refused.get().is_empty()>
                <a href="/permission-groups/new" class="btn btn--primary">
                    <Icon symbol=Symbol::Plus/>
                    "New group"
                </a>
            </Show>
        }
        .into_any()
    });
    view! {
        <Empty title="Only the built-in permission groups so far" glyph=true actions=Some(create)>
            <p>
                "A permission group controls which staff can edit and publish the articles it’s assigned to. Help center managers always can."
            </p>
        </Empty>
    }
}
