//! The objects of Zendesk's help center API and the rules over them. No I/O: the browser app and the
//! sandbox both stand on it, so a rule is written once and tested natively.
//!
//! ```
//! use guidepost_model::{Context, SegmentDraft, UserType, validate};
//!
//! let draft = SegmentDraft {
//!     name: "VIP agents".into(),
//!     user_type: Some(UserType::Staff),
//!     tags: vec!["vip".into()],
//!     ..SegmentDraft::default()
//! };
//! let segment = validate(&draft, &Context::default()).expect("nothing is wrong with it");
//! assert_eq!(
//!     segment.to_request().to_string(),
//!     r#"{"user_segment":{"name":"VIP agents","user_type":"staff","group_ids":[],"organization_ids":[],"tags":["vip"],"or_tags":[],"added_user_ids":[]}}"#
//! );
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that can't go on should panic"))]

mod changes;
mod content;
mod describe;
mod directory;
mod draft;
mod error;
mod fold;
mod id;
mod item;
mod lenient;
pub mod limits;
mod list;
mod membership;
mod merge;
mod page;
mod problem;
mod query;
mod segment;
pub mod tag;
mod timestamp;
mod validate;

pub use changes::{Change, Values, changes};
pub use content::{Section, Topic};
pub use describe::{Detail, Part, Sentence, describe};
pub use directory::{Group, Organization, Role, User};
pub use draft::{SegmentDraft, SegmentField};
pub use error::{ApiError, ErrorKind};
pub use fold::fold;
pub use id::{
    AnyId, BrandId, GroupId, OrganizationId, ParseIdError, SectionId, SegmentId, TopicId, UserId,
};
pub use item::Item;
pub use membership::{Criterion, Person, Verdict, evaluate};
pub use merge::{Choice, Merge, MergeRow, merge};
pub use page::{Listed, Next, Page, ReadPageError};
pub use problem::{FieldErrors, Problem, Warning};
pub use query::{Origin, SegmentQuery, Sort, SortKey, search_key};
pub use segment::{UserSegment, UserType};
pub use timestamp::{ParseTimestampError, Timestamp};
pub use validate::{Context, ValidSegment, validate, warnings};
