//! What surrounds every screen: navigation, account and user, and what concerns all requests.

mod about;
mod drawer;
mod help;
mod nav;
mod reset;
mod sheet;
mod sign_in;
mod status;
mod theme;

use crate::{
    store::{PermissionGroups, Segments},
    ui::{Effect, Icon, Router, Symbol, Toasts, mark_single_keys, on_window, share},
};
use leptos::prelude::*;

pub use sheet::SheetDialog;
pub use sign_in::SignIn;

use drawer::Drawer;
use nav::{Brand, Nav, UserMark};
use sheet::{OpenSheet, SheetPlace};
use status::Status;

/// The frame around the routes.
#[component]
pub fn Shell(
    /// Their number is in the navigation, once a page has loaded them.
    groups: PermissionGroups,
    /// The routes.
    children: Children,
) -> impl IntoView {
    let drawer = Drawer::new();
    let router = Router::expect();
    // Going somewhere closes the drawer.
    Effect::new(move |_| {
        router.path();
        drawer.close();
    });
    share(OpenSheet::new());
    mark_single_keys();
    // Their number is in the navigation, and whether they may be read tells the role.
    Segments::expect().ensure();
    // What waits for an undo is done when the page goes away.
    let toasts = Toasts::expect();
    on_window(leptos::ev::pagehide, move |_| toasts.settle());
    view! {
        <div class="app">
            <a class="skip-link" href="#main">
                "Skip to content"
            </a>
            <header class="topbar">
                <button
                    type="button"
                    class="btn btn--ghost btn--icon"
                    aria-label="Open navigation"
                    aria-haspopup="dialog"
                    aria-expanded=move || drawer.is_open().to_string()
                    aria-controls="nav"
                    on:click=move |_| drawer.open()
                >
                    <Icon symbol=Symbol::Menu/>
                </button>
                <Brand/>
                <div class="topbar__end">
                    <UserMark/>
                </div>
            </header>
            <div
                class="drawer"
                class:is-open=move || drawer.is_open()
                role=move || drawer.is_open().then_some("dialog")
                aria-modal=move || drawer.is_open().then_some("true")
                aria-label=move || drawer.is_open().then_some("Navigation")
            >
                <Nav groups drawer/>
                <button
                    type="button"
                    class="nav-scrim"
                    aria-label="Close navigation"
                    on:click=move |_| drawer.close()
                ></button>
            </div>
            <main class="page" id="main" tabindex="-1">
                <Status/>
                {children()}
            </main>
        </div>
        <SheetPlace/>
    }
}
