//! Saving the selected segments as a file.

use std::{collections::HashMap, sync::Arc};

use guidepost_model::{Item, UserSegment, segments_to_csv, segments_to_json};
use js_sys::{Array, Date};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::Bulk;
use crate::{
    pages::parts::count_of,
    store::Names,
    ui::{Dialog, Toasts, live},
};

/// The kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Json,
}

impl Format {
    const ALL: [Self; 2] = [Self::Csv, Self::Json];

    const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
        }
    }

    const fn hint(self) -> &'static str {
        match self {
            Self::Csv => "For a spreadsheet. Nothing in it is read as a formula.",
            Self::Json => "For scripts. Ids are text, so that none is rounded.",
        }
    }
}

/// Asks for the kind of file.
#[component]
pub(super) fn ExportDialog(bulk: Bulk) -> impl IntoView {
    let segments = bulk.chosen();
    let (names, toasts) = (Names::expect(), Toasts::expect());
    let format = RwSignal::new(Format::Csv);
    let title = format!("Export {}", count_of(segments.len(), "segment"));
    let items: Vec<Item> = segments.iter().flat_map(|segment| segment.references()).collect();
    names.want(&items);
    let looking_up = Memo::new(move |_| {
        names.known_to_exist(|exists| items.iter().any(|item| exists(item).is_none()))
    });
    let segments = StoredValue::new(segments);
    let export = move |_| {
        let (format, segments) = (format.get_untracked(), segments.get_value());
        let saved = save(format, &segments, names);
        bulk.end();
        match saved {
            Ok(name) => {
                toasts.say(format!("Exported {} to {name}", count_of(segments.len(), "segment")));
            }
            Err(_) => toasts.fail("The browser couldn’t save the file.", None),
        }
    };
    let foot = ViewFn::from(move || {
        view! {
            <button type="button" class="btn" on:click=move |_| bulk.end()>
                "Cancel"
            </button>
            <button type="button" class="btn btn--primary" on:click=export>
                "Export"
            </button>
        }
    });
    view! {
        <Dialog id="export" title on_close=Callback::new(move |()| bulk.end()) foot>
            <div class="radio-cards" role="radiogroup" aria-label="File format">
                {Format::ALL
                    .map(|choice| {
                        view! {
                            <label class="radio-card">
                                <input
                                    type="radio"
                                    name="export-format"
                                    autofocus=choice == Format::Csv
                                    prop:checked=move || format.get() == choice
                                    on:change=move |_| format.set(choice)
                                />
                                <span class="radio-card__title">{choice.title()}</span>
                                <span class="radio-card__text">{choice.hint()}</span>
                            </label>
                        }
                            .into_any()
                    })
                    .collect_view()}
            </div>
            <p class="muted" role="status">
                {live(move || {
                    looking_up
                        .get()
                        .then_some("Names are still being looked up. Until then the file has ids in their place.")
                })}
            </p>
        </Dialog>
    }
}

/// Hands the file to the browser, and gives its name.
fn save(format: Format, segments: &[Arc<UserSegment>], names: Names) -> Result<String, JsValue> {
    let items = segments.iter().flat_map(|segment| segment.references());
    let known: HashMap<Item, String> = untrack(|| {
        names.known_of(|name| items.filter_map(|item| Some((item.clone(), name(&item)?))).collect())
    });
    let name = |item: &Item| known.get(item).cloned();
    let segments = segments.iter().map(AsRef::as_ref);
    let text = match format {
        Format::Csv => segments_to_csv(segments, name),
        Format::Json => segments_to_json(segments, name),
    };
    let day: String = Date::new_0().to_iso_string().into();
    let day = day.get(..10).unwrap_or_default();
    let file = format!("user-segments-{day}.{}", format.extension());
    let options = BlobPropertyBag::new();
    options.set_type(format.media_type());
    let parts = Array::of1(&JsValue::from_str(&text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(&file);
    // Not in the page: the router would see the click. The browser begins the download at once.
    link.click();
    Url::revoke_object_url(&address)?;
    Ok(file)
}
