//! Draws the lines and cells that are in view.
//!
//! By hand, because a step of the wheel brings a hundred cells: made of components, each with what it follows, they took
//! longer than a frame. What leaves the view is taken for what enters it; the order in the page stays that of the
//! matrix, and what is kept (the cell with the focus) is never moved. What is not in the page is a margin before what
//! is: positioned boxes, hundreds of them, take the browser longer to paint.

use std::sync::Arc;

use guidepost_model::{Locked, PermissionGroup, Plan, Privilege, UserSegment, visible_text};
use web_sys::{Element, HtmlElement, Node};

use super::{
    board::{Edits, meeting},
    cell::{Cell, Look},
    focus::{Focus, Spot},
    totals::{PrivilegeCounts, SegmentTotals},
    viewport::{GROUP, ROW},
};
use crate::{
    pages::parts::count_of,
    ui::{
        dom::{element, set},
        set_visible_name,
    },
};

/// A segment and its number.
pub(super) type Row = (usize, Arc<UserSegment>);
/// A group and its number.
pub(super) type Column = (usize, Arc<PermissionGroup>);

/// What is to be seen, in order.
pub(super) struct Scene<'a> {
    pub(super) rows: &'a [Row],
    pub(super) columns: &'a [Column],
    pub(super) edits: &'a Edits,
    pub(super) plan: Plan,
    pub(super) totals: &'a SegmentTotals,
    pub(super) focus: Focus,
}

/// What is drawn.
#[derive(Default)]
pub(super) struct Painter {
    lines: Vec<Line>,
}

impl Painter {
    /// Makes the body of the table show the scene.
    pub(super) fn paint(&mut self, body: &Element, scene: &Scene<'_>) {
        place(&mut self.lines, body, &numbers(scene.rows), Line::new);
        for (line, (_, segment)) in self.lines.iter_mut().zip(scene.rows) {
            line.show(segment, scene);
        }
    }
}

fn numbers<T>(items: &[(usize, T)]) -> Vec<usize> {
    items.iter().map(|(at, _)| *at).collect()
}

/// Something that stands at a number among its like.
trait Placed {
    fn at(&self) -> usize;
    fn move_to(&mut self, at: usize);
    /// Its elements, in order.
    fn elements(&self) -> Vec<&Element>;
    /// Leaves room for so many of its like before it.
    fn skip(&mut self, count: usize);
}

/// Makes `all` stand at the numbers that are wanted, both in ascending order: what is there stays, the rest is used
/// again or made.
fn place<P: Placed>(all: &mut Vec<P>, parent: &Element, wanted: &[usize], make: fn() -> P) {
    let (stay, mut free): (Vec<P>, Vec<P>) =
        all.drain(..).partition(|one| wanted.binary_search(&one.at()).is_ok());
    let mut stay = stay.into_iter().peekable();
    for at in wanted {
        if let Some(one) = stay.next_if(|one| one.at() == *at) {
            all.push(one);
            continue;
        }
        let mut one = free.pop().unwrap_or_else(make);
        one.move_to(*at);
        let next = stay.peek().and_then(|next| next.elements().first().map(|next| (*next).clone()));
        let next: Option<Node> = next.map(Into::into);
        for element in one.elements() {
            let _ = parent.insert_before(element, next.as_ref());
        }
        all.push(one);
    }
    for element in free.iter().flat_map(Placed::elements) {
        element.remove();
    }
    let mut next = 0;
    for one in all {
        let at = one.at();
        one.skip(at - next);
        next = at + 1;
    }
}

/// A segment's line: its name, and its cells.
struct Line {
    at: usize,
    row: HtmlElement,
    link: HtmlElement,
    badge: HtmlElement,
    total: HtmlElement,
    shown: Option<Arc<UserSegment>>,
    shown_total: Option<PrivilegeCounts>,
    pairs: Vec<Pair>,
    skipped: usize,
}

impl Line {
    fn new() -> Self {
        let [row, head, name, link, text, badge, total] =
            ["tr", "th", "span", "a", "bdi", "span", "span"].map(element);
        set(&row, &[("class", "matrix__line"), ("role", "row")]);
        set(
            &head,
            &[
                ("class", "matrix__row"),
                ("role", "rowheader"),
                ("scope", "row"),
                ("aria-colindex", "1"),
            ],
        );
        set(&name, &[("class", "matrix__row-name")]);
        set(&badge, &[("class", "badge")]);
        set(&total, &[("class", "matrix__total")]);
        badge.set_text_content(Some("Built-in"));
        for (parent, child) in [
            (&link, &text),
            (&name, &link),
            (&name, &badge),
            (&name, &total),
            (&head, &name),
            (&row, &head),
        ] {
            let _ = parent.append_child(child);
        }
        Self {
            at: 0,
            row,
            link,
            badge,
            total,
            shown: None,
            shown_total: None,
            pairs: Vec::new(),
            skipped: 0,
        }
    }

