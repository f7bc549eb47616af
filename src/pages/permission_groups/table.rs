//! The table of permission groups.

use guidepost_model::{PermissionGroup, PermissionGroupQuery, SortKey};
use leptos::prelude::*;

use super::{
    COLUMNS,
    row::{GroupRow, Known},
};
use crate::{
    pages::{
        list::{self, Address, Count, Cursor, Found, RowElement, SortHead},
        parts::{CountScope, SCOPE},
    },
    session::Session,
    store::PermissionGroups,
};

#[component]
pub(super) fn Table(
    groups: PermissionGroups,
    address: Address<PermissionGroupQuery>,
    found: Memo<Found<PermissionGroup>>,
    cursor: Cursor,
) -> impl IntoView {
    let head = Box::new(move || {
        view! {
            <SortHead address key=SortKey::Name label="Name" class="c-name"/>
            <th role="columnheader" scope="col" class="c-edit">
                "Can edit"
            </th>
            <th role="columnheader" scope="col" class="c-publish">
                "Can publish"
            </th>
            <th role="columnheader" scope="col" class="c-articles num" title=SCOPE>
                "Articles"
            </th>
            <SortHead address key=SortKey::Updated label="Updated" class="c-updated"/>
            <th role="columnheader" scope="col" class="c-menu">
                <span class="sr-only">"Actions"</span>
            </th>
        }
        .into_any()
    });
    let session = Session::expect();
    let read_only = Signal::derive(move || !session.plan().changes_permission_groups());
    let known = Known::expect();
    let make_row =
        Box::new(move || Box::new(GroupRow::new(known)) as Box<dyn RowElement<PermissionGroup>>);
    let foot = Box::new(move || {
        view! {
            <Count collection=groups found/>
            <CountScope/>
        }
        .into_any()
    });
    view! {
        <list::Table
            collection=groups
            found
            cursor
            class="table table--stack list permission-groups"
            caption="Permission groups"
            columns=COLUMNS.len()
            head
            make_row
            read_only
            foot
        />
    }
}
