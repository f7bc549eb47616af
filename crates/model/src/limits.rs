//! What Zendesk accepts at most. Source: "Creating user segments" and "Creating management permissions", Zendesk help.

/// Custom user segments in an account.
pub const SEGMENTS: usize = 200;
/// Custom management permission groups in an account.
pub const PERMISSION_GROUPS: usize = 200;
/// Tags in `tags`, and as many again in `or_tags`.
pub const TAGS: usize = 50;
/// Groups of a staff segment.
pub const GROUPS: usize = 50;
/// Organizations of a segment of signed-in users.
pub const ORGANIZATIONS: usize = 50;
/// People added individually.
pub const ADDED_USERS: usize = 50;
/// Segments of an article, more than one of them on Enterprise only.
pub const ARTICLE_SEGMENTS: usize = 10;
/// Tags that the tag autocomplete answers with.
pub const TAG_SUGGESTIONS: usize = 15;
/// Letters before the tag autocomplete answers.
pub const TAG_QUERY_LETTERS: usize = 2;
/// Ids in one `show_many` request.
pub const SHOW_MANY: usize = 100;
/// Items on a page of a list.
pub const PAGE: usize = 100;
