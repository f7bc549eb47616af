//! What stands above the form: what keeps it from being saved, what failed, what was restored.

use guidepost_model::Field;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::{FormState, stage::Attempt};
use crate::{
    pages::parts::{Diff, FailureBanner},
    ui::{Banner, Icon, Show, Symbol, Tone, live, next_frame},
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
                let note = if attempt.in_doubt.get() {
                    "It may have been saved anyway. Your changes are still here."
                } else {
                    "Your changes aren’t saved yet, but they’re still here."
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
        <Show when=move || form.restored.get() && form.is_dirty()>
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
                <p>"From your last visit in this browser."</p>
            </Banner>
        </Show>
    }
}

/// Every error with a link to its field; takes focus when saving was refused.
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
            <div class="banner banner--danger" role="alert" tabindex="-1" id="errors" node_ref=element>
                <Icon symbol=Symbol::Error/>
                <div class="banner__body">
                    <p class="banner__title">
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
                                                    focus(id);
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

fn focus(id: &str) {
    let control = document()
        .get_element_by_id(id)
        .and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(control) = control {
        let _ = control.focus();
    }
}
