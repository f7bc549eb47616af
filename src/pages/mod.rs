//! The screens, a folder each.

mod delete;
mod lazy;
mod not_found;
mod parts;
mod segment;
mod segments;

pub use delete::{DeleteDialog, DeleteDialogPlace, Deletion};
pub use lazy::LazyPage;
pub use not_found::NotFoundPage;
pub use parts::PauseBanner;
pub use segment::{NewSegmentPage, Opened, SegmentPage};
pub use segments::SegmentsPage;
