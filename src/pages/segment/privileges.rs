//! What permission groups let the people in a staff segment do.

use std::sync::Arc;

use guidepost_model::{Grant, PermissionGroup, Plan, Privilege, SegmentId, name_key};
use leptos::prelude::*;

use crate::{
    pages::parts::FailureBanner,
    session::Session,
    store::{PermissionGroups, Progress},
    ui::{VisibleName, live},
};

/// Groups shown at once, before somebody asks for the rest.
const SHOWN: usize = 8;

/// A section of the panel. Loads the permission groups.
#[component]
pub(super) fn Privileges(id: SegmentId) -> impl IntoView {
    let session = Session::expect();
    let groups = PermissionGroups::expect();
    groups.ensure();
    view! {
        <section class="panel__section" aria-labelledby="panel-privileges">
            <div class="panel__head">
                <h2 class="panel__title" id="panel-privileges">
                    "Can edit and publish in"
                </h2>
            </div>
            {live(move || {
                let progress = groups.progress();
                if let Progress::Failed(failure) = progress {
                    let retry = Callback::new(move |()| groups.reload());
                    return view! { <FailureBanner failure retry/> }.into_any();
                }
                let lists = lists(&groups.all(), id, session.plan());
                match progress {
                    _ if !lists.is_empty() => view! { <Granted lists/> }.into_any(),
                    Progress::Complete => {
                        view! { <p class="muted">"No permission group."</p> }.into_any()
                    }
                    _ => {
                        view! {
                            <p class="progress-note" role="status">
                                <span class="spinner" aria-hidden="true"></span>
                                "Looking it up…"
                            </p>
                        }
                            .into_any()
                    }
                }
            })}
        </section>
    }
}

/// Groups, and what they give.
type Lists = Vec<(String, Vec<Arc<PermissionGroup>>)>;

fn lists(groups: &[Arc<PermissionGroup>], id: SegmentId, plan: Plan) -> Lists {
    let giving = |privilege, grant| {
        let gives =
            |group: &&Arc<PermissionGroup>| group.draft().grant(id, privilege, plan) == grant;
        let mut giving: Vec<_> = groups.iter().filter(gives).cloned().collect();
        giving.sort_by_cached_key(|group| (name_key(&group.name), group.id));
        giving
    };
    let mut lists = vec![
        ("Edit and publish in".to_owned(), giving(Privilege::Publish, Grant::Yes)),
        ("Edit in".to_owned(), giving(Privilege::Edit, Grant::Yes)),
        (
            format!("Edit has no effect on {}:", plan.label()),
            giving(Privilege::Edit, Grant::Dormant),
        ),
    ];
    lists.retain(|(_, groups)| !groups.is_empty());
    lists
}

#[component]
fn Granted(lists: Lists) -> impl IntoView {
    let list = |(words, groups)| view! { <In words groups/> };
    view! { <dl class="facts">{lists.into_iter().map(list).collect_view()}</dl> }
}

#[component]
fn In(words: String, groups: Vec<Arc<PermissionGroup>>) -> impl IntoView {
    let all = RwSignal::new(groups.len() <= SHOWN);
    let count = groups.len();
    view! {
        <div>
            <dt>{words}</dt>
            <dd>
                <ul class="plain-list">
                    {live(move || {
                        let most = if all.get() { count } else { SHOWN };
                        groups
                            .iter()
                            .take(most)
                            .map(|group| {
                                view! {
                                    <li>
                                        <a href=format!("/permission-groups/{}", group.id)>
                                            <VisibleName text=group.display_name()/>
                                        </a>
                                    </li>
                                }
                            })
                            .collect_view()
                    })}
                </ul>
                {live(move || {
                    (!all.get())
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="link-btn panel__more"
                                    on:click=move |_| all.set(true)
                                >
                                    {format!("Show all {count}")}
                                </button>
                            }
                        })
                })}
            </dd>
        </div>
    }
}
