//! One segment in the list.

use std::sync::Arc;

use guidepost_model::{Detail, UserSegment, UserType, describe, explain_missing, visible_text};
use leptos::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::Selection;
use crate::{
    pages::{
        list::{RowElement, RowParts, RowState, updated},
        parts::{Phrase, Piece},
    },
    store::Names,
    ui::{
        Symbol,
        dom::{part, set, set_or_remove, template},
        time,
    },
};

const ROW: &str = r##"
<tr role="row">
  <td role="cell" class="c-check"><input class="check" type="checkbox"></td>
  <th role="rowheader" scope="row" class="c-name"><span class="name-cell">
    <a class="table__name"><bdi></bdi></a><span class="badge">Built-in</span>
  </span></th>
  <td role="cell" class="c-who"><p class="rule rule--line"></p><p class="table__note" hidden></p></td>
  <td role="cell" class="c-updated nowrap muted"></td>
  <td role="cell" class="c-stacked" aria-hidden="true"></td>
  <td role="cell" class="c-menu">
    <button type="button" class="btn btn--ghost btn--icon btn--s" aria-haspopup="menu" aria-expanded="false">
      <svg class="icon" aria-hidden="true"><use href="#i-more"></use></svg>
    </button>
  </td>
</tr>"##;

/// The elements of a row.
pub(super) struct SegmentRow {
    parts: RowParts<UserSegment>,
    check: HtmlInputElement,
    rule: Phrase,
    /// What it refers to that no longer exists.
    note: Phrase,
    stacked: HtmlElement,
    selection: Selection,
    names: Names,
}

impl SegmentRow {
    /// Empty so far.
    pub(super) fn new(selection: Selection, names: Names) -> Self {
        thread_local! {
            static TEMPLATE: Element = template(ROW);
        }
        let parts = TEMPLATE.with(RowParts::new);
        Self {
            check: part(&parts.row, "input"),
            rule: Phrase::new(part(&parts.row, ".rule")),
            note: Phrase::new(part(&parts.row, ".table__note")),
            stacked: part(&parts.row, ".c-stacked"),
            parts,
            selection,
            names,
        }
    }

    fn show_segment(&self, segment: &UserSegment) {
        let name = visible_text(segment.display_name());
        let label = if segment.built_in {
            format!("{name} is built in and can’t be selected")
        } else {
            format!("Select {name}")
        };
        set(&self.check, &[("aria-label", &label)]);
        self.check.set_disabled(segment.built_in);
        // The rule begins with the type, which stands below it where there is no date.
        let stacked = updated(segment).map_or_else(|| type_name(segment).into(), time::relative);
        self.stacked.set_text_content(Some(&stacked));
    }

    fn show_rule(&mut self, segment: &UserSegment) {
        let (draft, names) = (segment.draft(), self.names);
        self.rule.say(Piece::sentence(describe(&draft, Detail::Line), names));
        self.show_missing(segment);
    }

    fn show_missing(&mut self, segment: &UserSegment) {
        let mut missing = segment.references();
        self.names.known_to_exist(|exists| missing.retain(|item| exists(item) == Some(false)));
        let words = explain_missing(&missing);
        self.note.element().set_hidden(words.is_empty());
        self.note.say(vec![Piece::Icon(Symbol::Warning), Piece::Text(words)]);
    }
}

const fn type_name(segment: &UserSegment) -> &'static str {
    match segment.user_type {
        UserType::Staff => "Staff",
        UserType::SignedInUsers => "Signed-in users",
        UserType::Other(_) => "Other",
    }
}

impl RowElement<UserSegment> for SegmentRow {
    fn element(&self) -> &HtmlElement {
        &self.parts.row
    }

    fn show(&mut self, segment: &Arc<UserSegment>, state: RowState) {
        if self.parts.show(segment, state) {
            self.show_segment(segment);
            set_or_remove(self.rule.element(), "title", None);
        }
        self.show_rule(segment);
        let is_selected = self.selection.ids.with(|ids| ids.contains(&segment.id));
        let _ = self.parts.row.class_list().toggle_with_force("is-selected", is_selected);
        // A click may have changed the box alone.
        if self.check.checked() != is_selected {
            self.check.set_checked(is_selected);
        }
    }

    fn explain(&self, segment: &UserSegment) {
        self.parts.explain(segment);
        let full = describe(&segment.draft(), Detail::Prose);
        let full = full.to_text(|item| visible_text(&self.names.text(item)));
        set(self.rule.element(), &[("title", &full)]);
    }
}
