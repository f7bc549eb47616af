//! On the way to a form: the object as the account has it now, or why it can't be had.

use std::sync::Arc;

use guidepost_model::{ErrorKind, Kind};
use leptos::prelude::*;

use super::{Editable, words};
use crate::{
    api::Failure,
    pages::{FormOutline, parts::FailureBanner},
    session::Session,
    store::{
        Collection, DraftKey, StoredDraft,
        drafts::{KeptDraft, Shelf},
    },
    ui::{Effect, Empty, Icon, Lifetime, PageTitle, Symbol, VisibleName, live, set_title},
};

/// Shows the object as the account has it now. Nothing is edited on a cached copy.
#[component]
pub(crate) fn Loaded<T: Editable>(id: T::Id, show: Callback<Arc<T>, AnyView>) -> impl IntoView {
    let session = Session::expect();
    let collection = Collection::<T>::expect();
    let loaded = RwSignal::new(None::<Result<Arc<T>, Failure>>);
    let lifetime = Lifetime::here();
    let load = move || {
        let client = session.client();
        let task = async move {
            let answer = client.read::<T>(id).await;
            session.learn(answer.as_ref().map(|_| ()));
            if let Ok(object) = &answer
                && collection.find(id).is_some()
            {
                collection.put(object.clone());
            }
            loaded.set(Some(answer.map(Arc::new)));
        };
        lifetime.spawn(task);
    };
    load();
    let recovered = session.recovered;
    let before = recovered.get_untracked();
    Effect::new(move |_| {
        let failed = || loaded.with_untracked(|loaded| matches!(loaded, Some(Err(_))));
        if recovered.get() != before && failed() {
            load();
        }
    });
    let retry = Callback::new(move |()| {
        loaded.set(None);
        load();
    });
    // The object's name, if the list knows it.
    let title = move || {
        let known = collection.find(id);
        known.map_or_else(
            || words::capital(T::KIND).into(),
            |object| object.display_name().to_owned(),
        )
    };
    live(move || match loaded.get() {
        None => view! { <Waiting kind=T::KIND title=title()/> }.into_any(),
        Some(Ok(object)) => show.run(object),
        Some(Err(failure)) if failure.kind() == Some(ErrorKind::NotFound) => {
            let adopt = adopt::<T>(id);
            view! { <Gone kind=T::KIND adopt/> }.into_any()
        }
        Some(Err(failure)) => {
            view! { <Failed kind=T::KIND title=title() failure retry/> }.into_any()
        }
    })
}

/// What makes the draft that waits for an object one of a new object; `None` where there is no draft.
fn adopt<T: Editable>(id: T::Id) -> Option<Callback<()>> {
    let owner = Session::expect().draft_owner()?;
    let shelf = Shelf::new(&owner, &DraftKey::Existing(id).form());
    let kept: KeptDraft<StoredDraft<T>> = shelf.waiting()?;
    Some(Callback::new(move |()| {
        let draft = kept.content.draft.clone();
        StoredDraft::<T> { base: None, draft, attempts: None }.hand_to(&owner, DraftKey::New);
        shelf.remove(&kept.id);
    }))
}

/// The object's name over a form that is on its way.
#[component]
fn Waiting(kind: Kind, title: String) -> impl IntoView {
    set_title(&title);
    view! {
        <div class="page__body" aria-busy="true">
            <Crumbs kind current=title.clone()/>
            <header class="page__head">
                <h1 class="page__title"><VisibleName text=title/></h1>
            </header>
            <FormOutline kind=Some(kind)/>
        </div>
    }
}

/// It can't be had just now.
#[component]
fn Failed(kind: Kind, title: String, failure: Failure, retry: Callback<()>) -> impl IntoView {
    view! {
        <div class="page__body">
            <Crumbs kind current=title.clone()/>
            <header class="page__head">
                <PageTitle title=title/>
            </header>
            <div class="page__banner">
                <FailureBanner failure retry/>
            </div>
        </div>
    }
}

/// It does not exist, or does no longer. A draft that waits for it can still be used.
#[component]
fn Gone(kind: Kind, adopt: Option<Callback<()>>) -> impl IntoView {
    let adopt = adopt.map(|adopt| {
        view! {
            <a href=format!("{}/new", words::address(kind)) class="btn" on:click=move |_| adopt.run(())>
                "Use your unsaved changes for a new one"
            </a>
        }
    });
    let actions: Children = Box::new(move || {
        view! {
            {adopt}
            <a href=words::address(kind) class="btn btn--primary">
                {format!("Go to {}", words::plural(kind))}
            </a>
        }
        .into_any()
    });
    view! {
        <div class="page__body">
            <Crumbs kind current="Not found"/>
            <header class="page__head">
                <PageTitle title=format!("{} not found", words::capital(kind))/>
            </header>
            <Empty
                title=format!("This {} doesn’t exist", kind.noun())
                glyph=true
                actions=Some(actions)
            >
                <p>"It may have been deleted, or the link may be mistyped."</p>
            </Empty>
        </div>
    }
}

/// Where the page is.
#[component]
pub(crate) fn Crumbs(kind: Kind, #[prop(into)] current: Signal<String>) -> impl IntoView {
    let list = words::last_list(kind);
    view! {
        <nav class="crumbs" aria-label="Breadcrumb">
            <a href=list>{words::crumb(kind)}</a>
            <Icon symbol=Symbol::Right/>
            <span aria-current="page">
                {live(move || view! { <VisibleName text=current.get()/> })}
            </span>
        </nav>
    }
}
