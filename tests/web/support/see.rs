//! What a person sees, hears or expects on the page.

use std::future::Future;

use leptos::prelude::document;
use web_sys::{Element, HtmlInputElement};

use super::{
    act::{click, click_with},
    find::{self, name_of, shown_text, text_of},
    history::current_address,
    page::{Page, root},
    wait::{frame, until},
};

impl Page {
    /// Waits for a text, in the topmost dialog or else anywhere.
    #[track_caller]
    pub fn sees(&self, text: &str) -> impl Future<Output = ()> {
        let wanted = text.to_owned();
        until(format!("the text “{text}”"), move || {
            shown_text(&find::scope()).contains(&wanted).then_some(())
        })
    }

    /// Waits until a text is gone.
    #[track_caller]
    pub fn sees_no_more(&self, text: &str) -> impl Future<Output = ()> {
        let unwanted = text.to_owned();
        until(format!("“{text}” to go"), move || {
            (!shown_text(&root()).contains(&unwanted)).then_some(())
        })
    }

    /// Whether a text is on the page at this moment.
    pub fn shows(&self, text: &str) -> bool {
        shown_text(&root()).contains(text)
    }

    /// Waits until a part of the page says something.
    #[track_caller]
    pub fn sees_in(&self, region: &str, text: &str) -> impl Future<Output = ()> {
        let (name, wanted) = (region.to_owned(), text.to_owned());
        until(format!("“{text}” in “{region}”"), move || {
            shown_text(&find::region(&name)?).contains(&wanted).then_some(())
        })
    }

    /// Waits for the page's heading, which is the tab's title too.
    #[track_caller]
    pub fn is_at(&self, heading: &str) -> impl Future<Output = ()> {
        let wanted = heading.to_owned();
        until(format!("the page “{heading}”"), move || {
            // What is still on its way has a heading, too.
            let heading = root().query_selector("h1:not([aria-busy=true] h1)").ok()??;
            let titled = document().title() == format!("{wanted} · Guidepost");
            (shown_text(&heading) == wanted && titled).then_some(())
        })
    }

    /// Waits for a dialog with that title, on top of everything.
    #[track_caller]
    pub fn is_asked(&self, title: &str) -> impl Future<Output = ()> {
        let wanted = title.to_owned();
        until(format!("the dialog “{title}”"), move || {
            let dialog = find::scope();
            (dialog.tag_name() == "DIALOG" && name_of(&dialog) == wanted).then_some(())
        })
    }

    /// Waits until no dialog is open.
    #[track_caller]
    pub fn is_asked_nothing(&self) -> impl Future<Output = ()> {
        until("the dialog to close", || (find::scope().tag_name() != "DIALOG").then_some(()))
    }

    /// Waits until an address is in the address bar.
    #[track_caller]
    pub fn is_addressed(&self, address: &str) -> impl Future<Output = ()> {
        let wanted = address.to_owned();
        until(format!("the address {address}"), move || (current_address() == wanted).then_some(()))
    }

    /// Waits until what is wrong with a field is said at it; an empty text for nothing.
    #[track_caller]
    pub fn has_error(&self, label: &str, error: &str) -> impl Future<Output = ()> {
        let (label, wanted) = (label.to_owned(), error.to_owned());
        let what = format!("the error “{error}” at “{label}”");
        until(what, move || (error_of(&find::field(&label)?) == wanted).then_some(()))
    }

    /// Waits until a field holds a text.
    #[track_caller]
    pub fn holds(&self, label: &str, text: &str) -> impl Future<Output = ()> {
        let (label, wanted) = (label.to_owned(), text.to_owned());
        until(format!("“{text}” in the field “{label}”"), move || {
            (find::field(&label)?.value() == wanted).then_some(())
        })
    }

    /// The control of a field that is there.
    pub fn field(&self, label: &str) -> HtmlInputElement {
        find::field(label).unwrap_or_else(|| panic!("no field “{label}”"))
    }

    /// Whether a button, link or field of that name can be reached at this moment.
    pub fn offers(&self, name: &str) -> bool {
        let control = find::named("button, a[href], input", name);
        control.is_some_and(|control| !find::is_disabled(&control))
    }

