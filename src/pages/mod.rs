//! The screens, a folder each.

mod delete;
mod form;
mod lazy;
mod list;
mod matrix;
mod not_found;
mod parts;
mod permission_group;
mod permission_groups;
mod segment;
mod segments;

pub use delete::{DeleteDialog, DeleteDialogPlace, Deletion, LeftoverDeletions};
pub use form::Opened;
pub(crate) use lazy::FormOutline;
pub use lazy::LazyPage;
pub use matrix::MatrixPage;
pub use not_found::NotFoundPage;
pub use parts::PauseBanner;
pub use permission_group::{NewPermissionGroupPage, PermissionGroupPage};
pub use permission_groups::PermissionGroupsPage;
pub use segment::{NewSegmentPage, SegmentPage};
pub use segments::{BulkBar, BulkDeed, SegmentsPage};
