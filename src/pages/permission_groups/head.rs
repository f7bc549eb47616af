//! What stands above the list of permission groups and above their matrix.

use guidepost_model::limits;
use leptos::prelude::*;

use crate::{
    pages::list::{NewButton, Shows, creation_refused},
    store::PermissionGroups,
    ui::{Meter, PageTitle, Show},
};

/// The two ways of looking at permission groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GroupsView {
    /// One below the other.
    List,
    /// Segments down, groups across.
    Matrix,
}

impl GroupsView {
    const ALL: [Self; 2] = [Self::List, Self::Matrix];

    const fn title(self) -> &'static str {
        match self {
            Self::List => "Permission groups",
            Self::Matrix => "Permission matrix",
        }
    }

    /// Its name beside the other one's, and where it is.
    const fn tab(self) -> (&'static str, &'static str) {
        match self {
            Self::List => ("Groups", "/permission-groups"),
            Self::Matrix => ("Matrix", "/permission-groups/matrix"),
        }
    }
}

/// Title, meter, the way to a new group, and the way from one view to the other.
#[component]
pub(crate) fn GroupsHead(
    /// Which view it stands above.
    view: GroupsView,
) -> impl IntoView {
    let groups = PermissionGroups::expect();
    let refused = creation_refused(groups);
    let shows = Memo::new(move |_| Shows::now(groups));
    let custom = Signal::derive(move || groups.custom_count());
    view! {
        <header class="page__head">
            <PageTitle title=view.title()/>
            <Show when=move || shows.get() == Shows::Rows>
                <Meter
                    label="Custom permission groups used"
                    used=custom
                    limit=limits::PERMISSION_GROUPS
                    noun="custom"
                    hint="Zendesk allows 200 custom permission groups. Built-in groups don’t count."
                />
            </Show>
            <Show when=move || shows.get() != Shows::NoAccess>
                <div class="page__actions">
                    <NewButton
                        label="New group"
                        href="/permission-groups/new"
                        refused
                    />
                </div>
            </Show>
        </header>
        <Show when=move || shows.get() != Shows::NoAccess>
            <nav class="tabs" aria-label="Views of permission groups">
                {GroupsView::ALL
                    .map(|other| {
                        let (label, href) = other.tab();
                        view! {
                            <a
                                class="tabs__tab"
                                href=href
                                aria-current=(other == view).then_some("page")
                            >
                                {label}
                            </a>
                        }
                            .into_any()
                    })}
            </nav>
        </Show>
    }
}
