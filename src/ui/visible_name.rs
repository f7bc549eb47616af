//! A name that somebody else may have written: on its own for the direction of text, and with marks in place of what
//! can't be seen. Everything that shows a name uses this; where there is only plain text, `visible_text` does the same.

use guidepost_model::{VisiblePiece, hidden_code, hidden_name, marks_label, visible_pieces};
use leptos::prelude::*;
use web_sys::Element;

/// What is said of marks that a letter does not keep.
const MARKS: &str = "combining marks on one letter";

/// The name, isolated from the text around it.
#[component]
pub fn VisibleName(
    /// The name as the account has it.
    #[prop(into)]
    text: String,
    /// The style sheet's name for the element.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let class = (!class.is_empty()).then_some(class);
    view! { <bdi class=class>{marked(&text)}</bdi> }
}

/// Shows a name in an element that is drawn by hand; the element isolates it.
pub fn set_visible_name(element: &Element, name: &str) {
    element.set_text_content(None);
    for piece in visible_pieces(name) {
        let (text, title) = match piece {
            VisiblePiece::Text(text) => {
                let _ = element.append_with_str_1(text);
                continue;
            }
            VisiblePiece::Hidden(letter) => (hidden_code(letter), hidden_name(letter)),
            VisiblePiece::Marks(more) => (marks_label(more), MARKS.to_owned()),
        };
        let Ok(mark) = document().create_element("span") else { continue };
        mark.set_class_name("hidden-mark");
        let _ = mark.set_attribute("title", &title);
        mark.set_text_content(Some(&text));
        let _ = element.append_child(&mark);
    }
}

/// The pieces of a name, for elements that isolate it themselves.
pub(super) fn marked(text: &str) -> Vec<AnyView> {
    let piece = |piece| match piece {
        VisiblePiece::Text(text) => text.to_owned().into_any(),
        VisiblePiece::Hidden(letter) => mark(hidden_code(letter), hidden_name(letter)),
        VisiblePiece::Marks(more) => mark(marks_label(more), MARKS.to_owned()),
    };
    visible_pieces(text).into_iter().map(piece).collect()
}

fn mark(text: String, title: String) -> AnyView {
    view! {
        <span class="hidden-mark" title=title>
            {text}
        </span>
    }
    .into_any()
}
