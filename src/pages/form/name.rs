//! The name, which everything has. What is odd about one is said under it while it is typed.

use guidepost_model::{Field, Resource, hidden_note, is_blank, looks_like};
use leptos::prelude::*;

use super::{Editable, Form};
use crate::{
    store::Collection,
    ui::{FormField, Icon, Symbol, live},
};

#[component]
pub(crate) fn NameField<T: Editable>(
    form: Form<T>,
    /// As typed.
    #[prop(into)]
    value: Signal<String>,
    on_input: Callback<String>,
) -> impl IntoView {
    let field = Field::Name;
    let state = form.state;
    let error = Signal::derive(move || state.errors_of(field));
    let collection = Collection::<T>::expect();
    let notes = Memo::new(move |_| {
        let same = form.base.with(|base| others_called(&value.get(), base.as_ref(), collection));
        [value.with(|name| hidden_note(name)), same]
    });
    view! {
        <FormField
            id="name"
            label=field.label()
            changed=Signal::derive(move || state.is_changed(field))
            error
        >
            <input
                class="input"
                id="name"
                autocomplete="off"
                dir="auto"
                aria-invalid=move || (!error.with(Vec::is_empty)).then_some("true")
                aria-describedby="name-note name-error"
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=move |_| state.touch(field)
            />
            <div id="name-note" role="status">
                {live(move || notes.get().into_iter().flatten().map(note).collect_view())}
            </div>
        </FormField>
    }
}

fn note(words: String) -> impl IntoView {
    view! {
        <p class="field__message field__message--warning">
            <Icon symbol=Symbol::Warning/>
            <span>{words}</span>
        </p>
    }
}

/// Says how many others are called the same, among those that are loaded. Zendesk allows it. Tracks.
fn others_called<T: Editable>(
    name: &str,
    base: Option<&T>,
    collection: Collection<T>,
) -> Option<String> {
    if is_blank(name) {
        return None;
    }
    let own = base.map(Resource::id);
    let noun = T::KIND.noun();
    let is_called = |other: &T| Some(other.id()) != own && looks_like(other.display_name(), name);
    match collection.all().iter().filter(|other| is_called(other)).count() {
        0 => None,
        1 => Some(format!("Another {noun} has the same name.")),
        many => Some(format!("{many} other {noun}s have the same name.")),
    }
}
