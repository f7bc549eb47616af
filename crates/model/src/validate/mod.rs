//! From a draft to what can be sent, or to what is wrong with it, field by field. The same rules run in the browser
//! before a request and in the sandbox when one arrives.

mod permission_group;
mod segment;

pub use permission_group::{
    PermissionGroupContext, ValidPermissionGroup, permission_group_warnings,
    validate_permission_group,
};
pub use segment::{Context, ValidSegment, validate, warnings};
