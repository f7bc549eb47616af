//! What permission groups let the people in a staff segment do.

use std::sync::Arc;

use guidepost_model::{Grant, PermissionGroup, Plan, Privilege, SegmentId, name_key};
use leptos::prelude::*;

use crate::{
    pages::parts::FailureBanner,
    session::Session,
    store::{PermissionGroups, Progress},
    ui::{Show, VisibleName, live},
};

/// Groups shown at once, before somebody asks for the rest.
const SHOWN: usize = 8;

/// A section of the panel. Loads the permission groups.
#[component]
pub(super) fn Privileges(
    id: SegmentId,
    /// The form is of a copy of this segment. A copy is in no permission group, so that is said where the original is in
    /// one, and nothing where it is in none.
    #[prop(optional)]
    of_original: bool,
) -> impl IntoView {
    let session = Session::expect();
    let groups = PermissionGroups::expect();
    groups.ensure();
    let title = if of_original {
        "The original can edit and publish in"
    } else {
        "Can edit and publish in"
    };
    let granted = Memo::new(move |_| !lists(&groups.all(), id, session.plan()).is_empty());
    let section = move || {
        view! {
            <section class="panel__section" aria-labelledby="panel-privileges">
                <div class="panel__head">
                    <h2 class="panel__title" id="panel-privileges">
                        {title}
                    </h2>
                </div>
                {of_original
                    .then(|| {
                        view! {
                            <p class="panel__lead">
                                "A copy gets none of this access. Give it access in the "
                                <a href="/permission-groups/matrix">"permission matrix"</a>
                                " after you create it."
                            </p>
                        }
                    })}
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
    };
    view! { <Show when=move || !of_original || granted.get()>{section()}</Show> }
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
