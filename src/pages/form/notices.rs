//! What stands above the form: what keeps it from being saved, what failed, what was restored.

use guidepost_model::{Field, is_blank, quoted};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::{Editable, Form, FormState, kept::OtherDraft, stage::Attempt};
use crate::{
    pages::parts::{Diff, FailureBanner},
    store::Arrival,
    ui::{Banner, Icon, Show, Symbol, Tone, live, next_frame, time},
};

#[component]
pub(super) fn Notices(
    form: FormState,
    attempt: Attempt,
    /// The control that a field's error links to.
    control_id: fn(Field) -> &'static str,
    /// Counts the times that saving was refused.
    focus_summary: RwSignal<u32>,
    discard: Callback<()>,
    review: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="notices">
            <Restored form discard/>
            {live(move || {
                let failure = attempt.failure.get()?;
                let note = match attempt.arrival.get() {
                    Arrival::Refused => "Your changes aren’t saved yet, but they’re still here.",
                    Arrival::NotSoFar => {
                        "It hasn’t arrived so far. Your changes are still here."
                    }
                    Arrival::Unknown => {
                        "It may have been saved anyway. Your changes are still here."
                    }
                };
                Some(
                    view! {
                        <FailureBanner failure retry=review note/>
                    },
                )
            })}
            {live(move || {
                let changes = attempt.stored_otherwise.get();
                (!changes.is_empty())
                    .then(|| {
                        view! {
                            <Banner
                                tone=Tone::Warning
                                symbol=Symbol::Warning
                                title="Zendesk saved something different from what was sent"
                            >
                                <p>"The form shows what is stored now. The difference to what you sent:"</p>
                                <Diff changes/>
                            </Banner>
                        }
                    })
            })}
            <Summary form control_id focus_summary/>
        </div>
    }
}

/// A draft from an earlier visit is in the form.
#[component]
fn Restored(form: FormState, discard: Callback<()>) -> impl IntoView {
    view! {
        <Show when=move || form.restored.with(Option::is_some) && form.is_dirty()>
            <Banner
                symbol=Symbol::Info
                title="Unsaved changes restored"
                actions=Some(
                    Box::new(move || {
                        view! {
                            <button type="button" class="btn btn--s" on:click=move |_| discard.run(())>
                                "Discard changes"
                            </button>
                        }
                            .into_any()
                    }),
                )
            >
                <p>
                    {live(move || {
                        form.restored
                            .get()
                            .map(|saved| format!("From your last visit in this browser, {}. ", time::when(saved)))
                    })}
                    <Show when=move || form.may_exist.get()>
                        "They were being sent when the page closed. If they arrived, you’ll see that before anything is sent again."
                    </Show>
                </p>
            </Banner>
        </Show>
    }
}

/// The same form has another draft, in another tab or from an earlier visit.
#[component]
pub(super) fn OtherDraftNotice<T: Editable>(form: Form<T>) -> impl IntoView {
    let other = Memo::new(move |_| form.other());
    live(move || {
        other.get().map(|OtherDraft { name, saved, open }| {
            let title = if open {
                "There is a newer draft in another tab"
            } else {
                "There is another unsaved draft"
            };
            let place = if open { " in another tab" } else { "" };
            let name = if is_blank(&name) { "Unnamed".to_owned() } else { quoted(&name) };
            let actions: Children = Box::new(move || {
                view! {
                    <button type="button" class="btn btn--s" on:click=move |_| form.use_other()>
                        "Use it here"
                    </button>
                }
                .into_any()
            });
            view! {
                <Banner symbol=Symbol::Info title=title actions=Some(actions)>
                    <p>
                        {name}
                        {format!(", changed {}{place}. What you type here is kept separately.", time::when(saved))}
                    </p>
                </Banner>
            }
        })
    })
}

/// Every error with a link to its field. It takes focus when saving was refused, which reads it out: as an alert it would
/// be read twice.
#[component]
fn Summary(
    form: FormState,
    control_id: fn(Field) -> &'static str,
    focus_summary: RwSignal<u32>,
) -> impl IntoView {
    let lines = Memo::new(move |_| form.summary());
    let verb = move || if form.is_new.get() { "create" } else { "save" };
    let element = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if focus_summary.get() == 0 {
            return;
        }
        next_frame(move || {
            if let Some(element) = element.try_get_untracked().flatten() {
                let _ = element.focus();
            }
        });
    });
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <div
                class="banner banner--danger"
                role="group"
                aria-labelledby="errors-title"
                tabindex="-1"
                id="errors"
                node_ref=element
            >
                <Icon symbol=Symbol::Error/>
                <div class="banner__body">
                    <p class="banner__title" id="errors-title">
                        {live(move || match lines.with(Vec::len) {
                            1 => format!("Fix 1 problem to {}", verb()),
                            many => format!("Fix {many} problems to {}", verb()),
                        })}
                    </p>
                    {live(move || {
                        lines
                            .get()
                            .into_iter()
                            .map(|(field, message)| match field {
                                Some(field) => {
                                    let id = control_id(field);
                                    view! {
                                        <p>
                                            <a
                                                href=format!("#{id}")
                                                on:click=move |event| {
                                                    event.prevent_default();
                                                    focus_field(id);
                                                }
                                            >
                                                {format!("{}: {message}", field.label())}
                                            </a>
                                        </p>
                                    }
                                        .into_any()
                                }
                                None => view! { <p>{message}</p> }.into_any(),
                            })
                            .collect_view()
                    })}
                </div>
            </div>
        </Show>
    }
}

/// Moves focus to a control.
pub(super) fn focus_field(id: &str) {
    let control = document()
        .get_element_by_id(id)
        .and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(control) = control {
        let _ = control.focus();
    }
}
