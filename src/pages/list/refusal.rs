//! Why no further object of a kind can be created: by New, by Duplicate, by a key.

use guidepost_model::{Kind, Locked, Resource, limits};
use leptos::prelude::*;

use crate::{session::Session, store::Collection};

/// The reason, in a sentence; empty where there is none.
pub(crate) fn creation_refused<T: Resource>(collection: Collection<T>) -> Signal<String> {
    let session = Session::expect();
    Signal::derive(move || {
        let (limit, locked) = match T::KIND {
            Kind::Segment => (limits::SEGMENTS, false),
            Kind::PermissionGroup => {
                (limits::PERMISSION_GROUPS, !session.plan().changes_permission_groups())
            }
        };
        let count = collection.custom_count();
        if locked {
            Locked::PlanReadOnly.to_string()
        } else if count >= limit {
            let noun = T::KIND.noun();
            format!("Limit reached ({count} of {limit}). Delete a {noun} to add one.")
        } else {
            String::new()
        }
    })
}
