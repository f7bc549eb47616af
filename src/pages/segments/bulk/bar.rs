//! The bar with what can be done with the selection, at the lower edge while something is selected. In the order of the
//! page it follows the table's head, so that it is near for the keyboard.

use leptos::prelude::*;
use rustc_hash::FxHashSet;

use super::{Bulk, Deed};
use crate::ui::{Effect, Icon, Symbol, live, pass_focus_to};

#[component]
pub fn BulkBar() -> impl IntoView {
    let bulk: Bulk = expect_context();
    let Bulk { segments, found, selection, .. } = bulk;
    // What was deleted is no longer selected.
    Effect::new(move |_| {
        let all = segments.all();
        let gone = selection
            .ids
            .with_untracked(|ids| ids.iter().any(|id| all.iter().all(|segment| segment.id != *id)));
        if gone {
            selection.ids.update(|ids| {
                ids.retain(|id| all.iter().any(|segment| segment.id == *id));
            });
        }
    });
    let count = Memo::new(move |_| selection.ids.with(FxHashSet::len));
    let hidden = move || {
        let ids = selection.ids.get();
        found.with(|found| {
            ids.len() - found.iter().filter(|segment| ids.contains(&segment.id)).count()
        })
    };
    let clear = move |_| {
        selection.clear();
        pass_focus_to(&[".list thead .check"]);
    };
    view! {
        <div
            class="bulk-bar"
            role="region"
            aria-label=move || format!("Actions for {} selected segments", count.get())
        >
            <span class="bulk-bar__count" role="status">
                {live(move || match hidden() {
                    0 => format!("{} selected", count.get()),
                    hidden => format!("{} selected, {hidden} hidden by filters", count.get()),
                })}
            </span>
            <span class="bulk-bar__rule"></span>
            <button type="button" class="btn btn--ghost" on:click=move |_| bulk.deed.set(Deed::Duplicate)>
                <Icon symbol=Symbol::Copy/>
                <span class="btn__text">"Duplicate…"</span>
            </button>
            <button type="button" class="btn btn--ghost" on:click=move |_| bulk.deed.set(Deed::Export)>
                <Icon symbol=Symbol::Export/>
                <span class="btn__text">"Export…"</span>
            </button>
            <button
                type="button"
                class="btn btn--ghost-danger"
                on:click=move |_| bulk.deed.set(Deed::Delete)
            >
                <Icon symbol=Symbol::Trash/>
                <span class="btn__text">"Delete…"</span>
            </button>
            <span class="bulk-bar__rule"></span>
            <button
                type="button"
                class="btn btn--ghost btn--icon"
                aria-label="Clear selection"
                on:click=clear
            >
                <Icon symbol=Symbol::X/>
            </button>
        </div>
    }
}
