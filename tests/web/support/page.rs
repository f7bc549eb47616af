//! The app in the page: mounted for a test, and taken away after it without a trace.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    sync::{
        Once,
        atomic::{AtomicBool, Ordering},
    },
};

use guidepost::{App, api::Method};
use js_sys::Promise;
use leptos::{mount::mount_to, prelude::*};
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use super::{
    account::Account,
    browser, clock,
    fault::{Fault, on},
    history::{current_address, has_room, reach, replace_address},
    network::{self, Asked},
};

thread_local! {
    /// The app, kept here and not in the test: a test that fails leaves it behind, and the next one removes it.
    static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
    static TESTS: Cell<u32> = const { Cell::new(0) };
}

/// The joined style sheets of the app, which `cargo xtask test --web` makes.
const STYLES: [&str; 2] = ["/target/site/guidepost.css", "/target/site/later.css"];

/// The mounted view, which goes when it is dropped, and what owns its signals and listeners. That is cleaned up by
/// hand: the app's root never ends by itself, and what lives in it keeps it alive.
struct Mounted {
    view: Box<dyn Any>,
    owner: Owner,
}

static PANICKED: AtomicBool = AtomicBool::new(false);

/// A page that shows the app.
pub struct Page {
    pub account: Account,
    /// Marks this page's requests, so that a fault strikes no other test's.
    tag: String,
    token: String,
}

impl Page {
    /// Opens an address as the manager of a fresh account.
    pub async fn open(address: &str) -> Self {
        Self::open_on(Account::fresh().await, address).await
    }

    /// Opens an address on an account that was prepared.
    pub async fn open_on(account: Account, address: &str) -> Self {
        let page = Self::prepare(account).await;
        reach(address).await;
        page.go_to(address);
        page
    }

    /// Opens an address as somebody else.
    pub async fn open_as(token: &str, address: &str) -> Self {
        let mut page = Self::prepare(Account::fresh().await).await;
        page.token = token.into();
        reach(address).await;
        page.go_to(address);
        page
    }

    /// Opens an address on an account with another plan than Enterprise, as far as the site says.
    pub async fn open_on_plan(account: Account, plan: &str, address: &str) -> Self {
        let page = Self::prepare(account).await;
        page.is_on_plan(plan);
        reach(address).await;
        page.go_to(address);
        page
    }

    /// The same on an account that says it has one brand only: the articles at its address are all there are.
    pub async fn open_on_one_brand(account: Account, address: &str) -> Self {
        let page = Self::prepare(account).await;
        page.has_one_brand().await;
        page.go_to(address);
        page
    }

    /// From now on the account says that it has one brand only.
    pub async fn has_one_brand(&self) {
        let brands =
            json!({ "brands": [{ "id": 1, "name": "Fernhollow", "has_help_center": true }] });
        self.meets(on("GET", "/api/v2/brands").answers(200, brands).times(1_000)).await;
    }

    /// A page that shows nothing yet: for faults that are to strike the first requests.
    pub async fn prepare(account: Account) -> Self {
        watch_for_panics();
        clean_up();
        dress().await;
        network::watch();
        PANICKED.store(false, Ordering::Relaxed);
        let test = TESTS.get();
        TESTS.set(test + 1);
        Self { account, tag: format!("web-{test}"), token: "manager-token".into() }
    }

    /// Loads the app at an address, as if it was typed into the address bar.
    pub fn go_to(&self, address: &str) {
        unmount();
        replace_address(address);
        let mut transport = self.account.transport(&self.token);
        transport.headers.push(("X-Sandbox-Tag".into(), self.tag.clone()));
        let home = document().create_element("div").expect("an element");
        home.set_id("app");
        document().body().expect("a page").prepend_with_node_1(&home).expect("a child");
        let home: HtmlElement = home.unchecked_into();
        let owner = Owner::new();
        let view = owner.with(|| mount_to(home, move || view! { <App transport=transport/> }));
        MOUNTED.set(Some(Mounted { view: Box::new(view), owner }));
    }

