//! What the browser is and has: storage that another tab writes to or that is full, a connection, the time of day.

use js_sys::Function;
use leptos::prelude::window;
use serde_json::Value;
use wasm_bindgen::JsValue;
use web_sys::{Storage, StorageEvent, StorageEventInit};

use super::page::Page;

/// A draft as it stands in the browser's storage.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub key: String,
    pub record: Value,
}

impl Kept {
    /// The same as another tab would have written it.
    pub fn of_another_tab(mut self) -> Self {
        self.key += "0";
        self.record["tab"] = "another".into();
        self.record["open"] = true.into();
        self
    }
}

impl Page {
    /// The drafts in storage.
    pub fn kept_drafts(&self) -> Vec<Kept> {
        let storage = storage();
        let keys = (0..storage.length().unwrap()).filter_map(|at| storage.key(at).unwrap());
        let drafts = keys.filter(|key| key.starts_with("guidepost.draft/"));
        drafts
            .map(|key| {
                let record = serde_json::from_str(&storage.get_item(&key).unwrap().unwrap());
                Kept { key, record: record.unwrap() }
            })
            .collect()
    }

    /// Puts a draft into storage, as another tab does: this one hears of it.
    pub fn another_tab_keeps(&self, Kept { key, record }: &Kept) {
        storage().set_item(key, &record.to_string()).unwrap();
        let options = StorageEventInit::new();
        options.set_key(Some(key));
        let event = StorageEvent::new_with_event_init_dict("storage", &options).unwrap();
        window().dispatch_event(&event).unwrap();
    }

    /// From now on nothing more can be stored.
    pub fn has_full_storage(&self) {
        run("Storage.prototype.realSetItem ??= Storage.prototype.setItem;
             Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };");
    }

    /// What the browser says of its connection.
    pub fn is_online(&self, online: bool) {
        run(&format!(
            "Object.defineProperty(navigator, 'onLine', {{ value: {online}, configurable: true }});"
        ));
    }

    /// The clock goes forward by that many seconds.
    pub fn time_passes(&self, seconds: u32) {
        run(&format!(
            "Date.realNow ??= Date.now; Date.now = () => Date.realNow() + {seconds} * 1000;"
        ));
    }
}

/// Everything is as the browser made it.
pub(super) fn restore() {
    run("if (Storage.prototype.realSetItem) Storage.prototype.setItem = Storage.prototype.realSetItem;
         if (Date.realNow) Date.now = Date.realNow;
         delete navigator.onLine;");
}

fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

fn run(script: &str) {
    Function::new_no_args(script).call0(&JsValue::NULL).expect("a correct script");
}
