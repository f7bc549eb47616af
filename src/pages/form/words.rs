//! What the parts around the fields say, by the kind of what they surround.

use guidepost_model::Kind;
use leptos::prelude::*;

use crate::store::{DraftId, DraftKey, PermissionGroups, Segments};

/// The kind at the beginning of a sentence.
pub(super) const fn capital(kind: Kind) -> &'static str {
    match kind {
        Kind::Segment => "Segment",
        Kind::PermissionGroup => "Permission group",
    }
}

/// All of the kind, as their list is called.
pub(super) const fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Segment => "user segments",
        Kind::PermissionGroup => "permission groups",
    }
}

/// The list on the way to one of its objects.
pub(super) const fn crumb(kind: Kind) -> &'static str {
    match kind {
        Kind::Segment => "Segments",
        Kind::PermissionGroup => "Permission groups",
    }
}

/// Where the list is. What is in it is below.
pub(super) const fn address(kind: Kind) -> &'static str {
    match kind {
        Kind::Segment => "/segments",
        Kind::PermissionGroup => "/permission-groups",
    }
}

/// Where a form is.
pub(super) fn form_address<Id: DraftId>(key: DraftKey<Id>) -> String {
    let list = address(Id::KIND);
    match key {
        DraftKey::New => format!("{list}/new"),
        DraftKey::CopyOf(id) => format!("{list}/new?from={id}"),
        DraftKey::Existing(id) => format!("{list}/{id}"),
    }
}

/// What uses one of them, "that used it".
pub(super) const fn users(kind: Kind) -> &'static str {
    match kind {
        Kind::Segment => "content",
        Kind::PermissionGroup => "articles",
    }
}

/// The list as it was last looked at. Tracks.
pub(super) fn last_list(kind: Kind) -> Signal<String> {
    let search = match kind {
        Kind::Segment => Segments::expect().last_search,
        Kind::PermissionGroup => PermissionGroups::expect().last_search,
    };
    Signal::derive(move || format!("{}{}", address(kind), search.get()))
}
