//! What becomes of whatever uses the objects that are to be deleted: articles first, the worst first.

use guidepost_model::{ArticleList, Kind};
use leptos::prelude::*;

use super::{
    Target,
    dialog::noun,
    uses::{ArticleUses, FoundArticles, Uses},
};
use crate::{
    pages::parts::{ContentName, ContentNames, CountArticles, brands_left_out, count_of, grouped},
    ui::{Icon, Symbol},
};

/// How bad a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    Danger,
    Warning,
    Plain,
}

/// One thing that happens.
struct Line {
    symbol: Symbol,
    tone: Tone,
    /// What happens, in a few words.
    strong: String,
    /// More about it, up to the names.
    text: String,
    names: Vec<ContentName>,
    unnamed: usize,
    /// What follows the names.
    after: String,
    /// Offers to count the articles.
    counts: bool,
}

impl Line {
    fn new(symbol: Symbol, tone: Tone, strong: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            symbol,
            tone,
            strong: strong.into(),
            text: text.into(),
            names: Vec::new(),
            unnamed: 0,
            after: String::new(),
            counts: false,
        }
    }

    fn naming(mut self, names: Vec<ContentName>) -> Self {
        self.names = names;
        self
    }
}

/// What happens, a line each.
#[component]
pub(super) fn Impact(checked: Vec<(Target, Uses)>, articles: ArticleUses) -> impl IntoView {
    let targets: Vec<Target> = checked.iter().map(|(target, _)| target.clone()).collect();
    let kind = targets.first().map_or(Kind::Segment, |target| target.kind);
    let mut lines = match kind {
        Kind::Segment => of_restricted_articles(&articles, targets.len()),
        Kind::PermissionGroup => of_group_articles(&articles, targets.len()),
    };
    if kind == Kind::Segment {
        lines.extend(of_content(&checked));
        lines.extend(of_groups(&checked));
        lines.extend(of_unused(&checked, &articles));
    } else if articles.are_certainly_none() {
        lines.push(Line::new(Symbol::Check, Tone::Plain, "", "Not used by any article."));
    }
    view! {
        <ul class="impact-list" aria-label=format!("What deleting the {} does", noun(&targets))>
            {lines.into_iter().map(show).collect_view()}
        </ul>
    }
}

fn show(line: Line) -> impl IntoView {
    let Line { symbol, tone, strong, text, names, unnamed, after, counts } = line;
    view! {
        <li class=("is-danger", tone == Tone::Danger) class=("is-warning", tone == Tone::Warning)>
            <Icon symbol/>
            <div>
                {(!strong.is_empty()).then(|| view! { <b>{strong}</b> })}
                {text}
                {(!names.is_empty()).then(|| view! { <ContentNames names unnamed/> })}
                {after}
                {counts
                    .then(|| {
                        view! {
                            <div class="impact-list__act">
                                <CountArticles/>
                            </div>
                        }
                    })}
            </div>
        </li>
    }
}

/// Articles that segments restrict become visible to everyone.
fn of_restricted_articles(articles: &ArticleUses, targets: usize) -> Vec<Line> {
    let these = if targets == 1 { "this segment" } else { "one of these segments" };
    let unseen = format!(" Any article restricted to {these} becomes visible to everyone.");
    let Some(FoundArticles::OfSegments(found)) = &articles.found else {
        let line = Line::new(Symbol::Warning, Tone::Warning, "Articles weren’t checked.", unseen);
        return vec![Line { counts: true, ..line }];
    };
    let mut lines = Vec::new();
    if found.public.count > 0 {
        let number = articles_of(found.public.count);
        let strong = format!("{number} will become visible to everyone");
        let line = Line::new(Symbol::Globe, Tone::Danger, strong, ", signed in or not: ");
        lines.push(naming_articles(line, &found.public));
    }
    if let Some(left_out) = brands_left_out(&articles.reach) {
        lines.push(Line::new(Symbol::Warning, Tone::Warning, format!("{left_out}."), unseen));
    }
    if found.shared.count > 0 {
        let strong = match found.shared.count {
            1 => "1 article has other segments too".to_owned(),
            many => format!("{} articles have other segments too", grouped(many)),
        };
        let line = Line::new(Symbol::Article, Tone::Warning, strong, ": ");
        let after = " Zendesk doesn’t say whether those still apply.".to_owned();
        lines.push(naming_articles(Line { after, ..line }, &found.shared));
    }
    lines
}

