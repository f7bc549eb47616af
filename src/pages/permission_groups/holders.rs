//! The segments whose people can do something: two by name, the others by their number, all of them in the tooltip.

use guidepost_model::{Item, PermissionGroupDraft, Plan, Privilege, SegmentId, visible_text};
use web_sys::HtmlElement;

use crate::{
    pages::parts::{Phrase, Piece},
    store::Names,
    ui::{Symbol, dom::set_or_remove},
};

/// Segments by name before "2 more".
const SHOWN: usize = 2;

/// Said where no segment has a privilege: help center managers always have.
pub(super) const ONLY_MANAGERS: &str = "Only help center managers";

/// The part of a row that names them.
pub(super) struct Holders {
    phrase: Phrase,
    title: Option<String>,
}

impl Holders {
    /// Names nobody so far.
    pub(super) fn new(element: HtmlElement) -> Self {
        Self { phrase: Phrase::new(element), title: None }
    }

    /// Who can publish. Tracks their names.
    pub(super) fn show_publishers(
        &mut self,
        group: &PermissionGroupDraft,
        plan: Plan,
        names: Names,
        built_in: bool,
    ) {
        match group.holders(Privilege::Publish, plan) {
            holders if holders.is_empty() => self.show_only_managers(!built_in),
            holders => self.show(holders, "", names),
        }
    }

    /// Who can edit. Whoever can publish can edit too: they are one word, so that the others stand out. Tracks their
    /// names.
    pub(super) fn show_editors(&mut self, group: &PermissionGroupDraft, plan: Plan, names: Names) {
        let editors = only_editors(group, plan);
        match (group.publish.is_empty(), editors.is_empty()) {
            (true, true) => self.show_only_managers(false),
            (true, false) => self.show(editors, "", names),
            (false, true) => self.show(editors, "All publishers", names),
            (false, false) => self.show(editors, "and all publishers", names),
        }
    }

    /// `and`: who else, after them.
    fn show(&mut self, holders: Vec<SegmentId>, and: &'static str, names: Names) {
        let more = holders.len().saturating_sub(SHOWN);
        let items: Vec<Item> = holders.into_iter().map(Item::Segment).collect();
        let shown = items.iter().take(SHOWN);
        // Chips stand apart to the eye; to the ear, commas do that.
        let mut pieces: Vec<Piece> = Vec::new();
        for item in shown {
            if !pieces.is_empty() {
                pieces.push(Piece::Span("sr-only", ", ".to_owned()));
            }
            pieces.push(Piece::chip(item, names));
        }
        if more > 0 {
            pieces.push(Piece::Span("sr-only", ", ".to_owned()));
            pieces.push(Piece::Span("holders__more", format!("{more} more")));
        }
        if !and.is_empty() {
            pieces.push(Piece::Span("holders__and", and.to_owned()));
        }
        let name = |item| visible_text(&names.text(item));
        let all = items.iter().map(name).collect::<Vec<_>>().join(", ");
        let title = format!("{all} {and}").trim().to_owned();
        self.say(pieces, Some(title), false);
    }

    /// `warning`: somebody may not have meant it.
    fn show_only_managers(&mut self, warning: bool) {
        let words = Piece::Span("holders__and", ONLY_MANAGERS.to_owned());
        let icon = warning.then_some(Piece::Icon(Symbol::Warning));
        let pieces = icon.into_iter().chain([words]).collect();
        self.say(pieces, Some(ONLY_MANAGERS.to_owned()), warning);
    }

    fn say(&mut self, pieces: Vec<Piece>, title: Option<String>, warning: bool) {
        self.phrase.say(pieces);
        let element = self.phrase.element();
        let _ = element.class_list().toggle_with_force("holders--warning", warning);
        if self.title != title {
            set_or_remove(element, "title", title.as_deref());
            self.title = title;
        }
    }
}

/// Segments whose people can edit and not publish.
fn only_editors(group: &PermissionGroupDraft, plan: Plan) -> Vec<SegmentId> {
    let mut editors = group.holders(Privilege::Edit, plan);
    editors.retain(|segment| !group.publish.contains(segment));
    editors
}
