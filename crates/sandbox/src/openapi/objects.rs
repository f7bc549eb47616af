//! Schemas of objects that other crates or nobody's types hold.

use guidepost_model::limits;
use utoipa::{
    ToSchema,
    openapi::{
        ArrayBuilder, ObjectBuilder, RefOr, Schema,
        schema::{SchemaType, Type},
    },
};

use super::schemas::{one_of_words, text_with};

const USER_TYPES: [&str; 2] = ["signed_in_users", "staff"];

/// Words without separators, quotes and control characters: each becomes a tag.
const TAG: &str = r#"^\s*([^\s,;"\u0000-\u001f\u007f-\u009f]{1,255}(\s+|$))*$"#;

macro_rules! described {
    ($($(#[$about:meta])* $vis:vis struct $name:ident { $($(#[$told:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            #[derive(ToSchema)]
            #[expect(dead_code, reason = "described here, written and read elsewhere")]
            $(#[$about])*
            $vis struct $name { $($(#[$told])* $field: $type,)* }
        )*
    };
}

described! {
    /// Who can view help center content. An empty list restricts nothing.
    pub(super) struct UserSegment {
        id: u64,
        /// `signed_in_users` or `staff`; fixed when the segment is created.
        user_type: String,
        /// A staff member is in at least one of these groups.
        group_ids: Vec<u64>,
        /// An end user is in at least one of these organizations; agents are not asked.
        organization_ids: Vec<u64>,
        /// A user has every one of these tags.
        tags: Vec<String>,
        /// A user has at least one of these tags.
        or_tags: Vec<String>,
        #[schema(format = DateTime)]
        created_at: Option<String>,
        #[schema(format = DateTime)]
        updated_at: Option<String>,
        /// Zendesk's own; can be used everywhere and changed nowhere.
        built_in: bool,
        /// In whatever the lists above say.
        added_user_ids: Vec<u64>,
        name: String,
    }

    /// A user segment to create.
    pub(super) struct NewUserSegmentRequest {
        user_segment: NewUserSegment,
    }

    /// The fields of a new user segment. `null` is an empty list.
    pub(super) struct NewUserSegment {
        #[schema(pattern = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$")]
        name: String,
        #[schema(schema_with = user_types)]
        user_type: String,
        group_ids: Option<Vec<u64>>,
        organization_ids: Option<Vec<u64>>,
        #[schema(schema_with = tags)]
        tags: Option<Vec<String>>,
        #[schema(schema_with = tags)]
        or_tags: Option<Vec<String>>,
        added_user_ids: Option<Vec<u64>>,
    }

    /// What is to be changed of a user segment.
    pub(super) struct UserSegmentRequest {
        user_segment: UserSegmentFields,
    }

    /// The fields of a user segment that a request can set: those that are left out stay. `null` empties a list.
    pub(super) struct UserSegmentFields {
        #[schema(value_type = String, required = false, pattern = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$")]
        name: Option<String>,
        /// Only what it is already.
        #[schema(required = false, schema_with = user_types_or_null)]
        user_type: Option<String>,
        group_ids: Option<Vec<u64>>,
        organization_ids: Option<Vec<u64>>,
        #[schema(required = false, schema_with = tags)]
        tags: Option<Vec<String>>,
        #[schema(required = false, schema_with = tags)]
        or_tags: Option<Vec<String>>,
        added_user_ids: Option<Vec<u64>>,
    }

    /// Who can edit and who can publish the articles that it is applied to. An empty list grants nothing.
    pub(super) struct PermissionGroup {
        id: u64,
        name: String,
        /// Zendesk's own; can be applied to articles and changed nowhere.
        built_in: bool,
        /// Segments whose people can publish, and edit too.
        publish: Vec<u64>,
        /// Segments whose people can edit.
        edit: Vec<u64>,
        #[schema(format = DateTime)]
        created_at: Option<String>,
        #[schema(format = DateTime)]
        updated_at: Option<String>,
    }

    /// A permission group to create.
    pub(super) struct NewPermissionGroupRequest {
        permission_group: NewPermissionGroup,
    }

    /// The fields of a new permission group. `null` is an empty list.
    pub(super) struct NewPermissionGroup {
        #[schema(pattern = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$")]
        name: String,
        edit: Option<Vec<u64>>,
        publish: Option<Vec<u64>>,
    }

    /// What is to be changed of a permission group. It may stand under `user_segment`, too, as in an example of Zendesk's
    /// documentation.
    pub(super) struct PermissionGroupRequest {
        permission_group: PermissionGroupFields,
    }

    /// The fields of a permission group that a request can set: those that are left out stay. `null` empties a list.
    pub(super) struct PermissionGroupFields {
        #[schema(value_type = String, required = false, pattern = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$")]
        name: Option<String>,
        edit: Option<Vec<u64>>,
        publish: Option<Vec<u64>>,
    }

    /// What is to be changed of an article; other fields are passed over.
    pub(super) struct ArticleRequest {
        article: ArticleFields,
    }

    /// Who may see an article, and who may edit it.
    pub(super) struct ArticleFields {
        /// One segment, or `null` for everyone. Not together with `user_segment_ids`.
        user_segment_id: Option<u64>,
        /// At most ten; none is everyone. More than one take an Enterprise plan.
        #[schema(max_items = 10)]
        user_segment_ids: Option<Vec<u64>>,
        /// Never `null`.
        #[schema(value_type = u64, required = false)]
        permission_group_id: Option<u64>,
    }

    /// An agent in a group.
    pub(super) struct GroupMembership {
        id: u64,
        url: String,
        user_id: u64,
        group_id: u64,
        default: bool,
        #[schema(format = DateTime)]
        created_at: String,
        #[schema(format = DateTime)]
        updated_at: String,
    }

    /// An end user in an organization.
    pub(super) struct OrganizationMembership {
        id: u64,
        url: String,
        user_id: u64,
        organization_id: u64,
        organization_name: String,
        view_tickets: bool,
        default: bool,
        #[schema(format = DateTime)]
        created_at: String,
        #[schema(format = DateTime)]
        updated_at: String,
    }

    /// A code or a refresh token, to become an access token.
    pub(super) struct TokenRequest {
        /// `authorization_code`, `refresh_token` or `client_credentials`.
        grant_type: String,
        client_id: String,
        /// Of a confidential client.
        client_secret: Option<String>,
        /// With `authorization_code`.
        code: Option<String>,
        /// With `authorization_code`: as when the user was asked.
        redirect_uri: Option<String>,
        /// With `authorization_code`: what `code_challenge` was made of.
        code_verifier: Option<String>,
        /// With `refresh_token`.
        refresh_token: Option<String>,
        /// What was granted, or less. Needed with `client_credentials`.
        scope: Option<String>,
        /// Seconds.
        #[schema(minimum = 300, maximum = 172_800)]
        expires_in: Option<u64>,
        /// Seconds.
        #[schema(minimum = 604_800, maximum = 7_776_000)]
        refresh_token_expires_in: Option<u64>,
    }

    /// What the user decided: what the page was asked with, and these two.
    pub(super) struct Decision {
        response_type: String,
        client_id: String,
        redirect_uri: String,
        scope: String,
        state: Option<String>,
        code_challenge: String,
        code_challenge_method: String,
        /// The e-mail address of one of the sandbox's three users.
        user: Option<String>,
        /// `allow`; anything else denies.
        decision: Option<String>,
    }
}

fn user_types() -> RefOr<Schema> {
    one_of_words(&USER_TYPES)
}

fn user_types_or_null() -> RefOr<Schema> {
    let kinds = SchemaType::from_iter([Type::String, Type::Null]);
    let words = USER_TYPES.map(Some).into_iter().chain([None]);
    Schema::from(ObjectBuilder::new().schema_type(kinds).enum_values(Some(words))).into()
}

/// Tags, or `null` for none.
fn tags() -> RefOr<Schema> {
    let kinds = SchemaType::from_iter([Type::Array, Type::Null]);
    let list =
        ArrayBuilder::new().schema_type(kinds).items(text_with(TAG)).max_items(Some(limits::TAGS));
    Schema::from(list).into()
}
