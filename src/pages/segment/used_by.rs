//! Beside a segment: the articles, sections and topics that use it.

use guidepost_model::{Exposure, SegmentId};
use leptos::prelude::*;

use crate::{
    api::Failure,
    pages::parts::{
        ContentLink, ContentName, CountArticles, FailureBanner, Usage, brands_left_out, count_of,
        grouped, load_usage,
    },
    session::Session,
    store::{Articles, Counting, Reach},
    ui::{Icon, Lifetime, Symbol, live},
};

/// Names that are shown unfolded.
const OPEN: usize = 5;

#[component]
pub(super) fn UsedBy(id: SegmentId) -> impl IntoView {
    let session = Session::expect();
    let articles = Articles::expect();
    articles.ensure();
    let usage = RwSignal::new(None::<Result<Usage, Failure>>);
    // A task ends with its owner, and the button that tries again goes as soon as it is clicked.
    let lifetime = Lifetime::here();
    let load = move || {
        usage.set(None);
        let client = session.client();
        let task = async move {
            let found = load_usage(&client, id).await;
            usage.set(Some(found));
        };
        lifetime.spawn(task);
    };
    load();
    let exposure = Memo::new(move |_| articles.without(&[id]));
    view! {
        <section class="panel__section" aria-labelledby="panel-used">
            <div class="panel__head">
                <h2 class="panel__title" id="panel-used">
                    "Used by"
                </h2>
            </div>
            {live(move || exposure.get().map(|exposure| view! { <ArticlesOf exposure/> }))}
            {live(move || match usage.get() {
                None => {
                    view! {
                        <p class="progress-note" role="status">
                            <span class="spinner" aria-hidden="true"></span>
                            "Looking it up…"
                        </p>
                    }
                        .into_any()
                }
                Some(Err(failure)) => {
                    view! { <FailureBanner failure retry=Callback::new(move |()| load())/> }.into_any()
                }
                Some(Ok(usage)) if usage.is_empty() => {
                    let text = move || none_used(articles, exposure);
                    view! { <p class="muted used-by__none">{text}</p> }.into_any()
                }
                Some(Ok(usage)) => view! { <Content usage/> }.into_any(),
            })}
            <div class="used-by__note">
                {live(move || note(articles, exposure))}
                <CountArticles/>
            </div>
        </section>
    }
}

/// What uses it, where no section and no topic does. Only a count of every brand's articles says that none does.
fn none_used(articles: Articles, exposure: Memo<Option<Exposure>>) -> &'static str {
    match exposure.with(|found| found.as_ref().map(Exposure::count)) {
        Some(0) if articles.reach() == Reach::Everywhere => {
            "Not used by any article, section or topic."
        }
        Some(0) => "Not used by any section or topic, or by any article of this brand.",
        Some(_) => "",
        None => "Not used by any section or topic.",
    }
}

/// Which articles were not looked at.
fn note(articles: Articles, exposure: Memo<Option<Exposure>>) -> Option<AnyView> {
    let text = if exposure.with(Option::is_some) {
        format!("{}.", brands_left_out(&articles.reach())?)
    } else if articles.counting() == Counting::Quietly {
        return None;
    } else {
        "Articles not checked.".to_owned()
    };
    Some(view! { <span>{text}</span> }.into_any())
}

#[component]
fn ArticlesOf(exposure: Exposure) -> impl IntoView {
    let lists = [exposure.public, exposure.shared];
    let count: usize = lists.iter().map(|list| list.count).sum();
    let names: Vec<ContentName> = lists
        .into_iter()
        .flat_map(|list| list.named)
        .map(|article| ContentName { name: article.title, address: article.html_url })
        .collect();
    let noun =
        if count == 1 { "1 article".to_owned() } else { format!("{} articles", grouped(count)) };
    view! { <UsesOf symbol=Symbol::Article title=noun count names/> }
}

#[component]
fn Content(usage: Usage) -> impl IntoView {
    let sections: Vec<ContentName> = usage
        .sections
        .into_iter()
        .map(|section| ContentName { name: section.name, address: section.html_url })
        .collect();
    let topics: Vec<ContentName> = usage
        .topics
        .into_iter()
        .map(|topic| ContentName { name: topic.name, address: topic.html_url })
        .collect();
    let title = |names: &[ContentName], one| count_of(names.len(), one);
    view! {
        <UsesOf
            symbol=Symbol::Section
            title=title(&sections, "section")
            count=sections.len()
            names=sections
        />
        <UsesOf symbol=Symbol::Topic title=title(&topics, "topic") count=topics.len() names=topics/>
    }
}

/// How many, unfolding to their names.
#[component]
fn UsesOf(
    symbol: Symbol,
    title: String,
    count: usize,
    /// In a large account not all of them.
    names: Vec<ContentName>,
) -> impl IntoView {
    if count == 0 {
        return ().into_any();
    }
    let unnamed = count - names.len();
    view! {
        <details class="uses" open=count <= OPEN>
            <summary>
                <Icon symbol/>
                {title}
                <Icon symbol=Symbol::Down/>
            </summary>
            <ul class="plain-list">
                {names.into_iter().map(|of| view! { <li><ContentLink of/></li> }).collect_view()}
                {(unnamed > 0).then(|| view! { <li>{format!("{unnamed} more, not listed here")}</li> })}
            </ul>
        </details>
    }
    .into_any()
}
