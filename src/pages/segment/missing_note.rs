//! Under a list of groups, organizations or people: what of it no longer exists in the account, and a button that takes it
//! out.

use guidepost_model::{Draft, Field, UserSegment, explain_missing};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::SegmentForm;
use crate::{
    pages::form::Editable,
    store::{Name, Names},
    ui::{Icon, Symbol, live, pass_focus},
};

#[component]
pub(super) fn MissingNote(form: SegmentForm, field: Field) -> impl IntoView {
    let names = Names::expect();
    let missing = Memo::new(move |_| {
        let mut items = form.draft.with(|draft| draft.items(field));
        items.retain(|item| names.of(item) == Name::Missing);
        items
    });
    // Without its last entry a list no longer narrows who is in. People are added, they narrow nothing.
    let opens = Memo::new(move |_| {
        let all = form.draft.with(|draft| draft.items(field).len());
        field != Field::AddedUsers && all == missing.with(Vec::len)
    });
    let remove = move |_| {
        let missing = missing.get_untracked();
        form.edit(field, |draft| draft.remove_references(&missing));
        pass_focus(move || {
            let input = document().get_element_by_id(UserSegment::control_id(field))?;
            input.dyn_into().ok()
        });
    };
    view! {
        <div role="status">
            {live(move || {
                let words = missing.with(|missing| explain_missing(missing));
                let opens = if opens.get() {
                    " Once it’s removed, this list no longer limits who’s included."
                } else {
                    ""
                };
                (!words.is_empty())
                    .then(|| {
                        view! {
                            <p class="field__message field__message--warning">
                                <Icon symbol=Symbol::Warning/>
                                <span>
                                    {words} {opens} " "
                                    <button type="button" class="link-btn" on:click=remove>
                                        "Remove"
                                    </button>
                                </span>
                            </p>
                        }
                    })
            })}
        </div>
    }
}
