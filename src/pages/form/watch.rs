//! What somebody else does to the object while its form is open, noticed before saving.

use guidepost_model::{ErrorKind, changes};
use js_sys::Date;
use leptos::{ev, prelude::*};

use super::{Editable, Form, save::Save, stage::Stage};
use crate::{
    pages::parts::list_in_words,
    session::Session,
    ui::{Banner, Lifetime, Symbol, Toasts, Tone, live, on_window, time},
};

/// Milliseconds after which the object is read again when the page gets focus.
const MAX_AGE: f64 = 60_000.0;

/// What somebody else did to it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Elsewhere<T> {
    /// They changed it: what it is now.
    Changed(Box<T>),
    /// They deleted it.
    Deleted,
}

/// Reads the object again when somebody comes back to the page after a while.
pub(super) fn watch_object<T: Editable>(save: Save<T>) {
    let (form, session) = (save.form, Session::expect());
    let read_at = StoredValue::new(Date::now());
    let (lifetime, toasts) = (Lifetime::here(), Toasts::expect());
    let look = move || {
        let Some(base) = form.base.get_untracked() else { return };
        let editing = save.stage.with_untracked(|stage| *stage == Stage::Editing);
        if !editing || Date::now() - read_at.get_value() < MAX_AGE {
            return;
        }
        read_at.set_value(Date::now());
        let task = async move {
            match session.client().read::<T>(base.id()).await {
                Ok(latest) => {
                    if form.compare_with(latest) {
                        let noun = T::KIND.noun();
                        toasts
                            .say(format!("Someone else changed this {noun}. It’s up to date now."));
                    }
                }
                Err(failure) if failure.kind() == Some(ErrorKind::NotFound) => {
                    form.elsewhere.set(Some(Elsewhere::Deleted));
                }
                // Nobody asked for it, and saving says what keeps it from working.
                Err(_) => {}
            }
        };
        lifetime.spawn(task);
    };
    on_window(ev::focus, move |_| look());
}

impl<T: Editable> Form<T> {
    /// Takes note of what the object is now. Where nothing is unsaved, the form shows it: true then.
    pub(super) fn compare_with(self, latest: T) -> bool {
        let differs = self.base.with_untracked(|base| {
            base.as_ref().is_some_and(|base| !changes(&base.draft(), &latest.draft()).is_empty())
        });
        if !differs {
            self.elsewhere.set(None);
            return false;
        }
        if untrack(|| self.state.is_dirty()) {
            self.elsewhere.set(Some(Elsewhere::Changed(Box::new(latest))));
            return false;
        }
        let draft = latest.draft();
        self.rebase(latest, draft);
        true
    }
}

/// Says what somebody else did, and what can be done about it.
#[component]
pub(super) fn ElsewhereNotice<T: Editable>(save: Save<T>) -> impl IntoView {
    let form = save.form;
    live(move || {
        let noun = T::KIND.noun();
        let (title, text, label, act) = match form.elsewhere.get()? {
            Elsewhere::Changed(latest) => {
                let since = latest.updated_at().map(time::when).unwrap_or_default();
                let fields: Vec<&str> = form.base.with(|base| {
                    let base = base.as_ref().map(|base| changes(&base.draft(), &latest.draft()));
                    base.into_iter().flatten().map(|change| change.field.label()).collect()
                });
                (
                    format!("Someone else changed this {noun} {since}"),
                    format!(
                        "Changed: {}. Nothing of yours is overwritten.",
                        list_in_words(&fields)
                    ),
                    "Merge…".to_owned(),
                    Callback::new(move |()| save.merge_with(latest.as_ref().clone())),
                )
            }
            Elsewhere::Deleted => (
                format!("Someone else deleted this {noun}"),
                "Your version is safe, but can’t be saved to it any more.".to_owned(),
                format!("Recreate {noun}"),
                Callback::new(move |()| save.create_instead()),
            ),
        };
        let actions: Children = Box::new(move || {
            view! {
                <button type="button" class="btn btn--s" on:click=move |_| act.run(())>
                    {label}
                </button>
            }
            .into_any()
        });
        Some(
            view! {
                <Banner tone=Tone::Warning symbol=Symbol::Warning title=title actions=Some(actions)>
                    <p>{text}</p>
                </Banner>
            }
            .into_any(),
        )
    })
}
