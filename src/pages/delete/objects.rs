//! Which objects are deleted, where there are several: all of them by name, and those that the list's filters hide set
//! apart.

use guidepost_model::Kind;
use leptos::prelude::*;

use super::{
    Deletion, Stage, Target,
    dialog::noun,
    uses::{FoundArticles, Uses},
};
use crate::{
    pages::parts::{count_of, grouped},
    store::Articles,
    ui::{Icon, Symbol, VisibleName, live},
};

/// Objects that the list shows unfolded.
const OPEN: usize = 5;

/// The objects by name, each with what uses it, and a way to leave out those that are hidden.
#[component]
pub(super) fn Objects(deletion: Deletion, checked: Vec<(Target, Uses)>) -> impl IntoView {
    let targets: Vec<Target> = checked.iter().map(|(target, _)| target.clone()).collect();
    let number = count_of(checked.len(), noun(&targets));
    let open = checked.len() <= OPEN;
    let left: Vec<(Target, Uses)> =
        checked.iter().filter(|(target, _)| !target.hidden).cloned().collect();
    let hidden = checked.len() - left.len();
    let all_hidden = left.is_empty();
    view! {
        {(hidden > 0)
            .then(|| {
                view! {
                    <p class="hidden-objects">
                        <Icon symbol=Symbol::Warning/>
                        <span>{format!("{hidden} of them are hidden by filters")}</span>
                        {(!all_hidden)
                            .then(|| {
                                view! {
                                    <button
                                        type="button"
                                        class="btn btn--s"
                                        on:click=move |_| deletion.stage.set(Stage::Confirm(left.clone()))
                                    >
                                        {format!("Leave out {hidden} hidden")}
                                    </button>
                                }
                            })}
                    </p>
                }
            })}
        <details class="uses objects" open=open>
            <summary>
                {number}
                <Icon symbol=Symbol::Down/>
            </summary>
            <ul class="plain-list">
                {checked.into_iter().map(|(target, uses)| view! { <Object target uses/> }).collect_view()}
            </ul>
        </details>
    }
}

#[component]
fn Object(target: Target, uses: Uses) -> impl IntoView {
    let articles = Articles::expect();
    let (name, hidden) = (target.name.clone(), target.hidden);
    view! {
        <li>
            <VisibleName text=name/>
            {hidden.then(|| view! { <span class="badge badge--warning">"Hidden by filters"</span> })}
            <span class="muted">{live(move || in_words(&target, &uses, articles))}</span>
        </li>
    }
}

/// "7 articles, 2 sections". Tracks the count of articles.
fn in_words(target: &Target, uses: &Uses, articles: Articles) -> String {
    let found = super::uses::ArticleUses::of(articles, &[target]).found;
    let number = found.as_ref().map(FoundArticles::count);
    let mut parts = Vec::new();
    match number {
        Some(0) | None => {}
        Some(1) => parts.push("1 article".to_owned()),
        Some(many) => parts.push(format!("{} articles", grouped(many))),
    }
    let counts = [
        (uses.content.sections.len(), "section"),
        (uses.content.topics.len(), "topic"),
        (uses.groups.len(), "permission group"),
    ];
    parts.extend(counts.iter().filter(|(n, _)| *n > 0).map(|(n, one)| count_of(*n, one)));
    match (parts.is_empty(), number, target.kind) {
        (false, Some(_), _) => parts.join(", "),
        (false, None, _) => format!("{}; articles not checked", parts.join(", ")),
        (true, None, _) => "articles not checked".to_owned(),
        (true, Some(_), Kind::Segment) => "not used".to_owned(),
        (true, Some(_), Kind::PermissionGroup) => "no article of this brand".to_owned(),
    }
}
