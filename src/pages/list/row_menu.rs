//! What can be done with one object of a list.

use std::sync::Arc;

use guidepost_model::visible_text;
use leptos::prelude::*;

use super::Listing;
use crate::{
    pages::delete::Deletion,
    ui::{ActionMenu, Icon, MenuItem, Router, Symbol},
};

#[component]
pub(crate) fn RowMenu<T: Listing>(
    /// The row's object.
    object: Arc<T>,
    /// The plan lets none of its kind be created or changed.
    #[prop(optional)]
    read_only: Option<Memo<bool>>,
) -> impl IntoView {
    let router = Router::expect();
    let deletion = Deletion::expect();
    let about = visible_text(object.display_name());
    let label = format!("Actions for {about}");
    let items = Callback::new(move |()| {
        let id = object.id();
        let go = |path: String| move || router.go(&path);
        let built_in = object.is_built_in();
        let read_only = read_only.is_some_and(|read_only| read_only.get_untracked());
        let (open, symbol) =
            if built_in || read_only { ("View", Symbol::Info) } else { ("Edit", Symbol::Edit) };
        let mut items = vec![MenuItem::new(open, symbol, go(format!("{}/{id}", T::PATH)))];
        if !read_only {
            let copy = go(format!("{}/new?from={id}", T::PATH));
            items.push(MenuItem::new("Duplicate", Symbol::Copy, copy));
        }
        if !built_in {
            let object = object.clone();
            let delete = move || deletion.ask(vec![object.clone()]);
            items.push(MenuItem::new("Delete…", Symbol::Trash, delete).danger().apart());
        }
        items
    });
    view! {
        <ActionMenu label class="btn btn--ghost btn--icon btn--s" items about>
            <Icon symbol=Symbol::More/>
        </ActionMenu>
    }
}
