//! The page's address: what it is, and going elsewhere without loading the page anew.
//!
//! Ours, because it is a tenth of the size of leptos_router, which matches nested routes, fetches data for them and
//! animates between them. Here a screen is a `match` on the path (src/app.rs).

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, Url, UrlSearchParams};

use super::{forget_when_gone, on_window, shared};

/// Where the page is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Address {
    path: String,
    /// From `?` on; empty when there is nothing.
    search: String,
}

impl Address {
    fn current() -> Self {
        let location = window().location();
        Self {
            path: location.pathname().unwrap_or_default(),
            search: location.search().unwrap_or_default(),
        }
    }
}

/// The app's one router.
#[derive(Debug, Clone, Copy)]
pub struct Router(RwSignal<Address>);

impl Router {
    /// Follows the address from now on, and takes over clicks on links within the site.
    pub fn start() -> Self {
        let router = Self(RwSignal::new(Address::current()));
        on_window(ev::click, move |event| {
            if let Some(target) = internal_link(&event) {
                event.prevent_default();
                router.go(&target);
            }
        });
        on_window(ev::popstate, move |_| router.arrive());
        router
    }

    /// The router of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// The path. Tracks.
    pub fn path(self) -> String {
        forget_when_gone(self.0);
        self.0.with(|address| address.path.clone())
    }

    /// Path and search. Tracks.
    pub fn address(self) -> String {
        forget_when_gone(self.0);
        self.0.with(|address| format!("{}{}", address.path, address.search))
    }

    /// The search's parameters, decoded. Tracks.
    pub fn parameters(self) -> Vec<(String, String)> {
        forget_when_gone(self.0);
        let search = self.0.with(|address| address.search.clone());
        let Ok(parameters) = UrlSearchParams::new_with_str(&search) else { return Vec::new() };
        let pairs = parameters.entries().into_iter().flatten();
        pairs
            .filter_map(|pair| {
                let pair: js_sys::Array = pair.dyn_into().ok()?;
                Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
            })
            .collect()
    }

    /// Goes to an address of this site, and to its top.
    pub fn go(self, to: &str) {
        self.step(to);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }

    /// The same screen with another search, as a step in the history, without scrolling.
    pub fn step(self, to: &str) {
        if to != untrack(|| self.address())
            && let Ok(history) = window().history()
        {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(to));
        }
        self.arrive();
    }

    /// Another address in place of this one.
    pub fn replace(self, to: &str) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(to));
        }
        self.arrive();
    }

    fn arrive(self) {
        let address = Address::current();
        if self.0.with_untracked(|before| *before != address) {
            self.0.set(address);
        }
    }
}

/// The address of this site that a plain click on a link leads to. A link to a place within the page is the browser's.
fn internal_link(event: &MouseEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    if link.get_attribute("href")?.starts_with('#')
        || link.has_attribute("target")
        || link.has_attribute("download")
    {
        return None;
    }
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    let url = Url::new(&link.href()).ok()?;
    (url.origin() == window().location().origin().ok()?)
        .then(|| format!("{}{}{}", url.pathname(), url.search(), url.hash()))
}