    fn show_total(&mut self, counts: PrivilegeCounts) {
        if self.shown_total == Some(counts) {
            return;
        }
        let [edit, publish] = counts;
        self.total.set_text_content(Some(&format!("{edit} / {publish}")));
        let groups = |count| count_of(count, "group");
        let words = format!("Can edit in {} and publish in {}", groups(edit), groups(publish));
        set(&self.total, &[("title", &words), ("aria-label", &words), ("role", "note")]);
        self.shown_total = Some(counts);
    }

    fn show(&mut self, segment: &Arc<UserSegment>, scene: &Scene<'_>) {
        let is_new = self.shown.as_ref().is_none_or(|shown| !Arc::ptr_eq(shown, segment));
        if is_new {
            if let Some(text) = self.link.first_element_child() {
                set_visible_name(&text, segment.display_name());
            }
            set(
                &self.link,
                &[
                    ("href", &format!("/segments/{}", segment.id)),
                    ("title", &visible_text(segment.display_name())),
                ],
            );
            let _ = self.badge.toggle_attribute_with_force("hidden", !segment.built_in);
            self.shown = Some(segment.clone());
        }
        self.show_total(scene.totals.of(segment.id));
        let spot = Spot { row: self.at + 1, column: 0 };
        set(&self.link, &[("tabindex", scene.focus.stop(spot))]);
        place(&mut self.pairs, &self.row, &numbers(scene.columns), Pair::new);
        for (pair, (_, group)) in self.pairs.iter_mut().zip(scene.columns) {
            pair.show(self.at + 1, segment, group, scene);
        }
    }
}

impl Placed for Line {
    fn at(&self) -> usize {
        self.at
    }

    fn move_to(&mut self, at: usize) {
        self.at = at;
        set(&self.row, &[("aria-rowindex", &Spot::row_index(at + 1).to_string())]);
    }

    fn elements(&self) -> Vec<&Element> {
        vec![&self.row]
    }

    fn skip(&mut self, count: usize) {
        leave_room(&self.row, "margin-block-start", &mut self.skipped, count * ROW);
    }
}

/// What a segment and a group have of each other: a cell for each privilege.
struct Pair {
    at: usize,
    cells: [Cell; 2],
    of: Option<(Arc<UserSegment>, Arc<PermissionGroup>)>,
    skipped: usize,
}

impl Pair {
    fn new() -> Self {
        Self { at: 0, cells: [Cell::new(0), Cell::new(1)], of: None, skipped: 0 }
    }

    fn show(
        &mut self,
        row: usize,
        segment: &Arc<UserSegment>,
        group: &Arc<PermissionGroup>,
        scene: &Scene<'_>,
    ) {
        let same = self
            .of
            .as_ref()
            .is_some_and(|(before, of)| Arc::ptr_eq(before, segment) && Arc::ptr_eq(of, group));
        if !same {
            self.of = Some((segment.clone(), group.clone()));
        }
        let meeting = meeting(scene.edits, scene.plan, group, segment.id);
        for (of_two, cell) in self.cells.iter_mut().enumerate() {
            let spot = Spot { row, column: self.at * 2 + of_two + 1 };
            let by_plan = Locked::on(scene.plan, Privilege::ALL[of_two]);
            let look = Look {
                meeting,
                locked: if group.built_in { Some(Locked::BuiltIn) } else { by_plan },
                stop: scene.focus.stop(spot),
            };
            if !(same && cell.shows(look)) {
                cell.show(
                    look,
                    &visible_text(segment.display_name()),
                    &visible_text(group.display_name()),
                );
            }
        }
    }
}

impl Placed for Pair {
    fn at(&self) -> usize {
        self.at
    }

    fn move_to(&mut self, at: usize) {
        self.at = at;
        for cell in &mut self.cells {
            cell.move_to(at);
        }
    }

    fn elements(&self) -> Vec<&Element> {
        self.cells.iter().map(|cell| -> &Element { cell.element() }).collect()
    }

    fn skip(&mut self, count: usize) {
        let [edit, _] = &self.cells;
        leave_room(edit.element(), "margin-inline-start", &mut self.skipped, count * GROUP);
    }
}

/// Room in pixels before an element, unless it has it.
fn leave_room(element: &HtmlElement, side: &str, room: &mut usize, wanted: usize) {
    if *room != wanted {
        *room = wanted;
        let _ = element.style().set_property(side, &format!("{wanted}px"));
    }
}
