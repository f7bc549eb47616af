//! Search, filters and sort order above the list.

use crate::ui::{Show, live};
use guidepost_model::{Origin, SegmentQuery, Sort, SortKey, UserType};
use leptos::{html, prelude::*};

use super::{address::Address, keyboard::Cursor};
use crate::ui::{ActionMenu, Icon, MenuItem, Symbol, on_shortcut};

#[component]
pub(super) fn Toolbar(address: Address, cursor: Cursor) -> impl IntoView {
    let narrows = Memo::new(move |_| address.query.with(SegmentQuery::narrows));
    view! {
        <div class="toolbar" role="search" aria-label="Segments">
            <SearchBox address cursor/>
            <div class="toolbar__filters">
                <Filter address filter=&TYPE/>
                <Filter address filter=&ORIGIN/>
                <Filter address filter=&PLAN/>
                <Show when=move || narrows.get()>
                    <button
                        type="button"
                        class="link-btn toolbar__clear"
                        on:click=move |_| address.clear()
                    >
                        "Clear all"
                    </button>
                </Show>
            </div>
            <div class="toolbar__end">
                <SortMenu address/>
            </div>
        </div>
    }
}

#[component]
fn SearchBox(address: Address, cursor: Cursor) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    on_shortcut(move |event| {
        let search = event.key() == "/";
        if let (true, Some(input)) = (search, input.get_untracked()) {
            let _ = input.focus();
            input.select();
        }
        search
    });
    view! {
        <label class="input-box toolbar__search">
            <Icon symbol=Symbol::Search/>
            <span class="sr-only">"Search segments"</span>
            <input
                node_ref=input
                id="segment-search"
                type="search"
                placeholder="Name, tag, group or organization"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || address.query.with(|query| query.text.clone())
                on:input=move |event| address.search_for(event_target_value(&event))
                on:keydown=move |event| {
                    if matches!(event.key().as_str(), "ArrowDown" | "Enter") && !event.is_composing() {
                        // On into the rows: from here on the list's keys work.
                        event.prevent_default();
                        event.stop_propagation();
                        cursor.at.set(Some(0));
                        if let Some(input) = input.get_untracked() {
                            let _ = input.blur();
                        }
                    }
                    if event.key() == "Escape" && !address.query.with_untracked(|query| query.text.is_empty()) {
                        event.prevent_default();
                        address.search_for(String::new());
                    }
                }
            />
            <span class="kbd" aria-hidden="true">
                "/"
            </span>
        </label>
    }
}

/// A filter with a few values. `get` tells which is set, `set` sets one or none.
struct FilterKind {
    label: &'static str,
    values: &'static [&'static str],
    get: fn(&SegmentQuery) -> Option<usize>,
    set: fn(&mut SegmentQuery, Option<usize>),
}

static TYPE: FilterKind = FilterKind {
    label: "User type",
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
    label: "Plan",
    values: &["Applicable on this plan", "Not on this plan"],
    get: |query| query.applicable.map(|applicable| usize::from(!applicable)),
    set: |query, at| query.applicable = at.map(|at| at == 0),
};

/// Unset it opens a menu, set it shows its value and a click takes it off.
#[component]
fn Filter(address: Address, filter: &'static FilterKind) -> impl IntoView {
    let chosen = Memo::new(move |_| address.query.with(filter.get));
    let items = Callback::new(move |()| {
        let entry = |(at, value): (usize, &&'static str)| {
            MenuItem::new(*value, Symbol::Check, move || {
                address.change(|query| (filter.set)(query, Some(at)));
            })
            .checked(false)
        };
        filter.values.iter().enumerate().map(entry).collect()
    });
    live(move || match chosen.get().and_then(|at| filter.values.get(at)) {
        Some(value) => view! {
            <button
                type="button"
                class="filter filter--on"
                aria-label=format!("{}: {value}. Remove filter", filter.label)
                on:click=move |_| address.change(|query| (filter.set)(query, None))
            >
                {*value}
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
    })
}

const ORDERS: [(&str, Sort); 4] = [
    ("Recently updated", Sort { key: SortKey::Updated, descending: true }),
    ("Recently created", Sort { key: SortKey::Created, descending: true }),
    ("Name, A to Z", Sort { key: SortKey::Name, descending: false }),
    ("Longest unchanged", Sort { key: SortKey::Updated, descending: false }),
];

#[component]
fn SortMenu(address: Address) -> impl IntoView {
    let current = move || {
        let sort = address.query.with(|query| query.sort);
        ORDERS.iter().find(|(_, order)| *order == sort).map_or("Sorted", |(name, _)| name)
    };
    let items = Callback::new(move |()| {
        let sort = address.query.with_untracked(|query| query.sort);
        let entry = |(name, order): (&'static str, Sort)| {
            MenuItem::new(name, Symbol::Check, move || address.change(|query| query.sort = order))
                .checked(order == sort)
        };
        ORDERS.into_iter().map(entry).collect()
    });
    view! {
        <ActionMenu
            label=Signal::derive(move || format!("Sort: {}", current()))
            class="filter filter--quiet"
            items
        >
            <Icon symbol=Symbol::Sort/>
            <span class="filter__text">{current}</span>
            <Icon symbol=Symbol::Down/>
        </ActionMenu>
    }
}