    /// Goes to an address within the app, as a link on the page does.
    pub async fn visit(&self, address: &str) {
        has_room().await;
        let link = document().create_element("a").expect("an element");
        link.set_attribute("href", address).expect("an attribute");
        document().body().expect("a page").append_child(&link).expect("a child");
        link.unchecked_ref::<HtmlElement>().click();
        link.remove();
    }

    /// Whether the app has panicked.
    pub fn has_crashed(&self) -> bool {
        panicked()
    }

    /// Loads the app anew where it is. What is in the browser's storage stays.
    pub fn reload(&self) {
        self.go_to(&self.address());
    }

    /// From the next load on the site says that the account has this plan.
    pub fn is_on_plan(&self, plan: &str) {
        network::say_plan(plan);
    }

    /// The path and query in the address bar.
    pub fn address(&self) -> String {
        current_address()
    }

    /// The browser's Back.
    pub fn go_back(&self) {
        window().history().expect("a history").back().expect("a step back");
    }

    /// Lets a failure wait for this page's requests.
    pub async fn meets(&self, fault: Fault) {
        let fault = fault.tagged(&self.tag);
        self.account.ask(Method::Post, "/sandbox/faults", Some(fault)).await;
    }

    /// Takes back the faults that still wait.
    pub async fn is_well_again(&self) {
        let faults = format!("/sandbox/faults?tag={}", self.tag);
        self.account.ask(Method::Delete, &faults, None).await;
    }

    /// Requests of the page so far whose path and query contain `part`.
    pub fn asked(&self, method: &str, part: &str) -> Vec<Asked> {
        let of_kind = |asked: &Asked| {
            asked.tag == self.tag && asked.method == method && asked.path.contains(part)
        };
        network::asked().into_iter().filter(of_kind).collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        clean_up();
        assert!(!panicked(), "the app panicked");
    }
}

/// The element that the app is in.
pub(super) fn root() -> Element {
    document().get_element_by_id("app").expect("no app is open")
}

/// True when anything panicked since the page was opened.
pub(super) fn panicked() -> bool {
    PANICKED.load(Ordering::Relaxed)
}

/// A panic in an event handler or a task of the app ends neither the page nor the test by itself.
fn watch_for_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            PANICKED.store(true, Ordering::Relaxed);
            report(panic);
        }));
    });
}

fn clean_up() {
    unmount();
    clock::restore();
    browser::restore();
    for storage in [window().local_storage(), window().session_storage()].into_iter().flatten() {
        storage.expect("a browser has storage").clear().expect("storage can be cleared");
    }
    if let Some(page) = document().document_element() {
        page.remove_attribute("data-theme").expect("an attribute can go");
    }
    replace_address("/");
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

fn unmount() {
    if let Some(Mounted { view, owner }) = MOUNTED.take() {
        drop(view);
        owner.cleanup();
    }
    if let Some(home) = document().get_element_by_id("app") {
        home.remove();
    }
}

/// Gives the page the app's styles, once.
async fn dress() {
    for styles in STYLES {
        let there = document().query_selector(&format!("link[href='{styles}']"));
        if there.expect("a selector").is_none() {
            link(styles).await;
        }
    }
}

async fn link(styles: &str) {
    let link = document().create_element("link").expect("an element");
    link.set_attribute("rel", "stylesheet").expect("an attribute");
    link.set_attribute("href", styles).expect("an attribute");
    let loaded = Promise::new(&mut |resolve, reject| {
        for (event, then) in [("load", &resolve), ("error", &reject)] {
            link.add_event_listener_with_callback(event, then).expect("an event");
        }
    });
    document().head().expect("a head").append_child(&link).expect("a child");
    let loaded = JsFuture::from(loaded).await;
    assert!(loaded.is_ok(), "{styles} is missing: run these tests with `cargo xtask test --web`");
}
