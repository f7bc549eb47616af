//! What a person does on the page. A browser does more for a real key than for a made one: what the tests need of
//! that, such as Enter on a button, is done here.

use std::future::Future;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, ClipboardEventInit, DataTransfer, Element, Event, EventInit, HtmlElement,
    HtmlFormElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit, MouseEvent,
    MouseEventInit,
};

use super::{
    find::{self, name_of},
    page::Page,
    wait::{frame, turn, until},
};

impl Page {
    /// Clicks the button with that name, once it can be clicked.
    #[track_caller]
    pub fn click_button(&self, name: &str) -> impl Future<Output = ()> {
        let wanted = name.to_owned();
        let button = until(format!("the button “{name}”"), move || {
            find::named("button", &wanted).filter(|button| !find::is_disabled(button))
        });
        async move { click(&button.await).await }
    }

    /// Clicks the link with that name.
    #[track_caller]
    pub fn click_link(&self, name: &str) -> impl Future<Output = ()> {
        let wanted = name.to_owned();
        let link = until(format!("the link “{name}”"), move || find::named("a[href]", &wanted));
        async move { click(&link.await).await }
    }

    /// Opens the menu behind a button, and picks an entry.
    #[track_caller]
    pub fn pick(&self, menu: &str, entry: &str) -> impl Future<Output = ()> {
        let (menu_name, entry_name) = (menu.to_owned(), entry.to_owned());
        let button = until(format!("the menu “{menu}”"), move || {
            find::named("button[aria-haspopup=menu]", &menu_name)
        });
        let entry = until(format!("“{entry}” in the menu"), move || {
            find::named("[role^=menuitem]", &entry_name)
        });
        async move {
            click(&button.await).await;
            click(&entry.await).await;
        }
    }

    /// Checks or unchecks a box, or chooses a radio button whose label begins like this.
    #[track_caller]
    pub fn choose(&self, label: &str) -> impl Future<Output = ()> {
        let wanted = label.to_owned();
        let choice = until(format!("the choice “{label}”"), move || {
            let choices = find::all("input[type=radio], input[type=checkbox]");
            choices
                .into_iter()
                .find(|choice| name_of(choice).starts_with(&wanted) && !find::is_disabled(choice))
        });
        async move { click(&choice.await).await }
    }

    /// Moves focus to a field.
    #[track_caller]
    pub fn focus(&self, label: &str) -> impl Future<Output = ()> {
        let wanted = label.to_owned();
        let input = until(format!("the field “{label}”"), move || find::field(&wanted));
        async move {
            input.await.focus().expect("an input takes focus");
            frame().await;
        }
    }

    /// Moves focus to a button, without pressing it.
    #[track_caller]
    pub fn focus_button(&self, name: &str) -> impl Future<Output = ()> {
        let wanted = name.to_owned();
        let button =
            until(format!("the button “{name}”"), move || find::named("button", &wanted));
        async move {
            let button: HtmlElement = button.await.unchecked_into();
            button.focus().expect("a button takes focus");
            frame().await;
        }
    }

    /// Takes focus away from wherever it is, as a click on empty ground does.
    pub async fn leave_the_field(&self) {
        let active = document().active_element().expect("something has focus");
        active.unchecked_into::<HtmlElement>().blur().expect("focus can go");
        frame().await;
    }

    /// Replaces what a field holds.
    #[track_caller]
    pub fn type_into(&self, label: &str, text: &str) -> impl Future<Output = ()> {
        let (wanted, text) = (label.to_owned(), text.to_owned());
        let input = until(format!("the field “{label}”"), move || find::field(&wanted));
        async move {
            let input = input.await;
            input.focus().expect("an input takes focus");
            if !input.value().is_empty() {
                change_to(&input, "");
                turn().await;
            }
            type_letters(&text).await;
        }
    }

    /// Types into whatever has focus.
    pub async fn type_text(&self, text: &str) {
        type_letters(text).await;
    }

    /// Pastes into whatever has focus.
    pub async fn paste(&self, text: &str) {
        let data = DataTransfer::new().expect("a clipboard");
        data.set_data("text", text).expect("text");
        let options = ClipboardEventInit::new();
        options.set_bubbles(true);
        options.set_cancelable(true);
        options.set_clipboard_data(Some(&data));
        let event = ClipboardEvent::new_with_event_init_dict("paste", &options).expect("an event");
        if active().dispatch_event(&event).expect("an event")
            && let Some(input) = active().dyn_ref::<HtmlInputElement>()
        {
            change_to(input, &(input.value() + text));
        }
        frame().await;
    }

