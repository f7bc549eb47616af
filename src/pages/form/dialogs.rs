//! The dialog that the stage of saving asks for.

use guidepost_model::{Change, Choice, Draft, Field, Valid, changes, quoted};
use leptos::prelude::*;

use super::{
    Editable,
    conflict::{Conflict, Ways, held},
    leave::{DeletedDialog, DoubtDialog, ExistsDialog, LeaveDialog},
    review::{Review, Reviewed},
    save::Save,
    stage::{Conflicting, Stage},
};
use crate::ui::live;

#[component]
pub(super) fn Dialogs<T: Editable>(save: Save<T>) -> impl IntoView {
    // Saving stays in the review's dialog: the two are one view.
    let shown = Memo::new(move |_| match save.stage.get() {
        Stage::Saving(valid) => Stage::Review(valid),
        stage => stage,
    });
    let keep = Callback::new(move |()| save.keep_editing());
    live(move || match shown.get() {
        Stage::Editing => ().into_any(),
        Stage::Review(valid) | Stage::Saving(valid) => reviewed(save, valid, keep),
        Stage::Conflict(conflict) => conflicting(save, *conflict, keep),
        Stage::Deleted => {
            let create = Callback::new(move |()| save.create_instead());
            view! { <DeletedDialog kind=T::KIND keep create/> }.into_any()
        }
        Stage::Doubt(valid) => {
            let check = Callback::new(move |()| save.check_again(valid.clone()));
            view! { <DoubtDialog kind=T::KIND failure=save.attempt.failure keep check/> }.into_any()
        }
        Stage::Exists(valid, existing) => existing_found(save, valid, *existing, keep),
        Stage::Leaving(leaving) => {
            let fields = untrack(|| save.form.state.changed_fields().to_ascii_lowercase());
            let discard = Callback::new(move |()| save.discard_and_leave(&leaving));
            let review = Callback::new(move |()| {
                save.review();
            });
            view! { <LeaveDialog fields keep discard review/> }.into_any()
        }
    })
}

fn reviewed<T: Editable>(save: Save<T>, valid: T::Valid, keep: Callback<()>) -> AnyView {
    let draft = valid.clone().into_draft();
    let cautions = untrack(|| T::warnings(&draft)).iter().map(ToString::to_string).collect();
    let changes: Vec<Change> = save.form.state.changes.get_untracked();
    let name = save.form.base.with_untracked(|base| Some(base.as_ref()?.display_name().to_owned()));
    let title = match (&name, changes.len()) {
        (None, _) => format!("Create {}?", quoted(draft.text(Field::Name))),
        (Some(name), 1) => format!("Save 1 change to {}?", quoted(name)),
        (Some(name), many) => format!("Save {many} changes to {}?", quoted(name)),
    };
    let (verb, reviewed) = match name {
        None => (format!("Create {}", T::KIND.noun()), Reviewed::New(T::words(draft))),
        Some(_) => ("Save changes".to_owned(), Reviewed::Changes(changes)),
    };
    let busy = Memo::new(move |_| save.stage.with(|stage| matches!(stage, Stage::Saving(_))));
    let confirm = Callback::new(move |()| save.confirm(valid.clone()));
    let leaving = Memo::new(move |_| save.leaving.with(Option::is_some));
    view! { <Review title verb reviewed cautions busy leaving confirm keep/> }.into_any()
}

fn existing_found<T: Editable>(
    save: Save<T>,
    valid: T::Valid,
    existing: T,
    keep: Callback<()>,
) -> AnyView {
    let same = changes(&valid.clone().into_draft(), &existing.draft()).is_empty();
    let (name, since) = (existing.display_name().to_owned(), existing.updated_at());
    let existing = StoredValue::new(existing);
    let open = Callback::new(move |()| save.open_existing(existing.get_value()));
    let another = Callback::new(move |()| {
        existing.with_value(|existing| save.create_another(valid.clone(), existing));
    });
    view! { <ExistsDialog kind=T::KIND name same since keep open another/> }.into_any()
}

fn conflicting<T: Editable>(
    save: Save<T>,
    Conflicting { merge, latest }: Conflicting<T>,
    keep_editing: Callback<()>,
) -> AnyView {
    let saved = latest.updated_at();
    let base = merge.base.clone();
    let before = Callback::new(move |field| held(&base, field));
    let merge = RwSignal::new(merge);
    let rows = Signal::derive(move || merge.with(|merge| merge.rows.clone()));
    let result = Callback::new(move |field| {
        merge.with(|merge| held(&merge.result_or(Choice::Theirs), field))
    });
    let latest = StoredValue::new(latest);
    let ways = Ways {
        choose: Callback::new(move |(field, choice)| {
            merge.update(|merge| merge.choose(field, choice));
        }),
        resolve: Callback::new(move |()| {
            merge.with_untracked(|merge| save.resolve(merge, latest.get_value()));
        }),
        take_theirs: Callback::new(move |()| save.take_theirs(latest.get_value())),
        keep_editing,
    };
    view! { <Conflict kind=T::KIND saved rows before result ways/> }.into_any()
}
