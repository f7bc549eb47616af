//! Choosing a list's order: by the head of a column, and from a menu.

use guidepost_model::{Sort, SortKey};
use leptos::prelude::*;

use super::{Address, ListQuery};
use crate::ui::{ActionMenu, Icon, MenuItem, Symbol, live};

/// A column's head that sorts by it; once more turns the order round.
#[component]
pub(crate) fn SortHead<Q: ListQuery>(
    /// Where the order stands.
    address: Address<Q>,
    /// What it sorts by.
    key: SortKey,
    /// What the column is called.
    label: &'static str,
    /// What the column is called by the style sheet.
    class: &'static str,
) -> impl IntoView {
    let sort = Memo::new(move |_| address.query.with(ListQuery::sort));
    let order = move || {
        let sort = sort.get();
        (sort.key == key).then_some(if sort.descending { "descending" } else { "ascending" })
    };
    let turn = move |_| {
        address.change(|query| {
            let sort = query.sort();
            query.set_sort(if sort.key == key {
                Sort { key, descending: !sort.descending }
            } else {
                Sort::natural(key)
            });
        });
    };
    view! {
        <th role="columnheader" scope="col" class=class aria-sort=order>
            <button type="button" class="table__sort" on:click=turn>
                {label}
                {live(move || {
                    order()
                        .map(|order| {
                            let symbol = if order == "ascending" {
                                Symbol::ArrowUp
                            } else {
                                Symbol::ArrowDown
                            };
                            view! { <Icon symbol/> }
                        })
                })}
            </button>
        </th>
    }
}

const ORDERS: [(&str, Sort); 6] = [
    ("Recently updated", Sort { key: SortKey::Updated, descending: true }),
    ("Recently created", Sort { key: SortKey::Created, descending: true }),
    ("Least recently created", Sort { key: SortKey::Created, descending: false }),
    ("Name, A to Z", Sort { key: SortKey::Name, descending: false }),
    ("Name, Z to A", Sort { key: SortKey::Name, descending: true }),
    ("Least recently updated", Sort { key: SortKey::Updated, descending: false }),
];

/// Every order by name, also where columns have no heads.
#[component]
pub(crate) fn SortMenu<Q: ListQuery>(
    /// Where the order stands.
    address: Address<Q>,
) -> impl IntoView {
    let current = move || {
        let sort = address.query.with(ListQuery::sort);
        ORDERS.iter().find(|(_, order)| *order == sort).map_or("Sort", |(name, _)| name)
    };
    // Said once the order has changed, not for the order that the page came with.
    let said = Memo::new(move |before: Option<&(&str, bool)>| {
        let now = current();
        (now, before.is_some_and(|(name, changed)| *changed || *name != now))
    });
    let items = Callback::new(move |()| {
        let sort = address.query.with_untracked(ListQuery::sort);
        let entry = |(name, order): (&'static str, Sort)| {
            MenuItem::new(name, Symbol::Check, move || {
                address.change(|query| query.set_sort(order));
            })
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
            <span class="filter__text">{live(current)}</span>
            <Icon symbol=Symbol::Down/>
        </ActionMenu>
        <span class="sr-only" role="status">
            {live(move || {
                let (order, changed) = said.get();
                changed.then(|| format!("Sorted: {order}"))
            })}
        </span>
    }
}
