//! A button that opens a menu: the browser's popover closes it on Escape and on a click elsewhere, arrow keys move in
//! it (WAI-ARIA menu button).

use crate::ui::{Effect, Show};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Icon, Symbol};

/// What an entry does to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// It does something.
    Action,
    /// One choice among several, and whether it is chosen.
    Choice(bool),
    /// On or off.
    Switch(bool),
}

impl Entry {
    const fn role(self) -> &'static str {
        match self {
            Self::Action => "menuitem",
            Self::Choice(_) => "menuitemradio",
            Self::Switch(_) => "menuitemcheckbox",
        }
    }

    const fn checked(self) -> Option<&'static str> {
        match self {
            Self::Action => None,
            Self::Choice(true) | Self::Switch(true) => Some("true"),
            Self::Choice(false) | Self::Switch(false) => Some("false"),
        }
    }
}

/// An entry of a menu.
#[derive(Clone)]
pub struct MenuItem {
    label: String,
    symbol: Symbol,
    entry: Entry,
    danger: bool,
    /// A line above it sets it apart.
    apart: bool,
    /// Why it can't be chosen now; empty where it can.
    refused: String,
    act: Callback<()>,
}

impl MenuItem {
    /// An entry that does something.
    pub fn new(
        label: impl Into<String>,
        symbol: Symbol,
        act: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let (label, act) = (label.into(), Callback::new(move |()| act()));
        let entry = Entry::Action;
        Self { label, symbol, entry, danger: false, apart: false, refused: String::new(), act }
    }

    /// The same, marked as taking something away.
    pub fn danger(self) -> Self {
        Self { danger: true, ..self }
    }

    /// The same, set apart from the entries before it.
    pub fn apart(self) -> Self {
        Self { apart: true, ..self }
    }

    /// The same, as one choice among several.
    pub fn checked(self, checked: bool) -> Self {
        Self { entry: Entry::Choice(checked), ..self }
    }

    /// The same, as something that is on or off.
    pub fn switched(self, on: bool) -> Self {
        Self { entry: Entry::Switch(on), ..self }
    }

    /// The same, which can't be chosen for a reason; an empty one is none.
    pub fn refused(self, reason: String) -> Self {
        Self { refused: reason, ..self }
    }
}

/// The button and, while it is open, the menu. Entries are made when it opens.
#[component]
pub fn ActionMenu(
    /// The button's accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The button's classes.
    class: &'static str,
    /// Makes the entries.
    items: Callback<(), Vec<MenuItem>>,
    /// What the entries are about, where the menu is a sheet away from its button.
    #[prop(optional)]
    about: String,
    /// What the button shows.
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let close = Callback::new(move |()| {
        open.try_set(false);
    });
    view! {
        <button
            type="button"
            node_ref=button
            class=class
            aria-label=label
            aria-haspopup="menu"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.set(true)
            on:keydown=move |event| {
                if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
                    event.prevent_default();
                    open.set(true);
                }
            }
        >
            {children()}
        </button>
        <Show when=move || open.get()>
            <PopupMenu button label about=about.clone() items=items.run(()) close/>
        </Show>
    }
}

/// A menu, open as long as it is in the page, at the button that opened it.
#[component]
pub fn PopupMenu(
    /// Gets focus back when the menu closes.
    button: NodeRef<html::Button>,
    /// The menu's accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What the entries are about, where the menu is a sheet away from its button.
    about: String,
    /// Its entries.
    items: Vec<MenuItem>,
    /// Takes the menu out of the page. May be called when it is gone already.
    close: Callback<()>,
) -> impl IntoView {
    let menu = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(menu), Some(button)) = (menu.get(), button.get_untracked()) else { return };
        let menu: &HtmlElement = &menu;
        let _ = menu.show_popover();
        place(menu, &button);
        focus_item(menu, 0);
    });
    let leave = move || {
        close.try_run(());
    };
    let close = move || {
        leave();
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let keydown = move |event: ev::KeyboardEvent| {
        let Some(menu) = menu.get_untracked() else { return };
        let entries = entries(&menu);
        let current = entries
            .iter()
            .position(|entry| document().active_element().is_some_and(|active| active == **entry));
        let last = entries.len().saturating_sub(1);
        let target = match event.key().as_str() {
            "ArrowDown" => current.map_or(0, |at| if at == last { 0 } else { at + 1 }),
            "ArrowUp" => current.map_or(last, |at| if at == 0 { last } else { at - 1 }),
            "Home" => 0,
            "End" => last,
            "Tab" | "Escape" => {
                event.prevent_default();
                close();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        focus_item(&menu, target);
    };
    view! {
        <div
            node_ref=menu
            class="menu"
            role="menu"
            popover="auto"
            aria-label=label
            on:keydown=keydown
            on:toggle=move |event| {
                let closed = event
                    .dyn_ref::<web_sys::ToggleEvent>()
                    .is_some_and(|event| event.new_state() == "closed");
                if closed {
                    leave();
                }
            }
        >
            {(!about.is_empty())
                .then(|| {
                    view! {
                        <p class="menu__label menu__about" aria-hidden="true">
                            <bdi>{about}</bdi>
                        </p>
                    }
                        .into_any()
                })}
            {items.into_iter().map(|item| entry(item, close)).collect_view()}
        </div>
    }
}

fn entry(item: MenuItem, close: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let MenuItem { label, symbol, entry, danger, apart, refused, act } = item;
    let can = refused.is_empty();
    view! {
        {apart.then(|| view! { <hr class="menu__rule" role="separator"/> }.into_any())}
        <button
            type="button"
            class="menu__item"
            class:menu__item--danger=danger
            role=entry.role()
            tabindex="-1"
            aria-checked=entry.checked()
            aria-disabled=(!can).then_some("true")
            on:click=move |_| {
                if can {
                    close();
                    act.run(());
                }
            }
        >
            <Icon symbol/>
            <span>
                {label}
                {(!can).then(|| view! { " " <span class="menu__reason">{refused}</span> }.into_any())}
            </span>
        </button>
    }
    .into_any()
}

fn entries(menu: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(list) = menu.query_selector_all("[role^=menuitem]") else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

fn focus_item(menu: &HtmlElement, at: usize) {
    if let Some(entry) = entries(menu).get(at) {
        let _ = entry.focus();
    }
}

/// Below the button, its end at the button's end; above it where there is no room below.
fn place(menu: &HtmlElement, button: &HtmlElement) {
    let (anchor, own) = (button.get_bounding_client_rect(), menu.get_bounding_client_rect());
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    let below = anchor.bottom() + 4.0;
    let top = if below + own.height() > height - 8.0 {
        (anchor.top() - own.height() - 4.0).max(8.0)
    } else {
        below
    };
    let left = (anchor.right() - own.width()).max(8.0);
    let style = menu.style();
    // Whole pixels: the code that writes fractions is 19 kB, and nothing else that a first visit loads needs it.
    let _ = style.set_property("--menu-top", &format!("{}px", top as i32));
    let _ = style.set_property("--menu-left", &format!("{}px", left as i32));
}
