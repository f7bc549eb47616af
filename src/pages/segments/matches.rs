//! Which segments the list shows, in its order.

use std::sync::Arc;

use guidepost_model::{Origin, SegmentQuery, UserSegment, UserType, is_broken, quoted, search_key};
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
}

/// Follows the segments and the query.
pub(super) fn matches(segments: Segments, query: RwSignal<SegmentQuery>) -> Matches {
    let names = Names::expect();
    let plan = Applicable::expect();
    let want_names = move |all: &Found<UserSegment>| {
        for segment in all {
            names.want(&segment.references());
        }
    };
    // Built when a search first needs it, and again when segments or names arrive.
    let keys = Memo::new(move |_| {
        let all = segments.all();
        want_names(&all);
        let keys: Vec<String> = names.known_of(|name| {
            all.iter()
                .map(|segment| {
                    let known: Vec<String> = segment.references().iter().filter_map(name).collect();
                    search_key(segment, known.iter().map(String::as_str))
                })
                .collect()
        });
        Arc::new(keys)
    });
    // The same, of what names something that no longer exists.
    let broken = Memo::new(move |_| {
        let all = segments.all();
        want_names(&all);
        let broken: Vec<Option<bool>> = names.known_to_exist(|exists| {
            all.iter().map(|segment| is_broken(&segment.references(), exists)).collect()
        });
        Arc::new(broken)
    });
    let found = Memo::new(move |_| {
        let all = segments.all();
        query.with(|query| {
            let keys = (!query.text.trim().is_empty()).then(|| keys.get());
            let broken = query.broken.then(|| broken.get());
            if query.applicable.is_some() {
                plan.want();
            }
            let mut found: Found<UserSegment> = all
                .into_iter()
                .enumerate()
                .filter(|(at, segment)| {
                    let key =
                        keys.as_ref().and_then(|keys| keys.get(*at)).map_or("", String::as_str);
                    let applicable = query.applicable.and_then(|_| plan.holds(segment.id));
                    let broken = broken.as_ref().and_then(|broken| *broken.get(*at)?);
                    query.admits(segment, key, applicable, broken)
                })
                .map(|(_, segment)| segment)
                .collect();
            found.sort_by(|one, other| query.compare(one, other));
            found
        })
    });
    let pending = Memo::new(move |_| {
        let needs_names = query.with(|query| query.broken || !query.text.trim().is_empty());
        needs_names && {
            let all = segments.all();
            names.known_to_exist(|exists| {
                all.iter()
                    .any(|segment| segment.references().iter().any(|item| exists(item).is_none()))
            })
        }
    });
    Matches { found, pending }
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
