//! A page that is printed: the style sheets behave as on paper, and the app has heard of it.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::Event;

use super::page::Page;

/// Turns the rules for paper on or off, and those for screens the other way.
const SWITCH: &str = "(paper) => {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      rule.onScreen ??= rule.media.mediaText;
      if (!paper) rule.media.mediaText = rule.onScreen;
      else if (rule.onScreen.startsWith('print')) rule.media.mediaText = 'all';
      else if (rule.onScreen.startsWith('screen')) rule.media.mediaText = 'not all';
    }
  }
}";

/// Printed as long as it is kept.
pub struct Paper;

impl Page {
    /// Prints the page until what this returns is dropped.
    pub async fn is_printed(&self) -> Paper {
        switch(true);
        dispatch("beforeprint");
        self.settles().await;
        Paper
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        dispatch("afterprint");
        switch(false);
    }
}

fn dispatch(event: &str) {
    let event = Event::new(event).expect("an event");
    window().dispatch_event(&event).expect("a window that takes events");
}

fn switch(paper: bool) {
    let switch: js_sys::Function =
        wasm_bindgen::JsCast::unchecked_into(js_sys::eval(SWITCH).expect("a function"));
    switch.call1(&JsValue::NULL, &paper.into()).expect("style sheets of this page");
}
