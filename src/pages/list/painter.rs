//! Puts the rows of a list into the page, by hand: the rows that are wanted, in their order, with spacers for the others.
//!
//! A row's elements stay with their object as long as it is wanted. Those of other objects are filled again, where they
//! are if possible: what does not move costs the browser least. Rows subscribe to nothing. The list has one effect,
//! which shows every row again; a row changes only what differs.

use std::{ops::Range, sync::Arc};

use guidepost_model::AnyId;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, Node};

use super::Listing;
use crate::ui::dom::{element, set};

/// The elements of one row. They are made empty, and show one object after the other.
pub(crate) trait RowElement<T> {
    /// The row itself, a `tr`.
    fn element(&self) -> &HtmlElement;
    /// Shows an object. What this reads is tracked: all rows are shown again when it changes.
    fn show(&mut self, object: &Arc<T>, state: RowState);
    /// Gives the elements their tooltips. What this reads is tracked: they are made again when it changes.
    fn explain(&self, object: &T);
}

/// What a row shows beside its object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RowState {
    /// Its place in the list, from 0.
    pub(crate) at: usize,
    /// Somebody comes back to it.
    pub(crate) is_flash: bool,
}

/// Makes the elements of a row.
pub(crate) type MakeRow<T> = Box<dyn Fn() -> Box<dyn RowElement<T>>>;

/// What is in the page.
pub(super) struct Painter<T> {
    make: MakeRow<T>,
    columns: String,
    /// In the order of the page.
    lines: Vec<Line<T>>,
    spacers: Vec<HtmlElement>,
}

/// A row in the page.
struct Line<T> {
    at: usize,
    object: Arc<T>,
    row: Box<dyn RowElement<T>>,
}

impl<T: Listing> Painter<T> {
    /// Nothing is in the page yet.
    pub(super) fn new(make: MakeRow<T>, columns: usize) -> Self {
        Self { make, columns: columns.to_string(), lines: Vec::new(), spacers: Vec::new() }
    }

    /// Makes `body` show a part of what is found, with room for the rest in rows of that height. The row that has the
    /// focus stays, or the focus would be lost.
    pub(super) fn paint(
        &mut self,
        body: &Element,
        found: &[Arc<T>],
        range: Range<usize>,
        height: usize,
        state: impl Fn(usize, &T) -> RowState,
    ) {
        let focused = document().active_element().filter(|active| body.contains(Some(active)));
        let mut wanted: Vec<usize> = range.collect();
        if let Some(at) = focused.as_ref().and_then(|active| self.place_of(active, found)) {
            if wanted.first().is_some_and(|first| at < *first) {
                wanted.insert(0, at);
            } else if wanted.last().is_none_or(|last| at > *last) {
                wanted.push(at);
            }
        }
        for spacer in &self.spacers {
            spacer.remove();
        }
        self.arrange(body, found, &wanted);
        if let Some(focused) = focused
            && body.contains(Some(&focused))
        {
            keep_focus(&focused);
        }
        for line in &mut self.lines {
            line.row.show(&line.object, state(line.at, &line.object));
        }
        self.leave_room(body, found.len(), height);
    }

    /// Gives the row at a place its tooltips. Only once somebody points at it: few rows ever are.
    pub(super) fn explain(&self, at: usize) {
        if let Some(line) = self.lines.iter().find(|line| line.at == at) {
            line.row.explain(&line.object);
        }
    }

    /// The object whose row an element is in, and its place in the list.
    pub(super) fn row_around(&self, element: &Element) -> Option<(usize, Arc<T>)> {
        let line = self.lines.iter().find(|line| line.row.element().contains(Some(element)))?;
        Some((line.at, line.object.clone()))
    }

    /// Where the object whose row an element is in stands now.
    fn place_of(&self, element: &Element, found: &[Arc<T>]) -> Option<usize> {
        let id = self.row_around(element)?.1.id();
        found.iter().position(|object| object.id() == id)
    }

    fn arrange(&mut self, body: &Element, found: &[Arc<T>], wanted: &[usize]) {
        let before = std::mem::take(&mut self.lines);
        let keys: Vec<u64> = before.iter().map(|line| key(&line.object)).collect();
        let place_of = |at: &usize| {
            let wanted = key(found.get(*at)?);
            keys.iter().position(|key| *key == wanted)
        };
        let mut is_wanted = vec![false; before.len()];
        for place in wanted.iter().filter_map(place_of) {
            is_wanted[place] = true;
        }

        let mut before: Vec<Option<Line<T>>> = before.into_iter().map(Some).collect();
        let mut free: Vec<Line<T>> = Vec::new();
        // Lines from here on stand behind everything that is arranged so far.
        let mut next = 0;
        for at in wanted {
            let Some(object) = found.get(*at) else { continue };
            let (line, in_place) = match place_of(at) {
                Some(place) if place >= next => {
                    for unwanted in (next..place).filter(|place| !is_wanted[*place]) {
                        free.extend(before[unwanted].take().inspect(Line::leave));
                    }
                    next = place + 1;
                    (before[place].take(), true)
                }
                Some(place) => (before[place].take(), false),
                None if is_wanted.get(next) == Some(&false) => {
                    next += 1;
                    (before[next - 1].take(), true)
                }
                None => (free.pop(), false),
            };
            let is_new = line.is_none();
            let mut line = line.unwrap_or_else(|| Line {
                at: *at,
                object: object.clone(),
                row: (self.make)(),
            });
            if is_new || !in_place {
                let next = before[next..].iter().flatten().next();
                let next = next.map(|line| -> &Node { line.row.element() });
                let _ = body.insert_before(line.row.element(), next);
            }
            line.at = *at;
            line.object = object.clone();
            self.lines.push(line);
        }
        before.iter().flatten().for_each(Line::leave);
    }

    /// Puts spacers where rows are left out.
    fn leave_room(&mut self, body: &Element, total: usize, height: usize) {
        let mut next = 0;
        let mut gaps: Vec<(usize, Option<Node>)> = Vec::new();
        for line in &self.lines {
            if line.at > next {
                let row: &Node = line.row.element();
                gaps.push((line.at - next, Some(row.clone())));
            }
            next = line.at + 1;
        }
        if total > next {
            gaps.push((total - next, None));
        }
        while self.spacers.len() < gaps.len() {
            self.spacers.push(spacer(&self.columns));
        }
        for (spacer, (rows, before)) in self.spacers.iter().zip(&gaps) {
            if let Some(cell) = spacer.first_element_child() {
                let cell: &HtmlElement = cell.unchecked_ref();
                let _ = cell.style().set_property("height", &format!("{}px", rows * height));
            }
            let _ = body.insert_before(spacer, before.as_ref());
        }
    }
}

impl<T> Line<T> {
    fn leave(&self) {
        self.row.element().remove();
    }
}

fn key<T: Listing>(object: &Arc<T>) -> u64 {
    object.id().get()
}

fn spacer(columns: &str) -> HtmlElement {
    let (row, cell) = (element("tr"), element("td"));
    set(&row, &[("class", "spacer"), ("aria-hidden", "true")]);
    set(&cell, &[("colspan", columns)]);
    let _ = row.append_child(&cell);
    row
}

/// An element that was moved in the page has lost the focus.
fn keep_focus(focused: &Element) {
    if document().active_element().as_ref() != Some(focused)
        && let Some(focused) = focused.dyn_ref::<HtmlElement>()
    {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = focused.focus_with_options(&options);
    }
}
