//! What stands above the list of permission groups and above their matrix.

use guidepost_model::{Locked, limits};
use leptos::prelude::*;

use crate::{
    pages::list::{NewButton, Shows},
    session::Session,
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

/// Why there can be no new group; empty where there can.
pub(crate) fn refusal(groups: PermissionGroups) -> Signal<String> {
    let session = Session::expect();
    Signal::derive(move || {
        if !session.plan().changes_permission_groups() {
            return Locked::PlanReadOnly.to_string();
        }
        let full = groups.custom_count() >= limits::PERMISSION_GROUPS;
        let reason = "Limit reached (200 of 200). Delete a group to add one.";
        if full { reason.to_owned() } else { String::new() }
    })
}

/// Title, meter, the way to a new group, and the way from one view to the other.
#[component]
pub(crate) fn GroupsHead(
    /// Which view it stands above.
    view: GroupsView,
) -> impl IntoView {
    let groups = PermissionGroups::expect();
    let refused = refusal(groups);
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
