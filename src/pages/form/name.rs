//! The name, which everything has.

use guidepost_model::Field;
use leptos::prelude::*;

use super::FormState;
use crate::ui::FormField;

#[component]
pub(crate) fn NameField(
    form: FormState,
    /// As typed.
    #[prop(into)]
    value: Signal<String>,
    on_input: Callback<String>,
) -> impl IntoView {
    let field = Field::Name;
    let error = Signal::derive(move || form.errors_of(field));
    view! {
        <FormField
            id="name"
            label=field.label()
            changed=Signal::derive(move || form.is_changed(field))
            error
        >
            <input
                class="input"
                id="name"
                autocomplete="off"
                dir="auto"
                aria-invalid=move || (!error.with(Vec::is_empty)).then_some("true")
                aria-describedby="name-error"
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=move |_| form.touch(field)
            />
        </FormField>
    }
}
