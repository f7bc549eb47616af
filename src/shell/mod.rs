//! What surrounds every screen: navigation, account and user, and what concerns all requests.

mod help;
mod nav;
mod sign_in;
mod status;
mod theme;

use crate::{
    store::{PermissionGroups, Segments},
    ui::{Effect, Icon, Router, Show, Symbol, Toasts},
};
use leptos::prelude::*;

pub use help::HelpDialog;
pub use sign_in::SignIn;

use help::Help;
use nav::{Brand, Nav, UserMark};
use status::Status;

/// The frame around the routes.
#[component]
pub fn Shell(
    /// Their number is in the navigation, once a page has loaded them.
    groups: PermissionGroups,
    /// The routes.
    children: Children,
) -> impl IntoView {
    let nav_open = RwSignal::new(false);
    let router = Router::expect();
    // Going somewhere closes the drawer.
    Effect::new(move |_| {
        router.path();
        nav_open.set(false);
    });
    // Their number is in the navigation, and whether they may be read tells the role.
    Segments::expect().ensure();
    // What waits for an undo is done when the page goes away.
    let toasts = Toasts::expect();
    let leaving = window_event_listener(leptos::ev::pagehide, move |_| toasts.settle());
    on_cleanup(move || leaving.remove());
    view! {
        <div class="app" class:is-nav-open=move || nav_open.get()>
            <a class="skip-link" href="#main">
                "Skip to content"
            </a>
            <header class="topbar">
                <button
                    type="button"
                    class="btn btn--ghost btn--icon"
                    aria-label="Open navigation"
                    aria-expanded=move || nav_open.get().to_string()
                    aria-controls="nav"
                    on:click=move |_| nav_open.update(|open| *open = !*open)
                >
                    <Icon symbol=Symbol::Menu/>
                </button>
                <Brand/>
                <div class="topbar__end">
                    <UserMark/>
                </div>
            </header>
            <Nav groups/>
            <Show when=move || nav_open.get()>
                <button
                    type="button"
                    class="nav-scrim"
                    aria-label="Close navigation"
                    on:click=move |_| nav_open.set(false)
                ></button>
            </Show>
            <main class="page" id="main" tabindex="-1">
                <Status/>
                {children()}
            </main>
        </div>
        <Help/>
    }
}
