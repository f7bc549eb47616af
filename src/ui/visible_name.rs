//! A name that somebody else may have written: on its own for the direction of text, and with marks in place of what
//! can't be seen. Everything that shows a name uses this; where there is only plain text, `visible_text` does the same.

use guidepost_model::{VisiblePiece, hidden_code, hidden_name, marks_label, visible_pieces};
use leptos::prelude::*;

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

/// The pieces of a name, for elements that isolate it themselves.
pub(super) fn marked(text: &str) -> Vec<AnyView> {
    let piece = |piece| match piece {
        VisiblePiece::Text(text) => text.to_owned().into_any(),
        VisiblePiece::Hidden(letter) => mark(hidden_code(letter), hidden_name(letter)),
        VisiblePiece::Marks(more) => {
            mark(marks_label(more), "combining marks on one letter".to_owned())
        }
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
