//! Search on both axes, filters, and what the signs mean.

use guidepost_model::MatrixQuery;
use leptos::{html, prelude::*};

use super::{Address, board::Board};
use crate::ui::{Icon, Show, Symbol, live, on_shortcut};

#[component]
pub(super) fn Toolbar(address: Address, board: Board) -> impl IntoView {
    let granted = Memo::new(move |_| address.query.with(|query| query.granted));
    let changed = Memo::new(move |_| address.query.with(|query| query.changed));
    let count = Memo::new(move |_| board.changed_count());
    view! {
        <div class="toolbar" role="search" aria-label="Matrix">
            <SearchBox address axis=&SEGMENTS/>
            <SearchBox address axis=&GROUPS/>
            <div class="toolbar__filters">
                <button
                    type="button"
                    class="filter"
                    aria-pressed=move || granted.get().to_string()
                    on:click=move |_| address.change(|query| query.granted = !query.granted)
                >
                    "Granted anything"
                </button>
                <button
                    type="button"
                    class="filter"
                    aria-pressed=move || changed.get().to_string()
                    on:click=move |_| address.change(|query| query.changed = !query.changed)
                >
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

/// One of the two searches.
struct Axis {
    id: &'static str,
    label: &'static str,
    placeholder: &'static str,
    /// Focuses it.
    key: &'static str,
    get: fn(&MatrixQuery) -> &String,
    set: fn(&mut MatrixQuery, String),
}

static SEGMENTS: Axis = Axis {
    id: "matrix-segments",
    label: "Search segments",
    placeholder: "Segment or tag",
    key: "/",
    get: |query| &query.segments,
    set: |query, text| query.segments = text,
};

static GROUPS: Axis = Axis {
    id: "matrix-groups",
    label: "Search permission groups",
    placeholder: "Permission group",
    key: "\\",
    get: |query| &query.groups,
    set: |query, text| query.groups = text,
};

#[component]
fn SearchBox(address: Address, axis: &'static Axis) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    on_shortcut(move |event| {
        let search = event.key() == axis.key;
        if let (true, Some(input)) = (search, input.get_untracked()) {
            let _ = input.focus();
            input.select();
        }
        search
    });
    view! {
        <label class="input-box toolbar__search toolbar__search--half">
            <Icon symbol=Symbol::Search/>
            <span class="sr-only">{axis.label}</span>
            <input
                node_ref=input
                id=axis.id
                type="search"
                placeholder=axis.placeholder
                autocomplete="off"
                spellcheck="false"
                prop:value=move || address.query.with(|query| (axis.get)(query).clone())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    address.search(|query| (axis.set)(query, text));
                }
                on:keydown=move |event| {
                    let clears = event.key() == "Escape"
                        && !address.query.with_untracked(|query| (axis.get)(query).is_empty());
                    if clears {
                        event.prevent_default();
                        address.search(|query| (axis.set)(query, String::new()));
                    }
                }
            />
            <span class="kbd" aria-hidden="true">
                {axis.key}
            </span>
        </label>
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
                "Implied by publish"
            </li>
            <li>
                <span class="swatch swatch--changed">
                    <span class="dot dot--changed"></span>
                </span>
                "Changed, not saved"
            </li>
        </ul>
    }
}
