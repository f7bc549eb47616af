//! Which segments the list shows, in its order.

use std::sync::Arc;

use guidepost_model::{Origin, SegmentQuery, UserSegment, UserType, quoted, search_key};
use leptos::prelude::*;

use crate::{
    pages::list::Found,
    store::{Applicable, Names, Segments, places},
};

/// Follows the segments and the query.
pub(super) fn matches(
    segments: Segments,
    query: RwSignal<SegmentQuery>,
) -> Memo<Found<UserSegment>> {
    let names = Names::expect();
    let plan = Applicable::expect();
    // Built when a search first needs it, and again when segments or names arrive.
    let keys = Memo::new(move |_| {
        let all = segments.all();
        for segment in &all {
            names.want(&places(segment));
        }
        let keys: Vec<String> = names.known_of(|name| {
            all.iter()
                .map(|segment| {
                    let known: Vec<String> = places(segment).iter().filter_map(name).collect();
                    search_key(segment, known.iter().map(String::as_str))
                })
                .collect()
        });
        Arc::new(keys)
    });
    Memo::new(move |_| {
        let all = segments.all();
        query.with(|query| {
            let keys = (!query.text.trim().is_empty()).then(|| keys.get());
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
                    query.admits(segment, key, applicable, None)
                })
                .map(|(_, segment)| segment)
                .collect();
            found.sort_by(|one, other| query.compare(one, other));
            found
        })
    })
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
        return match query.applicable {
            Some(true) => format!("No {kind}segments work on this plan."),
            Some(false) => format!("All {kind}segments work on this plan."),
            None => format!("There are no {kind}segments."),
        };
    }
    let found = format!("No results for {} in names, tags, groups or organizations", quoted(text));
    match query.applicable {
        Some(true) => format!("{found} of {kind}segments that work on this plan."),
        Some(false) => format!("{found} of {kind}segments that need a higher plan."),
        None if kind.is_empty() => format!("{found}."),
        None => format!("{found} of {kind}segments."),
    }
}
