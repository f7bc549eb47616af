//! A group's name over its two columns, and what there is to know about it at a glance.

use std::sync::Arc;

use guidepost_model::{PermissionGroup, Privilege, visible_text};
use leptos::prelude::*;

use super::{
    board::Board,
    focus::{Focus, Spot},
    viewport::GROUP,
};
use crate::{
    pages::parts::count_of,
    store::Articles,
    ui::{Icon, Symbol, VisibleName, live},
};

#[component]
pub(super) fn GroupHead(
    board: Board,
    focus: Focus,
    at: usize,
    group: Arc<PermissionGroup>,
) -> impl IntoView {
    let (id, name, built_in) = (group.id, group.display_name().to_owned(), group.built_in);
    let title = visible_text(&name);
    let articles = Articles::expect();
    let nobody_publishes = {
        let group = group.clone();
        Memo::new(move |_| {
            let draft = board.draft_of(&group);
            !group.built_in && draft.holders(Privilege::Publish, board.plan.get()).is_empty()
        })
    };
    let meta = move || {
        if built_in {
            return view! {
                <span class="matrix__group-meta">
                    <Icon symbol=Symbol::Lock/>
                    "Built-in"
                </span>
            }
            .into_any();
        }
        if nobody_publishes.get() {
            return view! {
                <span
                    class="matrix__group-meta matrix__group-meta--warning"
                    title="No segment can publish. Only help center managers can."
                >
                    <Icon symbol=Symbol::Warning/>
                    "Managers only"
                </span>
            }
            .into_any();
        }
        let used = articles.of(id).map(|count| count_of(count, "article"));
        view! { <span class="matrix__group-meta">{used}</span> }.into_any()
    };
    view! {
        <th
            class="matrix__group-head group-start"
            class:matrix__locked=built_in
            role="columnheader"
            scope="colgroup"
            aria-colindex=at * 2 + 2
            aria-colspan="2"
            style:left=left(at, 0)
        >
            <a
                class="matrix__group"
                href=format!("/permission-groups/{id}")
                tabindex=focus.stop(Spot { row: 0, column: at * 2 + 1 })
                title=title
            >
                <VisibleName text=name/>
            </a>
            {live(meta)}
        </th>
    }
}

/// Where a group's columns begin, as a style. Of its two the second stands half a group further.
pub(super) fn left(at: usize, of_two: usize) -> String {
    format!("calc(var(--first) + {}px)", at * GROUP + of_two * GROUP / 2)
}
