//! The matrix: every staff segment against every permission group, both privileges in each cell; changed for the whole
//! account at once, reviewed together, saved group by group.

mod axes;
mod board;
mod cell;
mod crosshair;
mod focus;
mod grid;
mod head;
mod hints;
mod history;
mod job;
mod kept;
mod page;
mod painter;
mod paper;
mod review;
mod saving;
mod switching;
mod toolbar;
mod totals;
mod viewport;

use guidepost_model::MatrixQuery;

use super::list;
pub use page::MatrixPage;

/// What the matrix shows, in the page's address.
type Address = list::Address<MatrixQuery>;

list::query!(MatrixQuery);
