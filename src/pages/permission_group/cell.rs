//! One privilege of one segment: a box to check, and why it can't be where it can't.

use guidepost_model::{Grant, Locked, PermissionGroupDraft, Plan, Privilege, SegmentId};
use leptos::prelude::*;

use super::GroupForm;
use crate::session::Session;

/// What a cell's box is known by: the keys find it so, too.
pub(super) fn cell_id(segment: SegmentId, privilege: Privilege) -> String {
    format!("{}-{segment}", privilege.field().wire_name())
}

/// Why a cell of a form can't be switched; `None` when it can. Tracks.
pub(super) fn lock(
    form: GroupForm,
    segment: SegmentId,
    privilege: Privilege,
    plan: Plan,
) -> Option<Locked> {
    let locked = form.draft.with(|draft| draft.locked(segment, privilege, plan))?;
    // One that came with a copy, or waited in a draft while the plan changed, keeps the form from being saved: it can
    // be taken out. What is stored may stay.
    let dormant = form.draft.with(|draft| draft.grant(segment, privilege, plan)) == Grant::Dormant;
    let stored =
        !form.state.is_new.get() && form.opened.with(|opened| opened.lists(segment, privilege));
    (!dormant || stored).then_some(locked)
}

#[component]
pub(super) fn Cell(
    form: GroupForm,
    segment: SegmentId,
    /// What the segment is called.
    name: String,
    privilege: Privilege,
) -> impl IntoView {
    let session = Session::expect();
    let field = privilege.field();
    let grant = Memo::new(move |_| {
        let plan = session.plan();
        form.draft.with(|draft| draft.grant(segment, privilege, plan))
    });
    let locked = Memo::new(move |_| lock(form, segment, privilege, session.plan()));
    let changed = Memo::new(move |_| {
        let lists = |draft: &PermissionGroupDraft| draft.lists(segment, privilege);
        !form.state.is_new.get() && form.opened.with(lists) != form.draft.with(lists)
    });
    let column_locked =
        Memo::new(move |_| privilege == Privilege::Edit && !session.plan().grants_edit());
    let implied = move || grant.get() == Grant::Implied;
    let label = move || {
        let what = field.wire_name();
        match grant.get() {
            Grant::Implied => format!("{name}: {what}, included in Publish"),
            Grant::Dormant => {
                format!("{name}: {what}, no effect on {}", session.plan().label())
            }
            Grant::No | Grant::Yes => format!("{name}: {what}"),
        }
    };
    let set = move |event: web_sys::Event| {
        let on = event_target_checked(&event);
        form.edit(field, |draft| draft.set(segment, privilege, on));
        form.state.touch(field);
    };
    view! {
        <td
            role="cell"
            class="cell"
            class=("group-start", privilege == Privilege::Edit)
            class=("cell--locked", move || column_locked.get())
            class=("is-changed", move || changed.get())
        >
            <label class="cell__hit" title=move || locked.get().map(|locked| locked.to_string())>
                <input
                    id=cell_id(segment, privilege)
                    class="check"
                    class=("check--implied", implied)
                    type="checkbox"
                    aria-label=label
                    aria-disabled=move || locked.get().map(|_| "true")
                    on:click=move |event| {
                        // Locked boxes take focus, so that the keys and screen readers find them, but no change.
                        if locked.try_get_untracked().flatten().is_some() {
                            event.prevent_default();
                        }
                    }
                    prop:checked=move || grant.get() != Grant::No
                    on:change=set
                />
            </label>
        </td>
    }
}
