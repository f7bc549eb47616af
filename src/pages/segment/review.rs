//! The look before saving: what changes, or who will be in a new segment.

use guidepost_model::{Detail, ValidSegment, warnings};
use leptos::prelude::*;

use super::save::{Save, Stage};
use crate::{
    pages::parts::{Diff, PauseBanner, Rule},
    ui::{Banner, Dialog, Symbol, Tone, live},
};

#[component]
pub(super) fn Review(save: Save, segment: ValidSegment) -> impl IntoView {
    let form = save.form;
    let is_new = untrack(|| form.is_new());
    let draft = segment.clone().into_draft();
    let changes = form.changes.get_untracked();
    let name = form.base.with_untracked(|base| base.as_ref().map(|base| base.name.clone()));
    let title = match (&name, changes.len()) {
        (None, _) => format!("Create “{}”?", draft.name),
        (Some(name), 1) => format!("Save 1 change to “{name}”?"),
        (Some(name), many) => format!("Save {many} changes to “{name}”?"),
    };
    let verb = if is_new { "Create segment" } else { "Save changes" };
    let busy = Memo::new(move |_| save.stage.with(|stage| matches!(stage, Stage::Saving(_))));
    let cautions: Vec<String> = warnings(&draft).iter().map(ToString::to_string).collect();
    let foot = ViewFn::from(move || {
        let segment = segment.clone();
        view! {
            <button
                type="button"
                class="btn"
                disabled=move || busy.get()
                on:click=move |_| save.keep_editing()
            >
                "Keep editing"
            </button>
            <button
                type="button"
                class="btn btn--primary"
                autofocus=true
                aria-busy=move || busy.get().to_string()
                on:click=move |_| {
                    if !busy.get_untracked() {
                        save.confirm(segment.clone());
                    }
                }
            >
                {live(move || {
                    if busy.get() {
                        view! {
                            <span class="spinner" aria-hidden="true"></span>
                            "Saving…"
                        }
                            .into_any()
                    } else {
                        verb.into_any()
                    }
                })}
            </button>
        }
    });
    view! {
        <Dialog
            id="review"
            title=title
            on_close=Callback::new(move |()| {
                if !busy.get_untracked() {
                    save.keep_editing();
                }
            })
            foot
        >
            {if is_new {
                view! { <Rule draft=draft detail=Detail::Prose/> }.into_any()
            } else {
                view! { <Diff changes/> }.into_any()
            }}
            // The page's own is behind this dialog.
            <PauseBanner/>
            {cautions
                .into_iter()
                .map(|caution| {
                    view! {
                        <Banner tone=Tone::Warning symbol=Symbol::Warning>
                            <p>{caution}</p>
                        </Banner>
                    }
                })
                .collect_view()}
        </Dialog>
    }
}
