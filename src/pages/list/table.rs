//! The table of a list.

use std::sync::Arc;

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

use super::{
    Cursor, Found, Listing, RowState,
    extent::Extent,
    open_row::open_row,
    painter::{MakeRow, Painter},
    row_menu::{RowMenu, RowMenuPopup},
    rows::Rows,
};
use crate::{
    store::{Collection, Progress},
    ui::{Effect, Router, Viewport, after, next_frame},
};

/// How long a row that somebody comes back to stands out; the style sheet fades it within this time.
const FLASH: std::time::Duration = std::time::Duration::from_secs(3);

/// A click in a row: what was clicked, and the row's place and object.
pub(crate) type RowClick<T> = Box<dyn Fn(&MouseEvent, &Element, usize, Arc<T>)>;

/// A row for each of what is found, the one that somebody comes back to in the middle of the view.
#[component]
pub(crate) fn Table<T: Listing>(
    /// Whose rows they are.
    collection: Collection<T>,
    /// What is listed.
    found: Memo<Found<T>>,
    /// The row that the keys act on.
    cursor: Cursor,
    /// The table's classes.
    class: &'static str,
    /// What the table is called.
    caption: &'static str,
    /// How many columns it has.
    columns: usize,
    /// Their heads.
    head: Children,
    /// Makes the elements of a row.
    make_row: MakeRow<T>,
    /// Takes clicks in a row, except on the button of its menu.
    #[prop(optional)]
    click: Option<RowClick<T>>,
    /// The plan lets none of its kind be created or changed.
    #[prop(optional, into)]
    read_only: Signal<bool>,
    /// What stands below the rows.
    foot: Children,
) -> impl IntoView {
    let body = NodeRef::<html::Tbody>::new();
    let router = Router::expect();
    let place = Rows { body, viewport: Viewport::follow() };
    let extent = Extent::follow(place, found);
    let painter = StoredValue::new_local(Painter::new(make_row, columns));
    Effect::new(move |_| {
        let Some(body) = body.get() else { return };
        let (range, height) = (extent.rows.get(), place.height());
        let flash = collection.reveal.get();
        let state = |at, object: &T| RowState { at, is_flash: flash == Some(object.id()) };
        found.with(|found| {
            painter.update_value(|painter| painter.paint(&body, found, range, height, state));
        });
    });
    Effect::new(move |_| {
        if let Some(at) = cursor.moves_to.get() {
            place.show(at);
        }
    });
    // Somebody comes back from a form: its row in the middle of the view, and the cursor on it.
    Effect::new(move |_| {
        let (Some(id), Some(_)) = (collection.reveal.get(), body.get()) else { return };
        let at = found.with(|found| found.iter().position(|row| row.id() == id));
        if let Some(at) = at {
            cursor.at.set(Some(at));
            after(FLASH, move || collection.reveal.set(None));
            next_frame(move || place.center(at));
        }
    });
    on_cleanup(move || collection.reveal.set(None));

    let menu = RowMenu::new();
    // What a click or a key is in: the button of a row's menu, or anything else in a row.
    let target_of = move |event: &web_sys::Event| {
        let target: Element = event.target()?.dyn_into().ok()?;
        let (at, object) = painter.try_with_value(|painter| painter.row_around(&target))??;
        let button = target.closest("[aria-haspopup=menu]").ok().flatten();
        Some((target, button, at, object))
    };
    let clicked = move |event: MouseEvent| match target_of(&event) {
        Some((_, Some(button), _, object)) => menu.open(&button, object),
        Some((target, None, at, object)) => {
            if let Some(click) = &click {
                click(&event, &target, at, object);
            }
            open_row(&event, router);
        }
        None => {}
    };
    let pointed = RwSignal::new(None);
    Effect::new(move |_| {
        if let Some(at) = pointed.get() {
            painter.with_value(|painter| painter.explain(at));
        }
    });
    let point = move |event: MouseEvent| pointed.set(target_of(&event).map(|(_, _, at, _)| at));
    let key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp")
            && let Some((_, Some(button), _, object)) = target_of(&event)
        {
            event.prevent_default();
            menu.open(&button, object);
        }
    };

    view! {
        <div class="table-box" aria-busy=move || (collection.progress() == Progress::Loading).to_string()>
            <table
                class=class
                role="table"
                aria-rowcount=move || (found.with(Vec::len) + 1).to_string()
            >
                <caption class="sr-only">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        {head()}
                    </tr>
                </thead>
                <tbody
                    role="rowgroup"
                    node_ref=body
                    on:click=clicked
                    on:mouseover=point
                    on:auxclick=move |event| open_row(&event, router)
                    on:keydown=key
                ></tbody>
            </table>
            <div class="table__foot">{foot()}</div>
        </div>
        <RowMenuPopup menu read_only/>
    }
}
