//! A button that opens a menu: the browser's popover closes it on Escape and on a click elsewhere, arrow keys move in
//! it (WAI-ARIA menu button).

use crate::ui::{Effect, Show};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Icon, Symbol};

/// An entry of a menu.
#[derive(Clone)]
pub struct MenuItem {
    /// What it does.
    pub label: String,
    /// Its icon.
    pub symbol: Symbol,
    /// It takes something away.
    pub danger: bool,
    /// For a choice among several: whether this one is chosen.
    pub checked: Option<bool>,
    /// Called when it is chosen.
    pub act: Callback<()>,
}

impl MenuItem {
    /// An entry that does something.
    pub fn new(
        label: impl Into<String>,
        symbol: Symbol,
        act: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let act = Callback::new(move |()| act());
        Self { label: label.into(), symbol, danger: false, checked: None, act }
    }

    /// The same, marked as taking something away.
    pub fn danger(self) -> Self {
        Self { danger: true, ..self }
    }

    /// The same, as one choice among several.
    pub fn checked(self, checked: bool) -> Self {
        Self { checked: Some(checked), ..self }
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
    /// What the button shows.
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
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
            <Popup open button label items=items.run(())/>
        </Show>
    }
}

#[component]
fn Popup(
    open: RwSignal<bool>,
    button: NodeRef<html::Button>,
    label: Signal<String>,
    items: Vec<MenuItem>,
) -> impl IntoView {
    let menu = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(menu), Some(button)) = (menu.get(), button.get_untracked()) else { return };
        let menu: &HtmlElement = &menu;
        let _ = menu.show_popover();
        place(menu, &button);
        focus_item(menu, 0);
    });
    let close = move || {
        open.set(false);
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
                    open.set(false);
                }
            }
        >
            {items
                .into_iter()
                .map(|item| {
                    let role = if item.checked.is_some() { "menuitemradio" } else { "menuitem" };
                    view! {
                        <button
                            type="button"
                            class="menu__item"
                            class:menu__item--danger=item.danger
                            role=role
                            tabindex="-1"
                            aria-checked=item.checked.map(|checked| checked.to_string())
                            on:click=move |_| {
                                close();
                                item.act.run(());
                            }
                        >
                            <Icon symbol=item.symbol/>
                            {item.label}
                        </button>
                    }
                        .into_any()
                })
                .collect_view()}
        </div>
    }
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
