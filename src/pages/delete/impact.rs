//! What becomes of whatever uses the objects that are to be deleted.

use leptos::prelude::*;

use super::{Target, uses::Uses};
use crate::{
    pages::parts::{Usage, count_of},
    ui::{Icon, Symbol},
};

/// One thing that happens.
struct Line {
    symbol: Symbol,
    danger: bool,
    /// What happens, in a few words.
    strong: String,
    /// More about it.
    text: String,
}

/// What happens, a line each.
#[component]
pub(super) fn Impact(checked: Vec<(Target, Uses)>) -> impl IntoView {
    let several = checked.len() > 1;
    let mut lines = Vec::new();
    let mut unused = 0;
    let mut segments = 0;
    for (target, uses) in checked {
        // Where there are several, each line says which one it is about.
        let of = if several { format!(" (“{}”)", target.name) } else { String::new() };
        unused += usize::from(uses.are_none());
        match uses {
            Uses::Segment { content, groups } => {
                segments += 1;
                lines.extend(of_content(&content, &of));
                lines.extend(of_groups(&groups, &of));
            }
            Uses::PermissionGroup { .. } if uses.are_none() => {}
            Uses::PermissionGroup { articles, .. } => lines.push(of_articles(articles, &of)),
        }
    }
    if unused > 0 {
        lines.push(Line::plain(Symbol::Check, said_unused(unused, several, segments > 0)));
    }
    if segments > 0 {
        let text = "Articles weren’t checked. Any article restricted to this segment becomes visible to everyone.";
        lines.push(Line::plain(Symbol::Info, text.to_owned()));
    }
    view! {
        <ul class="impact-list">
            {lines
                .into_iter()
                .map(|Line { symbol, danger, strong, text }| {
                    view! {
                        <li class=("is-danger", danger)>
                            <Icon symbol/>
                            <span>
                                {(!strong.is_empty()).then(|| view! { <b>{strong}</b> })}
                                {text}
                            </span>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

impl Line {
    fn plain(symbol: Symbol, text: String) -> Self {
        Self { symbol, danger: false, strong: String::new(), text }
    }
}

/// What a segment restricts becomes visible to everyone.
fn of_content(content: &Usage, of: &str) -> Vec<Line> {
    let line = |symbol, one, names: Vec<&str>| {
        (!names.is_empty()).then(|| Line {
            symbol,
            danger: true,
            strong: format!("{} will become visible to everyone", count_of(names.len(), one)),
            text: format!("{of}, signed in or not: {}", name_some(&names)),
        })
    };
    let sections = content.sections.iter().map(|section| section.name.as_str()).collect();
    let topics = content.topics.iter().map(|topic| topic.name.as_str()).collect();
    [line(Symbol::Section, "section", sections), line(Symbol::Topic, "topic", topics)]
        .into_iter()
        .flatten()
        .collect()
}

/// Permission groups lose the segment.
fn of_groups(groups: &[String], of: &str) -> Option<Line> {
    let names: Vec<&str> = groups.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| Line {
        symbol: Symbol::Key,
        danger: true,
        strong: format!("Removed from {}", count_of(names.len(), "permission group")),
        text: format!(
            "{of}: {} People in this segment lose the edit and publish access those groups gave them.",
            name_some(&names)
        ),
    })
}

/// Articles lose their permission group. What Zendesk does to them then is not documented.
fn of_articles(articles: Option<usize>, of: &str) -> Line {
    let (strong, those) = match articles {
        None => (
            "The number of articles that use it isn’t known".to_owned(),
            " Those that do will have no permission group.",
        ),
        Some(0) => (
            "No article of this help center uses it".to_owned(),
            " Articles of other brands weren’t checked and lose it too.",
        ),
        Some(1) => ("1 article of this help center will have no permission group".to_owned(), ""),
        Some(many) => {
            (format!("{many} articles of this help center will have no permission group"), "")
        }
    };
    let text = format!(
        "{of}.{those} Until you assign one, assume that only help center managers can edit them."
    );
    Line { symbol: Symbol::Article, danger: articles != Some(0), strong, text }
}

fn said_unused(unused: usize, several: bool, segments: bool) -> String {
    let users = if segments { "any section, topic or permission group" } else { "any article" };
    let noun = if segments { "segment" } else { "permission group" };
    match (several, unused) {
        (false, _) => format!("Not used by {users}."),
        (true, 1) => format!("1 {noun} isn’t used by {users}."),
        (true, unused) => format!("{unused} {noun}s aren’t used by {users}."),
    }
}

fn name_some(names: &[&str]) -> String {
    let shown = names.get(..names.len().min(4)).unwrap_or_default().join(", ");
    match names.len().saturating_sub(4) {
        0 => format!("{shown}."),
        more => format!("{shown} and {more} more."),
    }
}
