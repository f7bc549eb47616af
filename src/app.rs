//! Every screen on one page.

use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Redirect, Route, Router},
    path,
};

use crate::{
    api::Transport,
    chunks,
    pages::{DeleteDialogPlace, Deletion, LazyPage, NotFoundPage, SegmentsPage},
    session::Session,
    shell::Shell,
    store::{Names, Segments},
    ui::{IconSprite, LeaveGuard, ToastRegion, Toasts, Visited},
};

/// The app over an account that is reached through `transport`.
#[component]
pub fn App(
    /// How requests leave the page.
    transport: Transport,
) -> impl IntoView {
    let session = Session::start(transport);
    let segments = Segments::new(session);
    let toasts = Toasts::default();
    provide_context(session);
    provide_context(segments);
    provide_context(Names::new(session));
    provide_context(toasts);
    provide_context(Deletion::new(session, segments, toasts));
    provide_context(Visited(StoredValue::new(false)));
    provide_context(LeaveGuard::install());
    chunks::fetch_early(segments);
    view! {
        <IconSprite/>
        <Router>
            <Shell>
                <FlatRoutes fallback=NotFoundPage>
                    <Route path=path!("/") view=|| view! { <Redirect path="/segments"/> }/>
                    <Route path=path!("/segments") view=SegmentsPage/>
                    <Route path=path!("/segments/new") view=|| view! { <LazyPage load=chunks::new_segment_page/> }/>
                    <Route path=path!("/segments/:id") view=|| view! { <LazyPage load=chunks::segment_page/> }/>
                </FlatRoutes>
            </Shell>
            <DeleteDialogPlace/>
        </Router>
        <ToastRegion/>
    }
}
