//! The matrix in a browser: cells, keys, plans, and saving many groups at once.

mod cells;
mod filters;
mod keys;
mod plans;
mod saving;
mod trouble;
mod undo;
mod window;

use guidepost_model::PermissionGroup;
use leptos::prelude::document;
use serde_json::json;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::support::{Account, Page, until};

pub(super) const MATRIX: &str = "/permission-groups/matrix";

/// Two segments of staff and three groups that no other test knows: the account is small enough to see it all.
pub(super) async fn prepared() -> Account {
    let account = Account::fresh().await;
    for name in ["Aa tuners", "Ab movers"] {
        account.create(json!({ "name": name, "user_type": "staff", "tags": ["made_up"] })).await;
    }
    let tuners = account.the("Aa tuners").await.id;
    account.create_group(json!({ "name": "A guides" })).await;
    account.create_group(json!({ "name": "B notes", "edit": [tuners] })).await;
    account.create_group(json!({ "name": "C wiki", "publish": [tuners] })).await;
    account
}

/// The matrix of the prepared account, narrowed to what was prepared.
pub(super) async fn open() -> Page {
    open_on(prepared().await).await
}

pub(super) async fn open_on(account: Account) -> Page {
    let page = Page::open_on(account, MATRIX).await;
    page.cell("Aa tuners, A guides: Publish").await;
    page
}

impl Page {
    /// The checkbox of a cell, once it is in the page.
    #[track_caller]
    pub(super) fn cell(&self, label: &str) -> impl Future<Output = HtmlInputElement> {
        let wanted = label.to_owned();
        until(format!("the cell “{label}”"), move || find(&wanted))
    }

    /// Clicks the checkbox of a cell.
    pub(super) async fn switch(&self, label: &str) {
        let cell = self.cell(label).await;
        cell.focus().unwrap();
        cell.click();
        self.settles().await;
    }

    /// Clicks the checkbox of a cell while Shift is down.
    pub(super) async fn click_with_shift(&self, label: &str) {
        let init = web_sys::MouseEventInit::new();
        init.set_shift_key(true);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let click = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap();
        self.cell(label).await.dispatch_event(&click).unwrap();
        self.settles().await;
    }

    /// Waits until a cell is checked or not.
    #[track_caller]
    pub(super) fn is_switched(&self, label: &str, on: bool) -> impl Future<Output = ()> {
        let wanted = label.to_owned();
        until(format!("the cell “{label}” to be {on}"), move || {
            (find(&wanted)?.checked() == on).then_some(())
        })
    }

    /// Whether a cell is marked as changed.
    pub(super) fn is_marked(&self, label: &str) -> bool {
        let cell = find(label).unwrap().closest("td").unwrap().unwrap();
        cell.class_list().contains("is-changed")
    }

    pub(super) async fn stored(&self, name: &str) -> PermissionGroup {
        self.account.group(name).await
    }
}

fn find(label: &str) -> Option<HtmlInputElement> {
    let cell = document().query_selector(&format!("input[aria-label=\"{label}\"]")).unwrap()?;
    cell.dyn_into().ok()
}

/// The box that scrolls.
pub(super) fn scroller() -> HtmlElement {
    let found: Option<Element> = document().query_selector(".matrix-box").unwrap();
    found.unwrap().unchecked_into()
}
