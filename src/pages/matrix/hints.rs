//! The tooltip of a segment's or a group's name: who is included, or what the group grants. Made for the name under the
//! pointer or with the focus, because the names in it may have to be asked for.

use guidepost_model::{Detail, describe, describe_permission_group, visible_text};
use leptos::prelude::*;

use super::{
    axes::Axes,
    board::Board,
    focus::{Focus, Spot},
};
use crate::{
    store::Names,
    ui::{Effect, dom::set},
};

/// Which name has its tooltip.
#[derive(Clone, Copy)]
pub(super) struct Hints(RwSignal<Option<Spot>>);

impl Hints {
    /// Keeps the tooltip as it should be, while names arrive and privileges change.
    pub(super) fn follow(board: Board, axes: Axes, focus: Focus) -> Self {
        let at = RwSignal::new(None::<Spot>);
        let names = Names::expect();
        let words = Memo::new(move |_| {
            let spot = at.get()?;
            let (name, rule) = match (spot.row.checked_sub(1), spot.group()) {
                (Some(row), None) => {
                    let segment = axes.rows.with(|rows| rows.get(row).cloned())?;
                    let rule = describe(&segment.draft(), Detail::Prose);
                    (segment.display_name().to_owned(), rule)
                }
                (None, Some(group)) => {
                    let group = axes.columns.with(|columns| columns.get(group).cloned())?;
                    let draft = board.draft_of(&group);
                    let rule = describe_permission_group(&draft, board.plan.get());
                    (group.display_name().to_owned(), rule)
                }
                (Some(_), Some(_)) | (None, None) => return None,
            };
            let rule = rule.to_text(|item| visible_text(&names.text(item)));
            Some((spot, format!("{}\n{rule}", visible_text(&name))))
        });
        Effect::new(move |_| {
            let Some((spot, words)) = words.get() else { return };
            if let Some(element) = focus.element(spot) {
                set(&element, &[("title", &words)]);
            }
        });
        Self(at)
    }

    /// The pointer or the focus is at a place.
    pub(super) fn at(self, event: &web_sys::Event) {
        let spot = Spot::of_event(event).filter(|spot| spot.row == 0 || spot.column == 0);
        // The second privilege of a group stands under the group's name, too.
        let spot = spot.map(|spot| match spot.group() {
            Some(group) => Spot { row: spot.row, column: group * 2 + 1 },
            None => spot,
        });
        if spot.is_some() && self.0.get_untracked() != spot {
            self.0.set(spot);
        }
    }
}
