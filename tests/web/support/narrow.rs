//! A narrow page: the window keeps its width, and the style sheets behave as on a phone.

use wasm_bindgen::JsValue;

use super::page::Page;

/// Turns the rules for a page of at most 720 pixels on or off, and those for wider ones the other way.
const SWITCH: &str = "(narrow) => {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      rule.was ??= rule.media.mediaText;
      if (!narrow) rule.media.mediaText = rule.was;
      else if (rule.was.includes('max-width: 720px')) rule.media.mediaText = 'all';
      else if (rule.was.includes('min-width: 721px')) rule.media.mediaText = 'not all';
    }
  }
}";

/// Narrow as long as it is kept.
pub struct Narrow;

impl Page {
    /// Makes the page narrow until what this returns is dropped.
    pub fn is_narrow(&self) -> Narrow {
        switch(true);
        Narrow
    }
}

impl Drop for Narrow {
    fn drop(&mut self) {
        switch(false);
    }
}

fn switch(narrow: bool) {
    let switch: js_sys::Function =
        wasm_bindgen::JsCast::unchecked_into(js_sys::eval(SWITCH).expect("a function"));
    switch.call1(&JsValue::NULL, &narrow.into()).expect("style sheets of this page");
}
