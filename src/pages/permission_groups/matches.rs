//! Which permission groups the list shows, in its order.

use std::{collections::HashMap, sync::Arc};

use guidepost_model::{PermissionGroup, PermissionGroupQuery, Privilege, SegmentId, fold};
use leptos::prelude::*;

use crate::{
    pages::list::Found,
    session::Session,
    store::{PermissionGroups, Segments},
};

/// Follows the groups, the names of their segments, and the query.
pub(super) fn matches(
    groups: PermissionGroups,
    query: RwSignal<PermissionGroupQuery>,
) -> Memo<Found<PermissionGroup>> {
    let segments = Segments::expect();
    let session = Session::expect();
    // Built when a search first needs it, and again when groups or segments arrive.
    let keys = Memo::new(move |_| {
        let names: HashMap<SegmentId, String> =
            segments.all().iter().map(|segment| (segment.id, fold(&segment.name))).collect();
        let plan = session.plan();
        // One to a line, so that a match never spans two names.
        let key = |group: &Arc<PermissionGroup>| {
            let holders = group.draft().holders(Privilege::Edit, plan);
            let names = holders.iter().filter_map(|id| names.get(id));
            names.fold(fold(&group.name), |key, name| key + "\n" + name)
        };
        Arc::new(groups.all().iter().map(key).collect::<Vec<String>>())
    });
    Memo::new(move |_| {
        let all = groups.all();
        query.with(|query| {
            let keys = (!query.text.trim().is_empty()).then(|| keys.get());
            let mut found: Found<PermissionGroup> = all
                .into_iter()
                .enumerate()
                .filter(|(at, _)| {
                    keys.as_ref()
                        .is_none_or(|keys| query.admits(keys.get(*at).map_or("", String::as_str)))
                })
                .map(|(_, group)| group)
                .collect();
            found.sort_by(|one, other| query.compare(one, other));
            found
        })
    })
}
