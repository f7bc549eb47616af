//! What the rows of all lists have in common: the name that leads to the object, when it was changed, and its menu.

use std::sync::Arc;

use guidepost_model::{Timestamp, visible_text};
use web_sys::{Element, HtmlElement};

use super::{Listing, RowState};
use crate::ui::{
    dom::{copy_of, part, set, set_or_remove},
    set_visible_name, time,
};

/// The elements of a row that every list has, in a copy of its template.
pub(crate) struct RowParts<T> {
    /// The row.
    pub(crate) row: HtmlElement,
    link: HtmlElement,
    name: HtmlElement,
    badge: HtmlElement,
    updated: HtmlElement,
    menu: HtmlElement,
    shown: Option<Arc<T>>,
    state: Option<RowState>,
}

impl<T: Listing> RowParts<T> {
    /// A copy of a template, which has all of them.
    pub(crate) fn new(template: &Element) -> Self {
        let row = copy_of(template);
        Self {
            link: part(&row, ".table__name"),
            name: part(&row, ".table__name > bdi"),
            badge: part(&row, ".badge"),
            updated: part(&row, ".c-updated"),
            menu: part(&row, "[aria-haspopup=menu]"),
            shown: None,
            state: None,
            row,
        }
    }

    /// Shows an object; true when it is another one than before.
    pub(crate) fn show(&mut self, object: &Arc<T>, state: RowState) -> bool {
        self.show_state(state);
        if self.shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, object)) {
            return false;
        }
        // Tooltips are those of the object before.
        for explained in [&self.link, &self.updated] {
            set_or_remove(explained, "title", None);
        }
        let (id, name) = (object.id().to_string(), visible_text(object.display_name()));
        set(&self.row, &[(T::ROW, &id)]);
        set(&self.link, &[("href", &format!("{}/{id}", T::PATH))]);
        set_visible_name(&self.name, object.display_name());
        self.badge.set_hidden(!object.is_built_in());
        let updated = updated(&**object);
        let moment = updated.map(time::relative).unwrap_or_default();
        self.updated.set_text_content(Some(&moment));
        set(&self.menu, &[("aria-label", &format!("Actions for {name}"))]);
        self.shown = Some(object.clone());
        true
    }

    /// Gives the elements their tooltips.
    pub(crate) fn explain(&self, object: &T) {
        set(&self.link, &[("title", &visible_text(object.display_name()))]);
        set_or_remove(&self.updated, "title", updated(object).map(time::full).as_deref());
    }

    fn show_state(&mut self, state: RowState) {
        if self.state == Some(state) {
            return;
        }
        // The head is the first row of the table, and counting starts at 1.
        set(&self.row, &[("aria-rowindex", &(state.at + 2).to_string())]);
        let _ = self.row.class_list().toggle_with_force("is-flash", state.is_flash);
        self.state = Some(state);
    }
}

/// When the account changed it last. Built-in ones bear the date of Zendesk's own changes.
pub(crate) fn updated<T: Listing>(object: &T) -> Option<Timestamp> {
    object.updated_at().filter(|_| !object.is_built_in())
}
