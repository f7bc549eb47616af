//! Every screen on one page.

use std::str::FromStr;

use guidepost_model::{Kind, PermissionGroupId, SegmentId};
use leptos::prelude::*;

use crate::{
    api::Transport,
    chunks,
    pages::{DeleteDialogPlace, Deletion, LazyPage, NotFoundPage, Opened, SegmentsPage},
    session::Session,
    shell::Shell,
    store::{Applicable, Names, PermissionGroups, Segments, drafts::WantedBack, follow_tab},
    ui::{Effect, IconSprite, LeaveGuard, Router, ToastRegion, Toasts, Visited, live, share},
};

/// What an address shows.
#[derive(Clone, Copy, PartialEq)]
enum Screen {
    /// `/segments`
    Segments,
    /// `/segments/new`, and `/segments/new?from={id}` for a copy.
    NewSegment(Option<SegmentId>),
    /// `/segments/{id}`
    Segment(SegmentId),
    /// `/permission-groups`
    PermissionGroups,
    /// `/permission-groups/matrix`
    Matrix,
    /// `/permission-groups/new`, and `/permission-groups/new?from={id}` for a copy.
    NewPermissionGroup(Option<PermissionGroupId>),
    /// `/permission-groups/{id}`
    PermissionGroup(PermissionGroupId),
    NotFound,
}

impl Screen {
    /// Tracks the address.
    fn at(router: Router) -> Self {
        let path = router.path();
        let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
        match steps.as_slice() {
            [] | ["segments"] => Self::Segments,
            ["segments", "new"] => Self::NewSegment(original(router)),
            ["segments", id] => id.parse().map_or(Self::NotFound, Self::Segment),
            ["permission-groups"] => Self::PermissionGroups,
            ["permission-groups", "matrix"] => Self::Matrix,
            ["permission-groups", "new"] => Self::NewPermissionGroup(original(router)),
            ["permission-groups", id] => id.parse().map_or(Self::NotFound, Self::PermissionGroup),
            _ => Self::NotFound,
        }
    }

    fn view(self) -> AnyView {
        match self {
            Self::Segments => view! { <SegmentsPage/> }.into_any(),
            Self::NewSegment(from) => {
                provide_context(Opened(from));
                view! { <LazyPage load=chunks::new_segment_page kind=Kind::Segment/> }.into_any()
            }
            Self::Segment(id) => {
                provide_context(Opened(Some(id)));
                view! { <LazyPage load=chunks::segment_page kind=Kind::Segment/> }.into_any()
            }
            Self::PermissionGroups => {
                view! { <LazyPage load=chunks::permission_groups_page/> }.into_any()
            }
            Self::Matrix => view! { <LazyPage load=chunks::matrix_page/> }.into_any(),
            Self::NewPermissionGroup(from) => {
                provide_context(Opened(from));
                let load = chunks::new_permission_group_page;
                view! { <LazyPage load kind=Kind::PermissionGroup/> }.into_any()
            }
            Self::PermissionGroup(id) => {
                provide_context(Opened(Some(id)));
                let load = chunks::permission_group_page;
                view! { <LazyPage load kind=Kind::PermissionGroup/> }.into_any()
            }
            Self::NotFound => view! { <NotFoundPage/> }.into_any(),
        }
    }
}

/// What a copy is made of: `from` in the address. Tracks.
fn original<Id: FromStr>(router: Router) -> Option<Id> {
    let from = router.parameters().into_iter().find(|(name, _)| name == "from");
    from.and_then(|(_, id)| id.parse().ok())
}

/// The app over an account that is reached through `transport`.
#[component]
pub fn App(
    /// How requests leave the page.
    transport: Transport,
) -> impl IntoView {
    follow_tab();
    let session = Session::start(transport);
    let segments = Segments::new(session);
    let groups = PermissionGroups::new(session);
    let toasts = Toasts::default();
    share(session);
    share(segments);
    share(Names::new(session, segments));
    share(Applicable::new(session, segments));
    share(groups);
    share(toasts);
    share(WantedBack::default());
    share(Deletion::new(session, segments, groups, toasts));
    share(Visited(StoredValue::new(false)));
    share(LeaveGuard::install());
    let router = Router::start();
    share(router);
    chunks::fetch_early(segments);
    Effect::new(move |_| {
        if router.path() == "/" {
            router.replace("/segments");
        }
    });
    let screen = Memo::new(move |_| Screen::at(router));
    view! {
        <IconSprite/>
        <Shell groups>{live(move || screen.get().view())}</Shell>
        <DeleteDialogPlace/>
        <ToastRegion/>
    }
}
