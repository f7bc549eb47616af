//! The form's fields.

use guidepost_model::{Draft, Field, Item, Role, UserSegment, UserType, limits, tag, visible_text};
use leptos::prelude::*;

use super::{
    SegmentForm,
    editable::end_users_among_staff,
    missing_note::MissingNote,
    pickers::{self, add, applies, chips, remove},
};
use crate::{
    pages::form::{Editable, NameField},
    session::Session,
    store::{Name, Names, Segments},
    ui::{
        ChangedMark, Combobox, FieldMessage, Find, For, FormField, Icon, Show, Symbol, VisibleName,
        initials, live,
    },
};

#[component]
pub(super) fn Fields(form: SegmentForm) -> impl IntoView {
    let session = Session::expect();
    let names = Names::expect();
    let segments = Segments::expect();
    let show_groups = Memo::new(move |_| applies(form, Field::Groups));
    let show_organizations = Memo::new(move |_| applies(form, Field::Organizations));
    view! {
        <NameField
            form
            value=Signal::derive(move || form.draft.with(|draft| draft.name.clone()))
            on_input=Callback::new(move |name| form.edit(Field::Name, |draft| draft.name = name))
        />
        <TypeField form/>
        <Show when=move || !show_groups.get() && !show_organizations.get()>
            <PlaceOfGroups/>
        </Show>
        <Show when=move || show_groups.get()>
            <ListField
                form
                field=Field::Groups
                rule="member of any"
                noun="groups"
                placeholder="Add a group"
                limit=limits::GROUPS
                find=pickers::find_groups(names)
            />
        </Show>
        <Show when=move || show_organizations.get()>
            <ListField
                form
                field=Field::Organizations
                rule="belongs to any"
                hint="Applies to end users only. Agents match by tags."
                noun="organizations"
                placeholder="Add an organization"
                limit=limits::ORGANIZATIONS
                min_letters=2
                find=pickers::find_organizations(session, names)
            />
        </Show>
        <ListField
            form
            field=Field::Tags
            rule="must have all"
            noun="tags"
            placeholder="Add a tag, or paste a list"
            limit=limits::TAGS
            min_letters=limits::TAG_QUERY_LETTERS
            free_text=Some(tag::split)
            find=pickers::find_tags(session, segments)
        />
        <ListField
            form
            field=Field::OrTags
            rule="must have at least one"
            noun="tags"
            placeholder="Add a tag, or paste a list"
            limit=limits::TAGS
            min_letters=limits::TAG_QUERY_LETTERS
            free_text=Some(tag::split)
            find=pickers::find_tags(session, segments)
        />
        <ListField
            form
            field=Field::AddedUsers
            hint="Always included, even if they don’t meet the conditions above."
            noun="people"
            placeholder="Name or email"
            limit=limits::ADDED_USERS
            min_letters=2
            chips_in_box=false
            find=pickers::find_users(session, names, form)
        />
        <People form/>
        <EndUsersNote form/>
    }
}

/// The place of the field that the user type decides, so that choosing one moves nothing.
#[component]
fn PlaceOfGroups() -> impl IntoView {
    view! {
        <div class="field">
            <div class="field__head">
                <span class="field__label">"Groups or organizations"</span>
            </div>
            <p class="combobox__box combobox__box--off">"Choose a user type first."</p>
        </div>
    }
}

/// Warns that people who are no staff are let in.
#[component]
fn EndUsersNote(form: SegmentForm) -> impl IntoView {
    let names = Names::expect();
    view! {
        <div role="status">
            {live(move || {
                form.draft
                    .with(|draft| end_users_among_staff(draft, names))
                    .map(|warning| {
                        view! {
                            <p class="field__message field__message--warning">
                                <Icon symbol=Symbol::Warning/>
                                <span>{warning.to_string()}</span>
                            </p>
                        }
                    })
            })}
        </div>
    }
}

const TYPES: [(UserType, &str, &str, &str); 2] = [
    (
        UserType::SignedInUsers,
        "type-signed-in",
        "Signed-in users",
        "Anyone with an account, including agents",
    ),
    (UserType::Staff, "type-staff", "Staff", "Agents, light agents and admins"),
];

