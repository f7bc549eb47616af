//! One permission group in the list.

use std::sync::Arc;

use guidepost_model::{PermissionGroup, PermissionGroupId, visible_text};
use leptos::prelude::*;

use super::{
    articles::{ArticleCount, in_words},
    holders::{CanEdit, CanPublish},
};
use crate::{
    pages::list::{Cursor, RowMenu},
    store::Articles,
    ui::{Icon, Symbol, VisibleName, live, time},
};

#[component]
pub(super) fn Row(
    at: usize,
    group: Arc<PermissionGroup>,
    cursor: Cursor,
    read_only: Memo<bool>,
    reveal: RwSignal<Option<PermissionGroupId>>,
) -> impl IntoView {
    let articles = Articles::expect();
    let id = group.id;
    let (name, title) = (group.display_name().to_owned(), visible_text(group.display_name()));
    let updated = group.updated_at.filter(|_| !group.built_in);
    let warns = !group.built_in && group.publish.is_empty();
    view! {
        <tr
            role="row"
            aria-rowindex=at + 2
            class:is-active=move || cursor.at.get() == Some(at)
            class:is-flash=move || reveal.get() == Some(id)
            data-permission-group=id.to_string()
        >
            <th role="rowheader" scope="row" class="c-name">
                <span class="name-cell">
                    <a href=format!("/permission-groups/{id}") class="table__name" title=title>
                        <VisibleName text=name/>
                    </a>
                    {group.built_in.then(|| view! { <span class="badge">"Built-in"</span> }.into_any())}
                    {warns
                        .then(|| {
                            view! {
                                // The words are in the column beside it.
                                <span
                                    class="name-cell__warning"
                                    title="Only help center managers can publish"
                                    aria-hidden="true"
                                >
                                    <Icon symbol=Symbol::Warning/>
                                </span>
                            }
                                .into_any()
                        })}
                </span>
            </th>
            <td role="cell" class="c-edit">
                <span class="c-label" aria-hidden="true">
                    "Edit"
                </span>
                <CanEdit group=group.clone()/>
            </td>
            <td role="cell" class="c-publish">
                <span class="c-label" aria-hidden="true">
                    "Publish"
                </span>
                <CanPublish group=group.clone()/>
            </td>
            <td role="cell" class="c-articles num">
                <ArticleCount id/>
            </td>
            <td role="cell" class="c-updated nowrap muted" title=updated.map(time::full)>
                {updated.map_or_else(|| "–".to_owned(), time::relative)}
            </td>
            <td role="cell" class="c-stacked" aria-hidden="true">
                {live(move || {
                    let parts = [in_words(articles, id), updated.map(time::relative)];
                    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
                })}
            </td>
            <td role="cell" class="c-menu">
                <RowMenu object=group read_only/>
            </td>
        </tr>
    }
}
