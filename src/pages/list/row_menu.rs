//! What can be done with one object of a list. The list has one menu, which opens at the button of any row.

use std::sync::Arc;

use guidepost_model::visible_text;
use leptos::{html, prelude::*, tachys::html::node_ref::NodeRefContainer};
use web_sys::Element;

use super::Listing;
use crate::{
    pages::delete::Deletion,
    ui::{For, MenuItem, PopupMenu, Router, Symbol, dom::set},
};

/// For which row the menu is open.
#[derive(Debug)]
pub(super) struct RowMenu<T: Listing> {
    opened: RwSignal<Option<Opened<T>>>,
    button: NodeRef<html::Button>,
}

/// A menu that was opened. Its number tells it from one that is still about to close.
#[derive(Debug, Clone)]
struct Opened<T> {
    number: u32,
    object: Arc<T>,
}

impl<T: Listing> Clone for RowMenu<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Listing> Copy for RowMenu<T> {}

impl<T: Listing> RowMenu<T> {
    /// Open for none.
    pub(super) fn new() -> Self {
        Self { opened: RwSignal::new(None), button: NodeRef::new() }
    }

    /// Opens at the button of an object's row.
    pub(super) fn open(self, button: &Element, object: Arc<T>) {
        self.mark("false");
        self.button.load(button);
        self.mark("true");
        let number = self.opened.with_untracked(|opened| opened.as_ref().map(|it| it.number + 1));
        self.opened.set(Some(Opened { number: number.unwrap_or_default(), object }));
    }

    fn close(self, number: u32) {
        let is_open = |opened: &Option<Opened<T>>| opened.as_ref().map(|it| it.number);
        // The browser says so later, when the page or the row may be gone or another menu open.
        if self.opened.try_with_untracked(is_open).flatten() == Some(number) {
            self.mark("false");
            self.opened.set(None);
        }
    }

    fn mark(self, is_open: &str) {
        if let Some(button) = self.button.get_untracked() {
            set(&button, &[("aria-expanded", is_open)]);
        }
    }
}

/// The menu, while it is open.
#[component]
pub(super) fn RowMenuPopup<T: Listing>(
    /// Whose it is.
    menu: RowMenu<T>,
    /// The plan lets none of its kind be created or changed.
    read_only: Signal<bool>,
) -> impl IntoView {
    let router = Router::expect();
    let deletion = Deletion::expect();
    let items = move |object: &Arc<T>| {
        let id = object.id();
        let go = |path: String| move || router.go(&path);
        let built_in = object.is_built_in();
        let read_only = read_only.get_untracked();
        let (open, symbol) =
            if built_in || read_only { ("View", Symbol::Info) } else { ("Edit", Symbol::Edit) };
        let mut items = vec![MenuItem::new(open, symbol, go(format!("{}/{id}", T::PATH)))];
        if !read_only {
            let copy = go(format!("{}/new?from={id}", T::PATH));
            items.push(MenuItem::new("Duplicate", Symbol::Copy, copy));
        }
        if !built_in {
            let object = object.clone();
            let delete = move || deletion.ask(&*object);
            items.push(MenuItem::new("Delete…", Symbol::Trash, delete).danger().apart());
        }
        items
    };
    let popup = move |Opened { number, object }: Opened<T>| {
        let about = visible_text(object.display_name());
        let label = format!("Actions for {about}");
        let close = Callback::new(move |()| menu.close(number));
        view! { <PopupMenu button=menu.button label about items=items(&object) close/> }
    };
    // Keyed, because each opening is a menu of its own, which opens where its button is.
    let opened = move || menu.opened.get().into_iter().collect::<Vec<Opened<T>>>();
    let number = |opened: &Opened<T>| opened.number;
    view! { <For each=opened key=number children=popup/> }
}
