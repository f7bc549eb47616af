//! Search on both axes, filters, and what the signs mean.

use leptos::prelude::*;

use super::{Address, axes::Axes, board::Board};
use crate::{
    pages::parts::count_of,
    ui::{Icon, SearchBox, Show, Symbol, live},
};

#[component]
pub(super) fn Toolbar(address: Address, board: Board) -> impl IntoView {
    let granted = Memo::new(move |_| address.query.with(|query| query.granted));
    let changed = Memo::new(move |_| address.query.with(|query| query.changed));
    let count = Memo::new(move |_| board.changed_count());
    view! {
        <div class="toolbar toolbar--matrix" role="search" aria-label="Matrix">
            <SearchBox
                id="matrix-segments"
                label="Search segments"
                placeholder="Segment or tag"
                text=Signal::derive(move || address.query.with(|query| query.segments.clone()))
                search=Callback::new(move |text| address.search(|query| query.segments = text))
            />
            <SearchBox
                id="matrix-groups"
                label="Search permission groups"
                placeholder="Group"
                key=""
                text=Signal::derive(move || address.query.with(|query| query.groups.clone()))
                search=Callback::new(move |text| address.search(|query| query.groups = text))
            />
            <div class="toolbar__filters">
                <button
                    type="button"
                    class="filter"
                    aria-pressed=move || granted.get().to_string()
                    on:click=move |_| address.change(|query| query.granted = !query.granted)
                >
                    <Pressed on=granted/>
                    "With access"
                </button>
                <button
                    type="button"
                    class="filter"
                    aria-pressed=move || changed.get().to_string()
                    on:click=move |_| address.change(|query| query.changed = !query.changed)
                >
                    <Pressed on=changed/>
                    "Changed"
                    <Show when=move || { count.get() > 0 }>
                        " "
                        <span class="filter__count">{live(move || count.get())}</span>
                    </Show>
                </button>
            </div>
            <Legend/>
        </div>
    }
}

/// A pressed filter has a check mark: color alone would not tell it from one that opens a menu.
#[component]
fn Pressed(on: Memo<bool>) -> impl IntoView {
    view! {
        <Show when=move || on.get()>
            <Icon symbol=Symbol::Check/>
        </Show>
    }
}

/// How much of the matrix the search and the filters leave, also spoken.
#[component]
pub(super) fn ShownCount(axes: Axes) -> impl IntoView {
    let words = move || {
        let segments = count_of(axes.rows.with(Vec::len), "segment");
        let groups = count_of(axes.columns.with(Vec::len), "group");
        format!("{segments} × {groups}")
    };
    view! {
        <p class="matrix-foot__count" role="status">
            {live(words)}
        </p>
    }
}

#[component]
fn Legend() -> impl IntoView {
    view! {
        <ul class="legend toolbar__end" aria-label="Legend">
            <li>
                <span class="swatch swatch--on">
                    <Icon symbol=Symbol::Check/>
                </span>
                "Granted"
            </li>
            <li>
                <span class="swatch swatch--implied">
                    <Icon symbol=Symbol::Check/>
                </span>
                "Included in Publish"
            </li>
            <li>
                <span class="swatch swatch--changed">
                    <span class="dot dot--changed"></span>
                </span>
                "Not saved"
            </li>
        </ul>
    }
}
