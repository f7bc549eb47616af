//! The matrix: every staff segment against every permission group, both privileges in each cell; changed for the whole
//! account at once, reviewed together, saved group by group.

mod address;
mod axes;
mod board;
mod cell;
mod focus;
mod grid;
mod head;
mod job;
mod kept;
mod page;
mod review;
mod save_bar;
mod toolbar;
mod viewport;

pub use page::MatrixPage;
