//! Search, filters and sort order above the list.

use guidepost_model::{Origin, SegmentQuery, UserType};
use leptos::prelude::*;

use crate::{
    pages::list::{Address, Cursor, Search, SortMenu},
    session::Session,
    ui::{ActionMenu, Icon, MenuItem, Show, Symbol, live, pass_focus_to},
};

#[component]
pub(super) fn Toolbar(
    address: Address<SegmentQuery>,
    cursor: Cursor,
    /// Names that the query needs are still being looked up.
    pending: Memo<bool>,
    /// Prepares for a search when somebody is about to type.
    prepare: Callback<()>,
) -> impl IntoView {
    let narrows = Memo::new(move |_| address.query.with(SegmentQuery::narrows));
    let clear = move |_| {
        address.clear();
        pass_focus_to(&[".toolbar [data-filter] button", ".toolbar input"]);
    };
    view! {
        <div class="toolbar" role="search" aria-label="Segments">
            <Search
                address
                cursor
                id="segment-search"
                label="Search segments"
                placeholder="Name, tag, group or person"
                prepare=Some(prepare)
            />
            <div class="toolbar__filters">
                <Filter address filter=&TYPE/>
                <Filter address filter=&ORIGIN/>
                <Filter address filter=&PLAN/>
                <AttentionFilter address/>
                <Show when=move || narrows.get()>
                    <button type="button" class="link-btn toolbar__clear" on:click=clear>
                        "Clear all"
                    </button>
                </Show>
            </div>
            <div class="toolbar__end">
                <SortMenu address/>
            </div>
            <p class="toolbar__note" role="status">
                {live(move || {
                    pending.get().then_some("Looking up groups, organizations and people…")
                })}
            </p>
        </div>
    }
}

/// Only segments that refer to something that was deleted.
#[component]
fn AttentionFilter(address: Address<SegmentQuery>) -> impl IntoView {
    let on = Memo::new(move |_| address.query.with(|query| query.broken));
    view! {
        <button
            type="button"
            class="filter filter--warning"
            aria-pressed=move || on.get().to_string()
            title="Segments that refer to a deleted group, organization or person"
            on:click=move |_| address.change(|query| query.broken = !query.broken)
        >
            <Icon symbol=Symbol::Warning/>
            "Needs attention"
        </button>
    }
}

/// A filter with a few values, in which `{plan}` stands for the account's plan. `get` tells which is set, `set` sets one or none.
struct FilterKind {
    label: &'static str,
    /// What the style sheet and scripts call it.
    key: &'static str,
    /// Its button, which is another one once it is set: the heir of the one before.
    button: &'static [&'static str],
    values: &'static [&'static str],
    get: fn(&SegmentQuery) -> Option<usize>,
    set: fn(&mut SegmentQuery, Option<usize>),
}

static TYPE: FilterKind = FilterKind {
    label: "User type",
    key: "type",
    button: &["[data-filter=type] button"],
    values: &["Signed-in users", "Staff"],
    get: |query| match query.user_type {
        Some(UserType::SignedInUsers) => Some(0),
        Some(UserType::Staff) => Some(1),
        Some(UserType::Other(_)) | None => None,
    },
    set: |query, at| {
        query.user_type =
            at.map(|at| if at == 0 { UserType::SignedInUsers } else { UserType::Staff });
    },
};

static ORIGIN: FilterKind = FilterKind {
    label: "Origin",
    key: "origin",
    button: &["[data-filter=origin] button"],
    values: &["Custom", "Built-in"],
    get: |query| {
        query.origin.map(|origin| match origin {
            Origin::Custom => 0,
            Origin::BuiltIn => 1,
        })
    },
    set: |query, at| {
        query.origin = at.map(|at| if at == 0 { Origin::Custom } else { Origin::BuiltIn });
    },
};

static PLAN: FilterKind = FilterKind {
    label: "Availability",
    key: "plan",
    button: &["[data-filter=plan] button"],
    values: &["Works on {plan}", "Needs a higher plan"],
    get: |query| query.applicable.map(|applicable| usize::from(!applicable)),
    set: |query, at| query.applicable = at.map(|at| at == 0),
};

/// Unset it opens a menu, set it shows its value and a click takes it off.
#[component]
fn Filter(address: Address<SegmentQuery>, filter: &'static FilterKind) -> impl IntoView {
    let session = Session::expect();
    let said = move |value: &str| value.replace("{plan}", session.plan().label());
    let chosen = Memo::new(move |_| address.query.with(filter.get));
    let set = move |at: Option<usize>| {
        address.change(|query| (filter.set)(query, at));
        pass_focus_to(filter.button);
    };
    let items = Callback::new(move |()| {
        let entry = |(at, value): (usize, &&'static str)| {
            MenuItem::new(untrack(|| said(value)), Symbol::Check, move || set(Some(at)))
                .checked(false)
        };
        filter.values.iter().enumerate().map(entry).collect()
    });
    let button = live(move || match chosen.get().and_then(|at| filter.values.get(at)) {
        Some(value) => view! {
            <button
                type="button"
                class="filter filter--on"
                aria-label=format!("{}: {}. Remove filter", filter.label, said(value))
                on:click=move |_| set(None)
            >
                {said(value)}
                <Icon symbol=Symbol::X small=true/>
            </button>
        }
        .into_any(),
        None => view! {
            <ActionMenu label=filter.label class="filter" items>
                {filter.label}
                <Icon symbol=Symbol::Down/>
            </ActionMenu>
        }
        .into_any(),
    });
    view! {
        <span class="toolbar__filter" data-filter=filter.key>
            {button}
        </span>
    }
}
