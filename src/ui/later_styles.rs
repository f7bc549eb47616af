//! The style sheet of all chunks, which a first visit does not wait for.

use std::cell::RefCell;

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::NotLoaded;

thread_local! {
    /// The sheet, here or on its way.
    static SHEET: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Fetches it, unless it is here. A page without the app's own script, as in tests, has all styles already.
pub async fn later_styles() -> Result<(), NotLoaded> {
    let Some(address) = address() else { return Ok(()) };
    let sheet = SHEET.with_borrow_mut(|sheet| sheet.get_or_insert_with(|| link(&address)).clone());
    if JsFuture::from(sheet).await.is_err() {
        SHEET.take();
        return Err(NotLoaded);
    }
    Ok(())
}

/// Beside the app's script, whose name the page carries (see Trunk.toml).
fn address() -> Option<String> {
    let script =
        document().query_selector("meta[name=guidepost-app]").ok()??.get_attribute("content")?;
    Some(format!("{}/later.css", script.rsplit_once('/')?.0))
}

fn link(address: &str) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let (Ok(link), Some(head)) = (document().create_element("link"), document().head()) else {
            return;
        };
        for (name, value) in [("rel", "stylesheet"), ("href", address)] {
            let _ = link.set_attribute(name, value);
        }
        for (event, then) in [("load", &resolve), ("error", &reject)] {
            let _ = link.add_event_listener_with_callback(event, then);
        }
        let _ = head.append_child(&link);
    })
}
