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

mod article_index;
mod attempts;
mod changes;
mod content;
mod describe;
mod directory;
mod draft;
mod error;
mod export;
mod field;
mod fold;
mod id;
mod item;
mod lenient;
pub mod limits;
mod list;
mod membership;
mod merge;
mod natural;
mod object;
mod page;
mod permission_group;
mod permission_group_query;
mod plan;
mod privilege;
mod privilege_collision;
mod problem;
mod reference;
mod resource;
mod segment;
mod segment_draft;
mod segment_index;
mod segment_query;
mod sort;
pub mod tag;
mod timestamp;
mod validate;
mod visible_text;

pub use article_index::{ArticleIndex, ArticleList, ArticleName, Exposure};
pub use attempts::Attempts;
pub use changes::{Change, Values, changes};
pub use content::{Article, Brand, Section, Topic};
pub use describe::{Detail, Part, Sentence, describe, describe_permission_group};
pub use directory::{Group, Organization, Role, User};
pub use draft::Draft;
pub use error::{ApiError, ErrorKind};
pub use export::{segments_to_csv, segments_to_json};
pub use field::Field;
pub use fold::{fold, has_words};
pub use id::{
    AnyId, ArticleId, BrandId, CategoryId, GroupId, OrganizationId, ParseIdError,
    PermissionGroupId, SectionId, SegmentId, TopicId, UserId,
};
pub use item::Item;
pub use membership::{Criterion, Person, Verdict, evaluate};
pub use merge::{Choice, Merge, MergeRow, merge};
pub use natural::{compare_names, name_key};
pub use object::read_object;
pub use page::{Listed, Next, Page, ReadPageError};
pub use permission_group::{PermissionGroup, PermissionGroupDraft};
pub use permission_group_query::{MatrixQuery, PermissionGroupQuery};
pub use plan::{Plan, UnknownPlan};
pub use privilege::{Grant, Locked, Privilege, Privileges};
pub use problem::{FieldErrors, Problem, Warning};
pub use reference::explain_missing;
pub use resource::{Kind, Resource, Valid};
pub use segment::{UserSegment, UserType};
pub use segment_draft::SegmentDraft;
pub use segment_index::{Known, Search, SegmentIndex};
pub use segment_query::{Origin, SegmentQuery, search_key};
pub use sort::{Sort, SortKey};
pub use timestamp::{ParseTimestampError, Timestamp};
pub use validate::{
    Context, PermissionGroupContext, ValidPermissionGroup, ValidSegment, permission_group_warnings,
    validate, validate_permission_group, warnings,
};
pub use visible_text::{
    VisiblePiece, hidden_code, hidden_name, hidden_note, is_blank, looks_like, marks_label, quoted,
    reads_as, visible_pieces, visible_text,
};
