//! The form's fields: the name, and who may edit and publish.

use guidepost_model::{Field, Locked, Privilege};
use leptos::prelude::*;

use super::{
    GroupForm, candidates::Candidates, cell::lock, editable::TABLE, keyboard::focus_cell,
    table::Table,
};
use crate::{
    pages::{
        form::NameField,
        parts::{FailureBanner, count_of},
    },
    session::Session,
    store::{Progress, Segments},
    ui::{ChangedMark, FieldMessage, Icon, SearchBox, Show, Symbol, live},
};

#[component]
pub(super) fn Fields(form: GroupForm) -> impl IntoView {
    view! {
        <NameField
            form
            value=Signal::derive(move || form.draft.with(|draft| draft.name.clone()))
            on_input=Callback::new(move |name| form.edit(Field::Name, |draft| draft.name = name))
        />
        <PrivilegesField form/>
    }
}

#[component]
fn PrivilegesField(form: GroupForm) -> impl IntoView {
    let segments = Segments::expect();
    let candidates = Candidates::follow(form);
    let errors = Signal::derive(move || {
        let of = |privilege: Privilege| form.state.errors_of(privilege.field());
        let mut errors: Vec<String> = Privilege::ALL.into_iter().flat_map(of).collect();
        errors.dedup();
        errors
    });
    let changed = move || {
        Privilege::ALL.into_iter().any(|privilege| form.state.is_changed(privilege.field()))
    };
    let shows = Memo::new(move |_| Shows::now(segments, candidates));
    view! {
        <fieldset
            class="field"
            class:field--error=move || !errors.with(Vec::is_empty)
            aria-describedby="privileges-hint privileges-error"
        >
            <div class="field__head">
                <legend class="field__label">"Who may edit and publish"</legend>
                <Show when=changed>
                    <ChangedMark/>
                </Show>
                <Show when=move || shows.get() == Shows::Segments>
                    <span class="field__counter">
                        {move || count_of(candidates.staff.get(), "staff segment")}
                    </span>
                </Show>
            </div>
            <p class="field__hint" id="privileges-hint">
                "Publish includes edit. Only staff segments can be chosen."
            </p>
            <PlanNote/>
            <SegmentsTrouble/>
            {live(move || match shows.get() {
                Shows::Skeleton => view! { <Waiting/> }.into_any(),
                Shows::Nothing => ().into_any(),
                Shows::Segments => {
                    view! {
                        <Toolbar form candidates/>
                        <Table form candidates/>
                    }
                        .into_any()
                }
            })}
            <FieldMessage id=TABLE error=errors/>
        </fieldset>
    }
}

/// The segments can't be had: that is said, with a way to try again.
#[component]
pub(super) fn SegmentsTrouble() -> impl IntoView {
    let segments = Segments::expect();
    live(move || {
        let Progress::Failed(failure) = segments.progress() else { return None };
        let retry = Callback::new(move |()| segments.reload());
        Some(view! { <FailureBanner failure retry note="Segments are missing here."/> })
    })
}

/// What stands where the table goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// The first page of segments has not arrived.
    Skeleton,
    /// It failed, and nothing had arrived before.
    Nothing,
    /// What has arrived.
    Segments,
}

impl Shows {
    fn now(segments: Segments, candidates: Candidates) -> Self {
        let empty = segments.all().is_empty() && candidates.staff.get() == 0;
        match segments.progress() {
            _ if !empty => Self::Segments,
            Progress::Loading => Self::Skeleton,
            Progress::Complete => Self::Segments,
            Progress::Failed(_) => Self::Nothing,
        }
    }
}

/// Why a column can't be changed on this plan.
#[component]
fn PlanNote() -> impl IntoView {
    let session = Session::expect();
    live(move || {
        (!session.plan().grants_edit()).then(|| {
            view! {
                <p class="plan-note">
                    <Icon symbol=Symbol::Lock/>
                    <span>{Locked::EditFollowsPublish.to_string()}</span>
                </p>
            }
        })
    })
}

#[component]
fn Toolbar(form: GroupForm, candidates: Candidates) -> impl IntoView {
    let Candidates { text, granted_only, granted, shown, .. } = candidates;
    let session = Session::expect();
    // On into the rows, to the first box that can be switched.
    let go_on = move |()| {
        let plan = untrack(|| session.plan());
        let first = shown.with_untracked(|shown| {
            let cells = shown.iter().take(1).flat_map(|row| Privilege::ALL.map(|of| (row.id, of)));
            let open = |(id, of): &_| untrack(|| lock(form, *id, *of, plan)).is_none();
            cells.into_iter().find(open)
        });
        if let Some((id, privilege)) = first {
            focus_cell(id, privilege);
        }
    };
    view! {
        <div class="toolbar privileges-toolbar" role="search" aria-label="Staff segments">
            <SearchBox
                id="privilege-search"
                label="Search segments"
                placeholder="Segment, group or tag"
                text=text.into()
                search=Callback::new(move |words| text.set(words))
                go_on=Some(Callback::new(go_on))
            />
            <button
                type="button"
                class="filter"
                aria-pressed=move || granted_only.get().to_string()
                on:click=move |_| granted_only.update(|only| *only = !*only)
            >
                <Show when=move || granted_only.get()>
                    <Icon symbol=Symbol::Check/>
                </Show>
                "Granted only "
                <span class="filter__count">{granted}</span>
            </button>
        </div>
    }
}

/// Rows of their final height until the first page of segments is here.
#[component]
fn Waiting() -> impl IntoView {
    let bar =
        |width: u32| view! { <span class="skeleton" style:width=format!("{width}px")></span> };
    view! {
        <p class="sr-only" role="status">
            "Loading segments"
        </p>
        <div class="table-box split--waiting" aria-hidden="true">
            <table class="table privileges">
                <tbody>
                    {[120, 148, 96, 132, 110, 140]
                        .map(|width| {
                            view! {
                                <tr>
                                    <th>{bar(width)}</th>
                                    <td class="cell group-start"></td>
                                    <td class="cell"></td>
                                </tr>
                            }
                        })}
                </tbody>
            </table>
        </div>
    }
}