    /// Presses keys, one after the other, wherever focus is: `"ArrowDown Enter"`, `"Control+s"`.
    pub async fn press(&self, keys: &str) {
        for key in keys.split(' ') {
            let target = active();
            if key_down(&target, key) {
                default_action(&target, key);
            }
            frame().await;
        }
    }

    /// Changes a field that a dialog covers: what only a browser's own tools or a script can do.
    pub fn sets_behind_the_dialog(&self, id: &str, value: &str) {
        let input = document().get_element_by_id(id).expect("a field");
        change_to(input.unchecked_ref(), value);
    }

    /// The browser tells the page something: `offline`, `pagehide`. False when the page objected.
    pub fn happens(&self, event: &str) -> bool {
        let options = EventInit::new();
        options.set_cancelable(true);
        let event = Event::new_with_event_init_dict(event, &options).expect("an event");
        window().dispatch_event(&event).expect("an event")
    }
}

/// A whole click, as far as this app listens: focus moves to what takes it.
pub(super) async fn click(element: &Element) {
    click_with(element, false).await;
}

pub(super) async fn click_with(element: &Element, shift: bool) {
    if let Some(target) = element.dyn_ref::<HtmlElement>() {
        target.focus().expect("an element can be asked to take focus");
    }
    if shift {
        let options = MouseEventInit::new();
        options.set_bubbles(true);
        options.set_cancelable(true);
        options.set_shift_key(true);
        let event =
            MouseEvent::new_with_mouse_event_init_dict("click", &options).expect("an event");
        element.dispatch_event(&event).expect("an event");
    } else {
        element.unchecked_ref::<HtmlElement>().click();
    }
    frame().await;
}

fn active() -> Element {
    document().active_element().expect("something has focus")
}

async fn type_letters(text: &str) {
    for letter in text.chars() {
        let target = active();
        if key_down(&target, letter.encode_utf8(&mut [0; 4])) {
            let input = target.dyn_ref::<HtmlInputElement>().expect("focus is in a field");
            change_to(input, &format!("{}{letter}", input.value()));
        }
        turn().await;
    }
    frame().await;
}

fn change_to(input: &HtmlInputElement, value: &str) {
    input.set_value(value);
    let options = EventInit::new();
    options.set_bubbles(true);
    let event = Event::new_with_event_init_dict("input", &options).expect("an event");
    input.dispatch_event(&event).expect("an event");
}

/// True when the page leaves the key to the browser.
fn key_down(target: &Element, key: &str) -> bool {
    let options = KeyboardEventInit::new();
    let (modifier, key) = match key.split_once('+') {
        Some((modifier, key)) if !key.is_empty() => (modifier, key),
        _ => ("", key),
    };
    options.set_key(key);
    options.set_ctrl_key(modifier == "Control");
    options.set_alt_key(modifier == "Alt");
    options.set_shift_key(modifier == "Shift");
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options);
    target.dispatch_event(&event.expect("an event")).expect("an event")
}

/// What the browser does for a key that the page leaves to it.
fn default_action(target: &Element, key: &str) {
    let dialog = target.closest("dialog[open]").expect("a selector");
    match (key, target.tag_name().as_str()) {
        ("Enter", "BUTTON" | "A") => target.unchecked_ref::<HtmlElement>().click(),
        ("Enter", "INPUT") => submit_implicitly(target.unchecked_ref()),
        ("Backspace", "INPUT") => {
            let input: &HtmlInputElement = target.unchecked_ref();
            let mut value = input.value();
            value.pop();
            change_to(input, &value);
        }
        ("Escape", _) => {
            if let Some(dialog) = dialog {
                let options = EventInit::new();
                options.set_cancelable(true);
                let event = Event::new_with_event_init_dict("cancel", &options).expect("an event");
                dialog.dispatch_event(&event).expect("an event");
            }
        }
        _ => {}
    }
}

/// HTML: Enter submits a form that has a submit button, or a single field of text.
fn submit_implicitly(input: &HtmlInputElement) {
    let Some(form) = input.form() else { return };
    let form: Element = form.unchecked_into();
    let button = form.query_selector("[type=submit], button:not([type])").expect("a selector");
    let fields = form.query_selector_all("input:not([type=radio]):not([type=checkbox])");
    match button {
        Some(button) => button.unchecked_ref::<HtmlElement>().click(),
        None if fields.expect("a selector").length() == 1 => {
            form.unchecked_ref::<HtmlFormElement>().request_submit().expect("a form in the page");
        }
        None => {}
    }
}
