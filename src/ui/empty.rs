//! What stands where content would: nothing yet, nothing found, nothing to be had.

use leptos::prelude::*;

use super::live;

/// A short text in the middle, with what to do about it.
#[component]
pub fn Empty(
    /// What is the case.
    #[prop(into)]
    title: Signal<String>,
    /// Draw the guidepost above it.
    #[prop(optional)]
    glyph: bool,
    /// What can be done.
    #[prop(optional_no_strip)]
    actions: Option<Children>,
    /// Why, or what this place is for.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="table-box empty">
            {glyph
                .then(|| {
                    view! {
                        <svg class="empty__glyph" viewBox="0 0 40 40" aria-hidden="true">
                            <path d="M20 4v32M14 36h12M9 8h19l5 4.500-5 4.500H9zM31 20H13l-5 4.500 5 4.500h18z"></path>
                        </svg>
                    }
                        .into_any()
                })} <h2 class="empty__title">{live(move || title.get())}</h2>
            <div class="empty__text" role="status">
                {children()}
            </div> {actions.map(|actions| view! { <div class="empty__actions">{actions()}</div> }.into_any())}
        </div>
    }
}
