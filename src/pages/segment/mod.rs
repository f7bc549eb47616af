//! The form of one segment: new, copied, existing, or built in and only to be read.

mod conflict;
mod editor;
mod fields;
mod form;
mod leave;
mod notices;
mod panel;
mod pickers;
mod read_only;
mod review;
mod save;

use std::sync::Arc;

use guidepost_model::{ErrorKind, SegmentDraft, SegmentId, UserSegment};
use leptos::{prelude::*, task::spawn_local_scoped_with_cancellation};

use crate::{
    api::Failure,
    pages::{lazy::FormOutline, parts::FailureBanner},
    session::Session,
    store::{DraftKey, Segments, drafts},
    ui::{Empty, Icon, PageTitle, Symbol, live, set_title},
};
use editor::Editor;
use form::Form;
use read_only::ReadOnly;

/// The segment that the address names.
#[derive(Debug, Clone, Copy)]
pub struct Opened(pub Option<SegmentId>);

/// `/segments/{id}`
#[component]
pub fn SegmentPage() -> impl IntoView {
    let show = Callback::new(|segment: Arc<UserSegment>| {
        if segment.built_in {
            view! { <ReadOnly segment/> }.into_any()
        } else {
            view! { <Existing segment/> }.into_any()
        }
    });
    let Opened(id) = expect_context();
    id.map(|id| view! { <Loaded id show/> })
}

/// `/segments/new`, and `/segments/new?from={id}` for a copy.
#[component]
pub fn NewSegmentPage() -> impl IntoView {
    // The number of segments is checked against Zendesk's limit.
    Segments::expect().ensure();
    let Opened(from) = expect_context();
    match from {
        Some(id) => view! { <Loaded id show=Callback::new(copy)/> }.into_any(),
        None => {
            let form = Form::open(DraftKey::New, None, SegmentDraft::default());
            view! { <Editor form/> }.into_any()
        }
    }
}

fn copy(original: Arc<UserSegment>) -> AnyView {
    let mut draft = original.draft();
    draft.name = format!("Copy of {}", draft.name);
    let form = Form::open(DraftKey::CopyOf(original.id), None, draft);
    view! { <Editor form/> }.into_any()
}

#[component]
fn Existing(segment: Arc<UserSegment>) -> impl IntoView {
    let draft = segment.draft();
    let form = Form::open(DraftKey::Existing(segment.id), Some(segment.as_ref().clone()), draft);
    view! { <Editor form/> }
}

/// Shows the segment as the account has it now. Nothing is edited on a cached copy.
#[component]
fn Loaded(id: SegmentId, show: Callback<Arc<UserSegment>, AnyView>) -> impl IntoView {
    let session = Session::expect();
    let segments = Segments::expect();
    let loaded = RwSignal::new(None::<Result<Arc<UserSegment>, Failure>>);
    // A task ends with its owner, and the button that tries again goes as soon as it is clicked.
    let owner = StoredValue::new(Owner::current().unwrap_or_default());
    let load = move || {
        let client = session.client();
        let task = async move {
            let answer = client.read::<UserSegment>(id).await;
            session.learn(answer.as_ref().map(|_| ()));
            if let Ok(segment) = &answer
                && segments.find(id).is_some()
            {
                segments.put(segment.clone());
            }
            loaded.try_set(Some(answer.map(Arc::new)));
        };
        owner.with_value(|owner| owner.with(|| spawn_local_scoped_with_cancellation(task)));
    };
    load();
    let retry = Callback::new(move |()| {
        loaded.set(None);
        load();
    });
    live(move || match loaded.get() {
        None => view! { <Waiting id/> }.into_any(),
        Some(Ok(segment)) => show.run(segment),
        Some(Err(failure)) if failure.kind() == Some(ErrorKind::NotFound) => {
            view! { <Gone id/> }.into_any()
        }
        Some(Err(failure)) => view! {
            <div class="page__body">
                <Crumbs current=known_name(id)/>
                <header class="page__head">
                    <PageTitle title=known_name(id)/>
                </header>
                <div class="page__banner">
                    <FailureBanner failure retry/>
                </div>
            </div>
        }
        .into_any(),
    })
}

/// The segment's name, if the list knows it.
fn known_name(id: SegmentId) -> String {
    let segment = Segments::expect().find(id);
    segment.map_or_else(|| "Segment".into(), |segment| segment.name.clone())
}

/// The segment's name over a form that is on its way.
#[component]
fn Waiting(id: SegmentId) -> impl IntoView {
    let title = known_name(id);
    set_title(&title);
    view! {
        <div class="page__body" aria-busy="true">
            <Crumbs current=title.clone()/>
            <header class="page__head">
                <p class="page__title">{title}</p>
            </header>
            <FormOutline/>
        </div>
    }
}

/// It does not exist, or does no longer. A draft that waits for it can still be used.
#[component]
fn Gone(id: SegmentId) -> impl IntoView {
    let draft = drafts::load(DraftKey::Existing(id));
    let adopt = draft.clone().map(|stored| {
        let adopt = move || {
            drafts::save(
                DraftKey::New,
                &drafts::StoredDraft { base: None, draft: stored.draft.clone() },
            );
            drafts::remove(DraftKey::Existing(id));
        };
        view! {
            <a href="/segments/new" class="btn" on:click=move |_| adopt()>
                "Use your unsaved changes for a new one"
            </a>
        }
    });
    let actions: Children = Box::new(move || {
        view! {
            {adopt}
            <a href="/segments" class="btn btn--primary">
                "Show user segments"
            </a>
        }
        .into_any()
    });
    view! {
        <div class="page__body">
            <Crumbs current="Not found"/>
            <header class="page__head">
                <PageTitle title="Segment not found"/>
            </header>
            <Empty title="This segment does not exist" glyph=true actions=Some(actions)>
                <p>"Someone may have deleted it, or the link is wrong."</p>
            </Empty>
        </div>
    }
}

/// Where the page is.
#[component]
fn Crumbs(#[prop(into)] current: Signal<String>) -> impl IntoView {
    let segments = Segments::expect();
    view! {
        <nav class="crumbs" aria-label="Breadcrumb">
            <a href=move || format!("/segments{}", segments.last_search.get())>"Segments"</a>
            <Icon symbol=Symbol::Right/>
            <span aria-current="page">
                <bdi>{current}</bdi>
            </span>
        </nav>
    }
}
