//! Somebody else saved first: base, mine and theirs by field. What only one side changed is chosen already.

use guidepost_model::{Choice, Draft, Field, Item, Kind, MergeRow, Timestamp, Values};
use leptos::prelude::*;

use crate::{
    pages::parts::{DeltaList, ItemChip, short_label},
    ui::{Dialog, Show, VisibleName, live, time},
};

/// Items shown in a cell before "N more".
const SHOWN: usize = 6;

/// What can be done about it.
#[derive(Clone, Copy)]
pub(super) struct Ways {
    /// Decides about a field.
    pub(super) choose: Callback<(Field, Choice)>,
    /// Saves what was chosen.
    pub(super) resolve: Callback<()>,
    /// Gives up my changes.
    pub(super) take_theirs: Callback<()>,
    /// Back to the form.
    pub(super) keep_editing: Callback<()>,
}

#[component]
pub(super) fn Conflict(
    kind: Kind,
    /// When theirs was saved.
    saved: Option<Timestamp>,
    /// The changed fields, and what is chosen by now.
    rows: Signal<Vec<MergeRow>>,
    /// What a field held when the form was opened.
    before: Callback<Field, AnyView>,
    /// What a field will hold, as far as it is decided. Tracks.
    result: Callback<Field, AnyView>,
    ways: Ways,
) -> impl IntoView {
    let theirs = match saved {
        Some(moment) => format!("Theirs, saved {}", time::clock(moment)),
        None => "Theirs".to_owned(),
    };
    let undecided = Memo::new(move |_| {
        rows.with(|rows| rows.iter().filter(|row| row.choice.is_none()).count())
    });
    let fields = rows.get_untracked();
    let total = fields.len();
    let foot = ViewFn::from(move || {
        view! {
            <button
                type="button"
                class="btn btn--ghost-danger dialog__foot-start"
                on:click=move |_| ways.take_theirs.run(())
            >
                "Discard my changes"
            </button>
            <button type="button" class="btn" on:click=move |_| ways.keep_editing.run(())>
                "Keep editing"
            </button>
            <button
                type="button"
                class="btn btn--primary"
                disabled=move || { undecided.get() > 0 }
                on:click=move |_| ways.resolve.run(())
            >
                "Save merged version"
            </button>
        }
    });
    view! {
        <Dialog
            id="conflict"
            title=format!("Someone else changed this {}", kind.noun())
            wide=true
            on_close=ways.keep_editing
            foot
        >
            <p class="muted" role="status">
                {live(move || match undecided.get() {
                    0 => "Every field is decided.".to_owned(),
                    1 => format!("Choose which version of each field to keep. 1 of {total} left."),
                    left => {
                        format!("Choose which version of each field to keep. {left} of {total} left.")
                    }
                })}
            </p>
            <table class="merge">
                <thead>
                    <tr>
                        <th scope="col" class="merge__field">
                            "Field"
                        </th>
                        <th scope="col">"When you opened it"</th>
                        <th scope="col">"Yours"</th>
                        <th scope="col">{theirs}</th>
                        <th scope="col">"Result"</th>
                    </tr>
                </thead>
                <tbody>
                    {fields
                        .into_iter()
                        .map(|row| {
                            let before = before.run(row.field);
                            view! { <MergeLine rows row before result choose=ways.choose/> }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </Dialog>
    }
}

/// What a field of a draft holds.
pub(super) fn held(draft: &impl Draft, field: Field) -> AnyView {
    match field {
        Field::Name | Field::UserType => view! { <VisibleName text=draft.text(field)/> }.into_any(),
        field => chips(draft.items(field)),
    }
}

fn chips(items: Vec<Item>) -> AnyView {
    if items.is_empty() {
        return view! { <span class="muted">"none"</span> }.into_any();
    }
    let more = items.len().saturating_sub(SHOWN);
    let chips = items.into_iter().take(SHOWN).map(|item| view! { <ItemChip item/> }).collect_view();
    view! {
        <span class="chips">
            {chips}
            {(more > 0).then(|| view! { <span class="chip chip--more">{format!("{more} more")}</span> })}
        </span>
    }
    .into_any()
}

#[component]
fn MergeLine(
    rows: Signal<Vec<MergeRow>>,
    row: MergeRow,
    before: AnyView,
    result: Callback<Field, AnyView>,
    choose: Callback<(Field, Choice)>,
) -> impl IntoView {
    let field = row.field;
    let allows_both = row.allows_both();
    let choice = Memo::new(move |_| {
        rows.with(|rows| rows.iter().find(|row| row.field == field).and_then(|row| row.choice))
    });
    let pick = move |of: Choice, whose: &'static str, shown: AnyView| {
        view! {
            <label class="merge__pick">
                <input
                    class="radio"
                    type="radio"
                    name=format!("merge-{}", field.wire_name())
                    prop:checked=move || choice.get() == Some(of)
                    on:change=move |_| choose.run((field, of))
                />
                <span>
                    <span class="sr-only">{format!("{}: {whose}, ", field.label())}</span>
                    {shown}
                </span>
            </label>
        }
    };
    let change = |values: Option<Values>| match values {
        Some(values) => view! { <DeltaList values/> }.into_any(),
        None => view! { <span class="muted">"no change"</span> }.into_any(),
    };
    let both = allows_both.then(|| pick(Choice::Both, "both", view! { "Both changes" }.into_any()));
    view! {
        <tr>
            <th scope="row">
                {short_label(field)}
                <Show when=move || choice.get().is_none()>
                    <br/>
                    <span class="badge badge--warning">"Decide"</span>
                </Show>
            </th>
            <td data-label="When you opened it">
                <bdi>{before}</bdi>
            </td>
            <td data-label="Yours">{pick(Choice::Mine, "yours", change(row.mine))}</td>
            <td data-label="Theirs">{pick(Choice::Theirs, "theirs", change(row.theirs))}</td>
            <td data-label="Result">
                {both}
                {live(move || match choice.get() {
                    Some(_) => result.run(field),
                    None => view! { <span class="muted">"Not decided yet"</span> }.into_any(),
                })}
            </td>
        </tr>
    }
}
