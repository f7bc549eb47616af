//! The screens, a folder each.

mod delete;
mod not_found;
mod parts;
mod segment;
mod segments;

pub use delete::{DeleteDialog, Deletion};
pub use not_found::NotFoundPage;
pub use parts::PauseBanner;
pub use segment::{NewSegmentPage, SegmentPage};
pub use segments::SegmentsPage;