#[component]
fn TypeField(form: SegmentForm) -> impl IntoView {
    let field = Field::UserType;
    let error = Signal::derive(move || form.state.errors_of(field));
    let locked = move || !form.state.is_new.get();
    let card = move |(user_type, id, title, text): (
        UserType,
        &'static str,
        &'static str,
        &'static str,
    )| {
        let (chosen, set) = (user_type.clone(), user_type);
        view! {
            <label class="radio-card">
                <input
                    type="radio"
                    name="user-type"
                    id=id
                    disabled=locked
                    prop:checked=move || form.draft.with(|draft| draft.user_type.as_ref() == Some(&chosen))
                    on:change=move |_| {
                        let set = set.clone();
                        form.edit(field, |draft| draft.user_type = Some(set));
                    }
                    on:blur=move |_| form.state.touch(field)
                />
                <span class="radio-card__title">{title}</span>
                <span class="radio-card__text">{text}</span>
            </label>
        }
    };
    view! {
        <fieldset
            class="field"
            class:field--error=move || !error.with(Vec::is_empty)
            aria-describedby="type-note type-signed-in-error"
        >
            <div class="field__head">
                <legend class="field__label">{field.label()}</legend>
                <Show when=move || form.state.is_changed(field)>
                    <ChangedMark/>
                </Show>
            </div>
            <div class="radio-cards" class=("radio-cards--locked", locked)>
                {TYPES.map(card)}
            </div>
            <p class="field__message" id="type-note">
                <Icon symbol=Symbol::Lock/>
                <span>
                    {live(move || {
                        if locked() {
                            "The user type can’t be changed later. To use the other type, duplicate this segment."
                        } else {
                            "You can’t change this after the segment is created."
                        }
                    })}
                </span>
            </p>
            <FieldMessage id="type-signed-in" error/>
        </fieldset>
    }
}

/// A picker for one of the lists.
#[component]
fn ListField(
    form: SegmentForm,
    field: Field,
    #[prop(optional)] rule: &'static str,
    #[prop(optional)] hint: &'static str,
    noun: &'static str,
    placeholder: &'static str,
    limit: usize,
    #[prop(optional)] min_letters: usize,
    #[prop(optional_no_strip)] free_text: Option<fn(&str) -> Vec<String>>,
    #[prop(default = true)] chips_in_box: bool,
    find: Find,
) -> impl IntoView {
    let id = UserSegment::control_id(field);
    let error = Signal::derive(move || form.state.errors_of(field));
    let chosen = chips(form, Names::expect(), field);
    let number = Memo::new(move |_| form.draft.with(|draft| draft.items(field).len()));
    let wrong = Signal::derive(move || !error.with(Vec::is_empty));
    view! {
        <FormField
            id
            label=field.label()
            rule
            hint
            changed=Signal::derive(move || form.state.is_changed(field))
            count=Signal::derive(move || Some((number.get(), limit)))
            error
        >
            <Combobox
                id
                noun
                placeholder
                chosen
                find
                min_letters
                free_text
                limit
                chips=chips_in_box
                invalid=wrong
                on_add=Callback::new(move |choices| add(form, field, choices))
                on_remove=Callback::new(move |key: String| remove(form, field, &key))
                on_blur=Callback::new(move |()| form.state.touch(field))
                on_text=Callback::new(move |left| form.state.leave_text(field, left))
            />
            <MissingNote form field/>
        </FormField>
    }
}

/// What a person is; an end user among staff stands out.
#[component]
fn RoleBadge(form: SegmentForm, role: Role) -> impl IntoView {
    let is_end_user = role == Role::EndUser;
    let stands_out =
        move || is_end_user && form.draft.with(|draft| draft.user_type == Some(UserType::Staff));
    view! {
        <span class="badge" class=("badge--warning", stands_out)>
            {role.label().to_owned()}
        </span>
    }
}

/// The people added individually, each on a line of their own.
#[component]
fn People(form: SegmentForm) -> impl IntoView {
    let names = Names::expect();
    let ids = Memo::new(move |_| form.draft.with(|draft| draft.added_user_ids.clone()));
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <ul class="people" aria-label="People added individually">
                <For each=move || ids.get() key=|id| *id let:id>
                    {live(move || {
                        let name = names.of(&Item::User(id));
                        let (label, person) = match name {
                            Name::Known(name, person) => (name, person),
                            Name::Loading => ("…".to_owned(), None),
                            Name::Missing => ("Deleted user".to_owned(), None),
                        };
                        let is_gone = label == "Deleted user" && person.is_none();
                        let role = person.as_ref().map(|person| person.role.clone());
                        let mail = match person {
                            Some(person) => person.email.unwrap_or_default(),
                            None if is_gone => id.to_string(),
                            None => String::new(),
                        };
                        let remove_label = format!("Remove {}", visible_text(&label));
                        view! {
                            <li>
                                <span class="person">
                                    <span class="avatar" aria-hidden="true">
                                        {initials(&label)}
                                    </span>
                                    <span class="person__text">
                                        <VisibleName class="person__name" text=label/>
                                        " "
                                        <span class="person__mail">{mail}</span>
                                    </span>
                                    {role.map(|role| view! { <RoleBadge form role/> })}
                                </span>
                                <button
                                    type="button"
                                    class="btn btn--ghost btn--icon btn--s"
                                    aria-label=remove_label
                                    on:click=move |_| {
                                        remove(form, Field::AddedUsers, &id.to_string());
                                        if let Some(input) = document().get_element_by_id("people") {
                                            let input: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(input);
                                            let _ = input.focus();
                                        }
                                    }
                                >
                                    <Icon symbol=Symbol::X/>
                                </button>
                            </li>
                        }
                    })}
                </For>
            </ul>
        </Show>
    }
}
