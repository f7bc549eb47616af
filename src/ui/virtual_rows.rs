//! Which rows of a long list are in view, so that five thousand rows cost what forty cost.

use leptos::{ev, prelude::*};
use web_sys::HtmlElement;

use super::on_window;

/// Rows of a list rendered above and below what is in view.
const MARGIN: usize = 8;

/// The rows to render, and the room to leave for the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VirtualRows {
    /// First row to render.
    pub start: usize,
    /// One past the last row to render.
    pub end: usize,
    /// Pixels above the first.
    pub before: usize,
    /// Pixels below the last.
    pub after: usize,
}

/// Which of `total` rows of `height` pixels to render, when the list begins `top` pixels below the upper edge of a
/// view that is `view` pixels high; `margin` more above and below.
pub fn visible_rows(
    total: usize,
    height: usize,
    margin: usize,
    top: f64,
    view: f64,
) -> VirtualRows {
    let rows = |pixels: f64| (pixels / height as f64).floor().max(0.0) as usize;
    let start = rows(-top).saturating_sub(margin).min(total);
    let end = (rows(view - top) + 1 + margin).clamp(start, total);
    VirtualRows { start, end, before: start * height, after: (total - end) * height }
}

/// Whether the page is narrow now, as the style sheets have it.
pub fn is_narrow() -> bool {
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width <= 720.0)
}

/// Follows the page's scrolling and size.
#[derive(Debug, Clone, Copy)]
pub struct Viewport {
    /// Counts scrolls and resizes; whoever tracks it measures again.
    moved: RwSignal<u32>,
    /// True on a narrow page.
    pub narrow: Signal<bool>,
}

impl Viewport {
    /// Listens as long as the caller's component lives.
    pub fn follow() -> Self {
        let moved = RwSignal::new(0);
        let narrow = RwSignal::new(is_narrow());
        on_window(ev::scroll, move |_| moved.update(|count| *count += 1));
        on_window(ev::resize, move |_| {
            if narrow.get_untracked() != is_narrow() {
                narrow.set(is_narrow());
            }
            moved.update(|count| *count += 1);
        });
        Self { moved, narrow: narrow.into() }
    }

    /// The rows of a list inside `body` to render. Tracks scrolling.
    pub fn rows(self, body: Option<&HtmlElement>, total: usize, height: usize) -> VirtualRows {
        self.moved.track();
        let view = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0);
        // An empty list is not looked at: the page would have to be laid out for that, and then once more with its rows.
        let filled = body.filter(|body| body.first_element_child().is_some());
        let top = filled.map_or(0.0, |body| body.get_bounding_client_rect().top());
        visible_rows(total, height, MARGIN, top, view)
    }
}