    /// The name of what has focus.
    pub fn focused(&self) -> String {
        document().active_element().map(|active| name_of(&active)).unwrap_or_default()
    }

    /// Waits until something of that name has focus.
    #[track_caller]
    pub fn has_focus_on(&self, name: &str) -> impl Future<Output = ()> {
        let wanted = name.to_owned();
        until(format!("focus on “{name}”"), move || {
            (name_of(&document().active_element()?) == wanted).then_some(())
        })
    }

    /// The same, where the name begins with it.
    #[track_caller]
    pub fn has_focus_on_start(&self, start: &str) -> impl Future<Output = ()> {
        let wanted = start.to_owned();
        until(format!("focus on “{start}…”"), move || {
            name_of(&document().active_element()?).starts_with(&wanted).then_some(())
        })
    }

    /// What a screen reader would read out with a field: the texts that describe it.
    pub fn description_of(&self, label: &str) -> String {
        let ids = self.field(label).get_attribute("aria-describedby").unwrap_or_default();
        let parts = ids.split_whitespace().filter_map(|id| document().get_element_by_id(id));
        parts.map(|part| text_of(&part)).collect::<Vec<_>>().join(" ")
    }

    /// The first element in the page that a selector finds.
    pub fn element(&self, selector: &str) -> Option<Element> {
        root().query_selector(selector).expect("a correct selector")
    }

    /// All of them.
    pub fn elements(&self, selector: &str) -> Vec<Element> {
        find::all_in(&root(), selector)
    }

    /// Lets two frames pass, for what must not happen.
    pub async fn settles(&self) {
        frame().await;
        frame().await;
    }
}

/// The lists of segments and of permission groups.
impl Page {
    /// The row of an object, once it is listed.
    #[track_caller]
    pub fn row(&self, name: &str) -> impl Future<Output = Element> {
        let wanted = name.to_owned();
        until(format!("“{name}” in the list"), move || {
            rows().into_iter().find(|row| name_in(row) == wanted)
        })
    }

    /// The names of the rows that are in the page.
    pub fn rows(&self) -> Vec<String> {
        rows().iter().map(name_in).collect()
    }

    /// Waits until the list shows exactly these.
    #[track_caller]
    pub fn lists(&self, names: &[&str]) -> impl Future<Output = ()> {
        let wanted: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        until(format!("the list to be {names:?}"), move || {
            (rows().iter().map(name_in).collect::<Vec<_>>() == wanted).then_some(())
        })
    }

    /// Waits until the list begins with these.
    #[track_caller]
    pub fn lists_first(&self, names: &[&str]) -> impl Future<Output = ()> {
        let wanted: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        until(format!("the list to begin with {names:?}"), move || {
            let names: Vec<String> = rows().iter().map(name_in).collect();
            names.starts_with(&wanted).then_some(())
        })
    }

    /// Selects a segment by its box; with Shift, all from the last one to it.
    #[track_caller]
    pub fn select(&self, name: &str, shift: bool) -> impl Future<Output = ()> {
        let wanted = format!("Select {name}");
        let choice =
            until(format!("the box “{wanted}”"), move || find::named("input", &wanted));
        async move { click_with(&choice.await, shift).await }
    }

    /// Clicks whatever a selector finds first.
    #[track_caller]
    pub fn click_on(&self, selector: &str) -> impl Future<Output = ()> {
        let wanted = selector.to_owned();
        let element =
            until(format!("an element {selector}"), move || find::all(&wanted).into_iter().next());
        async move { click(&element.await).await }
    }
}

fn rows() -> Vec<Element> {
    find::all_in(&root(), "tr[data-segment], tr[data-permission-group]")
}

fn name_in(row: &Element) -> String {
    let name = row.query_selector(".table__name").expect("a selector").expect("a row has a name");
    shown_text(&name)
}

fn error_of(input: &HtmlInputElement) -> String {
    let errors = document().get_element_by_id(&format!("{}-error", input.id()));
    errors.map(|errors| shown_text(&errors)).unwrap_or_default()
}
