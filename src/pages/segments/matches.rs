//! Which segments the list shows, in its order.

use std::sync::Arc;

use guidepost_model::{Known, Origin, SegmentIndex, SegmentQuery, UserSegment, UserType, quoted};
use leptos::prelude::*;

use crate::{
    pages::list::Found,
    store::{Applicable, Names, Segments},
};

/// What the list shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matches {
    /// What is found, in its order.
    pub(super) found: Memo<Found<UserSegment>>,
    /// Names that the query needs are still being looked up, so more may be found.
    pub(super) pending: Memo<bool>,
    /// Does what a search needs first.
    pub(super) prepare: Callback<()>,
}

/// Follows the segments and the query. What takes long for thousands of segments is done when they change, not with
/// every key that is typed.
pub(super) fn matches(segments: Segments, query: RwSignal<SegmentQuery>) -> Matches {
    let names = Names::expect();
    let plan = Applicable::expect();
    let sort = Memo::new(move |_| query.with(|query| query.sort));
    let sorted = Memo::new(move |_| {
        let order = SegmentQuery { sort: sort.get(), ..SegmentQuery::default() };
        let mut all: Found<UserSegment> = segments.all();
        all.sort_by(|one, other| order.compare(one, other));
        all
    });
    // Both made when a search or a filter first needs them.
    let index = Memo::new_with_compare(
        move |_| sorted.with(|all| Arc::new(SegmentIndex::new(all.iter().map(AsRef::as_ref)))),
        |_, _| true,
    );
    let known = Memo::new(move |_| Arc::new(names.known(index.get().items())));
    let found = Memo::new(move |_| {
        query.with(|query| {
            let searches = !query.text.trim().is_empty();
            let read = (searches || query.broken).then(|| (index.get(), known.get()));
            let search = read.as_ref().map(|(index, known)| index.search(&query.text, known));
            if query.applicable.is_some() {
                plan.want();
            }
            let is_found = |(at, segment): &(usize, &Arc<UserSegment>)| {
                let applicable = query.applicable.and_then(|_| plan.holds(segment.id));
                let broken = read.as_ref().and_then(|(index, known)| index.is_broken(*at, known));
                query.admits(segment, applicable, broken)
                    && search.as_ref().is_none_or(|search| search.finds(*at, segment))
            };
            let found = |all: &Found<UserSegment>| {
                all.iter()
                    .enumerate()
                    .filter(is_found)
                    .map(|(_, segment)| segment.clone())
                    .collect()
            };
            sorted.with(found)
        })
    });
    let needs_names =
        Memo::new(move |_| query.with(|query| query.broken || !query.text.trim().is_empty()));
    let pending = Memo::new(move |_| {
        needs_names.get() && known.with(|known| known.contains(&Known::Nothing))
    });
    let prepare = Callback::new(move |()| known.with_untracked(|_| ()));
    Matches { found, pending, prepare }
}

/// Why nothing is found: what was asked for, in words.
pub(super) fn explain(query: &SegmentQuery) -> String {
    let mut kind = String::new();
    match query.origin {
        Some(Origin::BuiltIn) => kind.push_str("built-in "),
        Some(Origin::Custom) => kind.push_str("custom "),
        None => {}
    }
    match &query.user_type {
        Some(UserType::Staff) => kind.push_str("staff "),
        Some(UserType::SignedInUsers) => kind.push_str("signed-in users "),
        Some(UserType::Other(_)) | None => {}
    }
    let text = query.text.trim();
    if text.is_empty() {
        return match (query.broken, query.applicable) {
            (true, Some(true)) => format!("No {kind}segments on this plan need attention."),
            (true, Some(false)) => format!("All {kind}segments work on this plan."),
            (true, None) => {
                format!("No {kind}segments refer to something that was deleted.")
            }
            (false, Some(true)) => format!("No {kind}segments work on this plan."),
            (false, Some(false)) => format!("All {kind}segments work on this plan."),
            (false, None) => format!("There are no {kind}segments."),
        };
    }
    let places = "in names, tags, groups, organizations or people";
    let found = format!("No results for {} {places}", quoted(text));
    let conditions: Vec<&str> = [
        query.broken.then_some("need attention"),
        query
            .applicable
            .map(|works| if works { "work on this plan" } else { "need a higher plan" }),
    ]
    .into_iter()
    .flatten()
    .collect();
    match (kind.is_empty(), conditions.is_empty()) {
        (true, true) => format!("{found}."),
        (false, true) => format!("{found} of {kind}segments."),
        (_, false) => format!("{found} of {kind}segments that {}.", conditions.join(" and ")),
    }
}
