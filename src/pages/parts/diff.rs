//! What changes, field by field: added and removed values.

use guidepost_model::{Change, Field, Item, Values};
use leptos::prelude::*;

use crate::{
    store::Names,
    ui::{VisibleName, live},
};

/// Values shown a side before "N more".
const SHOWN: usize = 8;

/// One line a changed field.
#[component]
pub fn Diff(
    /// What changes.
    changes: Vec<Change>,
) -> impl IntoView {
    view! {
        <div class="diff">
            {changes
                .into_iter()
                .map(|change| {
                    view! {
                        <div class="diff__row">
                            <span class="diff__field">{short_label(change.field)}</span>
                            <DeltaList values=change.values/>
                        </div>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// A field's name where room is short.
pub(crate) fn short_label(field: Field) -> &'static str {
    match field {
        Field::AddedUsers => "People",
        _ => field.label(),
    }
}

/// The values that come and go.
#[component]
pub fn DeltaList(
    /// What changes in the field.
    values: Values,
) -> impl IntoView {
    match values {
        Values::Replaced { from, to } => view! {
            <span class="chips word-diff">
                {(!from.is_empty())
                    .then(|| {
                        view! { <del class="delta delta--cut"><VisibleName text=type_label(&from)/></del> }
                    })}
                {(!to.is_empty())
                    .then(|| {
                        view! { <ins class="delta delta--add"><VisibleName text=type_label(&to)/></ins> }
                    })}
            </span>
        }
        .into_any(),
        Values::List { added, removed } => view! {
            <span class="chips">
                <Side items=added add=true/>
                <Side items=removed add=false/>
            </span>
        }
        .into_any(),
    }
}

/// User types by the words the form uses.
fn type_label(value: &str) -> String {
    match value {
        "staff" => "Staff".into(),
        "signed_in_users" => "Signed-in users".into(),
        other => other.to_owned(),
    }
}

#[component]
fn Side(items: Vec<Item>, add: bool) -> impl IntoView {
    let names = Names::expect();
    let more = items.len().saturating_sub(SHOWN);
    let class = if add { "delta delta--add" } else { "delta delta--cut" };
    let mark = move |text: AnyView, literal: bool| {
        if add {
            view! { <ins class=class class=("delta--tag", literal)>{text}</ins> }.into_any()
        } else {
            view! { <del class=class class=("delta--tag", literal)>{text}</del> }.into_any()
        }
    };
    let shown = items
        .into_iter()
        .take(SHOWN)
        .map(|item| {
            let literal = matches!(item, Item::Tag(_));
            mark(live(move || view! { <VisibleName text=names.text(&item)/> }).into_any(), literal)
        })
        .collect_view();
    (shown, (more > 0).then(|| mark(format!("{more} more").into_any(), false)))
}
