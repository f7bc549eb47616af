//! What nobody outside Zendesk knows of Zendesk's answers, and how this sandbox is to answer instead: one switch each,
//! so that a client can be tested with both. None is a documented behaviour; that is what makes it a switch.

mod refusals;
mod table;

use std::fmt;

use table::switches;

switches! {
    /// Deleting a segment that content or a permission group uses. The help center's text now says that content becomes
    /// visible to everyone; it used to say that the segment could not be deleted.
    segment_in_use: SegmentInUse = "segment-in-use" { Cascade = "cascade", Refuse = "refuse" }

    /// An article with several segments when one of them is deleted: the others go on restricting it, or everyone sees it.
    article_segments: ArticleSegments = "article-segments" { OthersStay = "others-stay", Everyone = "everyone" }

    /// Deleting a permission group that articles use: they are left without one, or it is refused with 400.
    permission_group_in_use: PermissionGroupInUse = "permission-group-in-use" { Cascade = "cascade", Refuse = "refuse" }

    /// The status of changing or deleting what is built in.
    built_in: BuiltIn = "built-in" {
        Forbidden = "403", NotFound = "404", BadRequest = "400", Unprocessable = "422",
    }

    /// The status of one segment or permission group more than the account may have, and of lists that are too long.
    over_limit: OverLimit = "over-limit" { BadRequest = "400", Unprocessable = "422" }

    /// The status of naming groups, organizations, users or segments that do not exist.
    unknown_ids: UnknownIds = "unknown-ids" { BadRequest = "400", NotFound = "404", Unprocessable = "422" }

    /// A segment or permission group with an empty name.
    blank_name: BlankName = "blank-name" { Refuse = "refuse", Allow = "allow" }

    /// A second segment or permission group of the same name.
    duplicate_name: DuplicateName = "duplicate-name" { Allow = "allow", Refuse = "refuse" }

    /// A name of more than 255 characters.
    long_name: LongName = "long-name" { Allow = "allow", Refuse = "refuse" }

    /// Tags in capitals, with spaces in them or given twice: stored in lower case, as several tags and once, or refused.
    tags: Tags = "tags" { Fold = "fold", Refuse = "refuse" }

    /// Another user type for a segment that exists: refused with 400, or passed over.
    user_type_change: UserTypeChange = "user-type-change" { Refuse = "refuse", Ignore = "ignore" }

    /// Groups for a segment of signed-in users, or organizations for one of staff.
    other_list: OtherList = "other-list" { Drop = "drop", Refuse = "refuse", Keep = "keep" }

    /// Whether agents have the tags of their organizations, as end users do.
    agent_organization_tags: AgentOrganizationTags = "agent-organization-tags" {
        Ignored = "ignored", Inherited = "inherited",
    }

    /// Whether the list of permission groups knows cursors, or answers every request in offset paging.
    permission_groups_paging: PermissionGroupsPaging = "permission-groups-paging" {
        Both = "both", Offset = "offset",
    }

    /// The status of an answer with tokens: 201 as documented, or 200 as RFC 6749 has it.
    oauth_token_status: OauthTokenStatus = "oauth-token-status" { Created = "201", Ok = "200" }

    /// A refresh token that comes a second time: refused, while the tokens that took its place stay good, or ending them too
    /// (RFC 6749, section 10.4).
    oauth_refresh_reuse: OauthRefreshReuse = "oauth-refresh-reuse" { Refuse = "refuse", Revoke = "revoke" }

    /// Whether pages from elsewhere may read of the help center with any credentials or none, which is recorded, or with
    /// OAuth tokens alone, which is documented.
    cors_help_center: CorsHelpCenter = "cors-help-center" { Anyone = "anyone", Oauth = "oauth" }

    /// Whether pages from elsewhere may read answers about permission groups.
    cors_permission_groups: CorsPermissionGroups = "cors-permission-groups" { Present = "present", Absent = "absent" }

    /// Whether pages from elsewhere may exchange a code for a token. Somebody reported that a preflight gets 405.
    cors_tokens: CorsTokens = "cors-tokens" { Absent = "absent", Present = "present" }

    /// Whether pages from elsewhere may read 400, 401 and 422. That they may not read 403 and 429 is documented.
    cors_refusals: CorsRefusals = "cors-refusals" { Absent = "absent", Present = "present" }

    /// Which headers pages from elsewhere may read: `X-Zendesk-API-Warn` alone, which is recorded, also `Link`, `Retry-After`
    /// and those of the rate limit, or none.
    cors_exposed: CorsExposed = "cors-exposed" { Warnings = "warnings", Present = "present", Absent = "absent" }
}

/// A switch as people are shown it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switch {
    pub name: &'static str,
    pub meaning: &'static str,
    /// The first is the default.
    pub values: &'static [&'static str],
    pub value: &'static str,
}

impl Switch {
    /// True when it was not set to anything else.
    pub fn is_default(&self) -> bool {
        self.values.first() == Some(&self.value)
    }
}

/// What is wrong with `NAME=VALUE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SwitchError {
    Name(String),
    Value { name: &'static str, values: &'static [&'static str], word: String },
}

impl fmt::Display for SwitchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => {
                let names: Vec<&str> =
                    Switches::default().list().iter().map(|switch| switch.name).collect();
                write!(f, "there is no switch “{name}”; there are {}", names.join(", "))
            }
            Self::Value { name, values, word } => {
                write!(f, "{name} is {}, not “{word}”", values.join(" or "))
            }
        }
    }
}

impl std::error::Error for SwitchError {}
