//! The page's one heading: names the tab, and takes focus after a navigation, so that a screen reader says where it is.

use guidepost_model::visible_text;
use leptos::{html, prelude::*};

use super::{Effect, find_shared, live, visible_name::marked};

/// False until the first page was shown: the first load leaves focus to the browser.
#[derive(Debug, Clone, Copy)]
pub struct Visited(pub StoredValue<bool>);

/// Names the tab.
pub fn set_title(title: &str) {
    document().set_title(&format!("{} · Guidepost", visible_text(title)));
}

/// The `h1`, which is also the tab's title.
#[component]
pub fn PageTitle(
    /// What the page is called.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |_| set_title(&title.get()));
    let visited = find_shared::<Visited>();
    Effect::new(move |_| {
        let Some(heading) = heading.get() else { return };
        let later = visited.is_none_or(|Visited(visited)| {
            let later = visited.get_value();
            visited.set_value(true);
            later
        });
        if later {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        }
    });
    view! {
        <h1 class="page__title" tabindex="-1" node_ref=heading>
            {live(move || title.with(|title| marked(title)))}
        </h1>
    }
}
