//! Somebody else saved first: base, mine and theirs by field. What only one side changed is chosen already.

use guidepost_model::{
    Choice, Draft, Field, Item, Merge, MergeRow, SegmentDraft, UserSegment, Values,
};
use leptos::prelude::*;

use super::save::Save;
use crate::{
    pages::parts::{DeltaList, ItemChip, short_label},
    ui::{Dialog, Show, live, time},
};

/// Items shown in a cell before "N more".
const SHOWN: usize = 6;

#[component]
pub(super) fn Conflict(
    save: Save,
    merge: Merge<SegmentDraft>,
    latest: UserSegment,
) -> impl IntoView {
    let theirs = match latest.updated_at {
        Some(moment) => format!("Theirs, saved {}", time::clock(moment)),
        None => "Theirs".to_owned(),
    };
    let rows = merge.rows.clone();
    let base = merge.base.clone();
    let merge = RwSignal::new(merge);
    let undecided = Memo::new(move |_| merge.with(Merge::undecided));
    let total = rows.len();
    let foot = {
        let latest = latest.clone();
        ViewFn::from(move || {
            let (take, resolve) = (latest.clone(), latest.clone());
            view! {
                <button
                    type="button"
                    class="btn btn--ghost-danger dialog__foot-start"
                    on:click=move |_| save.take_theirs(take.clone())
                >
                    "Discard my changes"
                </button>
                <button type="button" class="btn" on:click=move |_| save.keep_editing()>
                    "Keep editing"
                </button>
                <button
                    type="button"
                    class="btn btn--primary"
                    disabled=move || { undecided.get() > 0 }
                    on:click=move |_| {
                        merge.with_untracked(|merge| save.resolve(merge, resolve.clone()));
                    }
                >
                    "Save result"
                </button>
            }
        })
    };
    view! {
        <Dialog
            id="conflict"
            title="Someone else changed this segment"
            wide=true
            on_close=Callback::new(move |()| save.keep_editing())
            foot
        >
            <p class="muted" role="status">
                {live(move || match undecided.get() {
                    0 => "Every field is decided.".to_owned(),
                    1 => format!("Choose what to keep for each field. 1 of {total} is left to decide."),
                    left => {
                        format!("Choose what to keep for each field. {left} of {total} are left to decide.")
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
                    </tr>
                </thead>
                <tbody>
                    {rows
                        .into_iter()
                        .map(|row| {
                            let before = match row.field {
                                Field::Name => base.name.clone().into_any(),
                                Field::UserType => {
                                    base.user_type.as_ref().map(ToString::to_string).into_any()
                                }
                                field => chips(base.items(field)),
                            };
                            view! { <MergeLine merge row before/> }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </Dialog>
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
    merge: RwSignal<Merge<SegmentDraft>>,
    row: MergeRow,
    before: AnyView,
) -> impl IntoView {
    let field = row.field;
    let choice = Memo::new(move |_| {
        merge.with(|merge| {
            merge.rows.iter().find(|row| row.field == field).and_then(|row| row.choice)
        })
    });
    let pick = move |values: Option<Values>, of: Choice, whose: &'static str| {
        view! {
            <label class="merge__pick">
                <input
                    class="radio"
                    type="radio"
                    name=format!("merge-{}", field.wire_name())
                    aria-label=format!("{}: {whose}", field.label())
                    prop:checked=move || choice.get() == Some(of)
                    on:change=move |_| merge.update(|merge| merge.choose(field, of))
                />
                <span>
                    {match values {
                        Some(values) => view! { <DeltaList values/> }.into_any(),
                        None => view! { <span class="muted">"no change"</span> }.into_any(),
                    }}
                </span>
            </label>
        }
    };
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
            <td data-label="Yours">{pick(row.mine, Choice::Mine, "yours")}</td>
            <td data-label="Theirs">{pick(row.theirs, Choice::Theirs, "theirs")}</td>
        </tr>
    }
}
