//! Which of the browser's tabs this page is in: the same after a reload, another one in a duplicated tab.

use std::cell::RefCell;

use leptos::{ev, prelude::*};
use web_sys::Storage;

use crate::ui::on_window;

/// Waits in the tab's session storage only while no page is loaded: a duplicated tab gets a copy of that storage, and
/// must not find the id of the tab that it was made from.
const KEY: &str = "guidepost.tab";

thread_local! {
    static TAB: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From now on the tab's id is put down when the page goes, and taken up again when it comes back.
pub fn follow_tab() {
    on_window(ev::pagehide, |_| put_down());
    on_cleanup(put_down);
}

/// This tab's id.
pub(super) fn id() -> String {
    TAB.with_borrow_mut(|tab| tab.get_or_insert_with(|| take_up().unwrap_or_else(random)).clone())
}

/// An id that nothing else has.
pub(super) fn random() -> String {
    let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}{:x}", part(), part())
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

fn take_up() -> Option<String> {
    let storage = storage()?;
    let id = storage.get_item(KEY).ok()?;
    let _ = storage.remove_item(KEY);
    id
}

fn put_down() {
    if let (Some(id), Some(storage)) = (TAB.take(), storage()) {
        let _ = storage.set_item(KEY, &id);
    }
}