fn naming_articles(line: Line, articles: &ArticleList) -> Line {
    let names = articles.named.iter().map(|article| ContentName {
        name: article.title.clone(),
        address: article.html_url.clone(),
    });
    let unnamed = articles.count - articles.named.len();
    Line { names: names.collect(), unnamed, ..line }
}

/// Articles lose their permission group. What Zendesk does to them then is not documented.
fn of_group_articles(articles: &ArticleUses, targets: usize) -> Vec<Line> {
    let these =
        if targets == 1 { "this permission group" } else { "one of these permission groups" };
    let managers =
        " Until you assign one, assume that only help center managers can edit them.".to_owned();
    let Some(found) = &articles.found else {
        let text = format!(" Articles with {these} will have none.{managers}");
        let line = Line::new(Symbol::Warning, Tone::Warning, "Articles weren’t checked.", text);
        return vec![Line { counts: true, ..line }];
    };
    let mut lines = Vec::new();
    if found.count() > 0 {
        let strong = format!("{} will have no permission group.", articles_of(found.count()));
        lines.push(Line::new(Symbol::Article, Tone::Danger, strong, managers));
    }
    if let Some(left_out) = brands_left_out(&articles.reach) {
        let none = if found.count() == 0 { "No article of this brand uses it. " } else { "" };
        let text = format!(" Any that have {these} will have none.");
        let strong = format!("{none}{left_out}.");
        lines.push(Line::new(Symbol::Warning, Tone::Warning, strong, text));
    }
    lines
}

/// Sections and topics that segments restrict become visible to everyone.
fn of_content(checked: &[(Target, Uses)]) -> Vec<Line> {
    let contents = || checked.iter().map(|(_, uses)| &uses.content);
    let sections = contents().flat_map(|content| &content.sections).map(|section| ContentName {
        name: section.name.clone(),
        address: section.html_url.clone(),
    });
    let topics = contents()
        .flat_map(|content| &content.topics)
        .map(|topic| ContentName { name: topic.name.clone(), address: topic.html_url.clone() });
    let line = |symbol, one, names: Vec<ContentName>| {
        let strong = format!("{} will become visible to everyone", count_of(names.len(), one));
        (!names.is_empty())
            .then(|| Line::new(symbol, Tone::Danger, strong, ", signed in or not: ").naming(names))
    };
    [
        line(Symbol::Section, "section", sections.collect()),
        line(Symbol::Topic, "topic", topics.collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Permission groups lose segments.
fn of_groups(checked: &[(Target, Uses)]) -> Option<Line> {
    let mut names: Vec<&String> = checked.iter().flat_map(|(_, uses)| &uses.groups).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return None;
    }
    let strong = format!("Removed from {}", count_of(names.len(), "permission group"));
    let these = if checked.len() == 1 { "this segment" } else { "these segments" };
    let after =
        format!(" People in {these} lose the edit and publish access those groups gave them.");
    let names =
        names.into_iter().map(|name| ContentName { name: name.clone(), address: String::new() });
    let line = Line::new(Symbol::Key, Tone::Danger, strong, ": ").naming(names.collect());
    Some(Line { after, ..line })
}

/// Segments that nothing uses. The check mark stands only where articles are known, too.
fn of_unused(checked: &[(Target, Uses)], articles: &ArticleUses) -> Option<Line> {
    let unused = checked.iter().filter(|(_, uses)| uses.is_empty()).count();
    if unused == 0 {
        return None;
    }
    let certain = unused == checked.len() && articles.are_certainly_none();
    let (symbol, users) = if certain {
        (Symbol::Check, "any article, section, topic or permission group")
    } else {
        (Symbol::Info, "any section, topic or permission group")
    };
    let text = match (checked.len(), unused) {
        (1, _) => format!("Not used by {users}."),
        (_, 1) => format!("1 segment isn’t used by {users}."),
        (_, unused) => format!("{unused} segments aren’t used by {users}."),
    };
    Some(Line::new(symbol, Tone::Plain, "", text))
}

fn articles_of(number: usize) -> String {
    if number == 1 { "1 article".to_owned() } else { format!("{} articles", grouped(number)) }
}
