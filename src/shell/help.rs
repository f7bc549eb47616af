//! The keyboard shortcuts, on `?`.

use crate::ui::Show;
use leptos::prelude::*;

use crate::ui::{Dialog, on_shortcut};

const SHORTCUTS: [(&str, &[&str]); 9] = [
    ("Search", &["/"]),
    ("New segment", &["n"]),
    ("Next or previous row", &["j", "k"]),
    ("Open the row", &["Enter"]),
    ("Select the row", &["x"]),
    ("Delete the row", &["Delete"]),
    ("Review and save a form", &["Ctrl", "S"]),
    ("Close, or clear", &["Esc"]),
    ("This help", &["?"]),
];

#[component]
pub(super) fn Help() -> impl IntoView {
    let open = RwSignal::new(false);
    on_shortcut(move |event| {
        let asked = event.key() == "?";
        if asked {
            open.set(true);
        }
        asked
    });
    let foot = ViewFn::from(move || {
        view! {
            <button type="button" class="btn btn--primary" autofocus=true on:click=move |_| open.set(false)>
                "Close"
            </button>
        }
    });
    view! {
        <Show when=move || open.get()>
            <Dialog
                id="help"
                title="Keyboard shortcuts"
                on_close=Callback::new(move |()| open.set(false))
                foot=foot.clone()
            >
                <dl class="help">
                    {SHORTCUTS
                        .map(|(what, keys)| {
                            view! {
                                <dt>{what}</dt>
                                <dd>
                                    {keys
                                        .iter()
                                        .map(|key| view! { <kbd class="kbd">{*key}</kbd> })
                                        .collect_view()}
                                </dd>
                            }
                        })}
                </dl>
            </Dialog>
        </Show>
    }
}
