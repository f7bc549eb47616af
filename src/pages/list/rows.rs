//! Where the rows of a list are on the page, and bringing one of them into view.

use leptos::{html, prelude::*};

use crate::ui::Viewport;

/// Height of a row in pixels: `--row`, and `--row-stacked` where the page is narrow.
const ROW: usize = 44;
const ROW_STACKED: usize = 108;
/// Height of the table's head, which stays above the rows.
const HEAD: f64 = 60.0;

/// The rows of one list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    /// What they are in.
    pub(super) body: NodeRef<html::Tbody>,
    /// What is seen of the page.
    pub(super) viewport: Viewport,
}

impl Rows {
    /// Height of a row. Tracks.
    pub(super) fn height(self) -> usize {
        if self.viewport.narrow.get() { ROW_STACKED } else { ROW }
    }

    /// Scrolls as little as brings a row into view.
    pub(super) fn show(self, at: usize) {
        let Some((top, row)) = self.place(at) else { return };
        let below = top + row - inner_height() + 24.0;
        if top < HEAD {
            scroll_by(top - HEAD);
        } else if below > 0.0 {
            scroll_by(below);
        }
    }

    /// Puts a row that is out of view into its middle.
    pub(super) fn center(self, at: usize) {
        let Some((top, row)) = self.place(at) else { return };
        let view = inner_height();
        if top < HEAD || top + row > view {
            scroll_by(top - view / 2.0);
        }
    }

    /// How far a row is below the upper edge of what is seen, and how high it is.
    fn place(self, at: usize) -> Option<(f64, f64)> {
        let body = self.body.try_get_untracked().flatten()?;
        let row = untrack(|| self.height());
        Some((body.get_bounding_client_rect().top() + (at * row) as f64, row as f64))
    }
}

fn scroll_by(pixels: f64) {
    window().scroll_by_with_x_and_y(0.0, pixels);
}

fn inner_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0)
}
