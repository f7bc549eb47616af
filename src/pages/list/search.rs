//! The search above a list, which leads on into the rows.

use leptos::prelude::*;

use super::{Address, Cursor, ListQuery};
use crate::ui::SearchBox;

#[component]
pub(crate) fn Search<Q: ListQuery>(
    /// Where the search stands.
    address: Address<Q>,
    /// Leads on into the rows.
    cursor: Cursor,
    /// The input's id.
    id: &'static str,
    /// What the input is called.
    label: &'static str,
    /// What is searched.
    placeholder: &'static str,
    /// Prepares for a search when somebody is about to type.
    #[prop(optional_no_strip)]
    prepare: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <SearchBox
            id
            label
            placeholder
            text=Signal::derive(move || address.query.with(|query| query.text().to_owned()))
            search=Callback::new(move |text| address.search_for(text))
            prepare
            go_on=Some(Callback::new(move |()| cursor.move_to(0)))
        />
    }
}
