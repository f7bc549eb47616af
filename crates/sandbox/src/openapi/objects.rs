//! Schemas: the small ones that others are made of, and those of objects that other crates or nobody's types hold.

use std::borrow::Cow;

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ArrayBuilder, KnownFormat, ObjectBuilder, OneOfBuilder, Ref, RefOr, Schema, SchemaFormat,
        schema::{AdditionalProperties, SchemaType, Type},
    },
};

/// An object with these keys, and perhaps those.
pub(super) fn object<'a>(
    always: impl IntoIterator<Item = (&'a str, RefOr<Schema>)>,
    perhaps: impl IntoIterator<Item = (&'a str, RefOr<Schema>)>,
) -> RefOr<Schema> {
    let mut object = ObjectBuilder::new();
    for (name, schema) in always {
        object = object.property(name, schema).required(name);
    }
    for (name, schema) in perhaps {
        object = object.property(name, schema);
    }
    Schema::from(object).into()
}

/// The same object with every key always there: answers leave nothing out, they say `null`.
pub(super) fn whole(mut schema: RefOr<Schema>) -> RefOr<Schema> {
    if let RefOr::T(Schema::Object(object)) = &mut schema {
        object.required = object.properties.keys().cloned().collect();
    }
    schema
}

pub(super) fn array_of(schema: RefOr<Schema>) -> RefOr<Schema> {
    Schema::from(ArrayBuilder::new().items(schema)).into()
}

/// An object whose keys can be any.
pub(super) fn map_of(schema: RefOr<Schema>) -> RefOr<Schema> {
    let values = AdditionalProperties::RefOr(schema);
    Schema::from(ObjectBuilder::new().additional_properties(Some(values))).into()
}

pub(super) fn text() -> RefOr<Schema> {
    String::schema()
}

pub(super) fn nullable_text() -> RefOr<Schema> {
    let kinds = SchemaType::from_iter([Type::String, Type::Null]);
    Schema::from(ObjectBuilder::new().schema_type(kinds)).into()
}

pub(super) fn number() -> RefOr<Schema> {
    u64::schema()
}

pub(super) fn positive() -> RefOr<Schema> {
    let number = ObjectBuilder::new().schema_type(SchemaType::new(Type::Integer)).minimum(Some(1));
    Schema::from(number).into()
}

pub(super) fn time() -> RefOr<Schema> {
    let time = ObjectBuilder::new()
        .schema_type(SchemaType::new(Type::String))
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)));
    Schema::from(time).into()
}

pub(super) fn one_of_words(words: &[&str]) -> RefOr<Schema> {
    let text = ObjectBuilder::new()
        .schema_type(SchemaType::new(Type::String))
        .enum_values(Some(words.iter().copied()));
    Schema::from(text).into()
}

/// `{"count": {"value": …, "refreshed_at": …}}`
pub(super) fn count() -> RefOr<Schema> {
    let count = object([("value", number()), ("refreshed_at", time())], []);
    object([("count", count)], [])
}

/// An object of one of these kinds.
pub(super) fn either<const N: usize>(names: [Cow<'static, str>; N]) -> RefOr<Schema> {
    let refs = names.into_iter().map(Ref::from_schema_name);
    Schema::from(refs.fold(OneOfBuilder::new(), OneOfBuilder::item)).into()
}

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

    /// A user segment to create, or what is to be changed of one: fields that are left out stay.
    pub(super) struct UserSegmentRequest {
        user_segment: UserSegmentFields,
    }

    /// The fields of a user segment that a request can set. `null` empties a list.
    pub(super) struct UserSegmentFields {
        name: Option<String>,
        /// `signed_in_users` or `staff`.
        user_type: Option<String>,
        group_ids: Option<Vec<u64>>,
        organization_ids: Option<Vec<u64>>,
        tags: Option<Vec<String>>,
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

    /// A permission group to create, or what is to be changed of one: fields that are left out stay. An update may have
    /// it under `user_segment`, too, as in an example of Zendesk's documentation.
    pub(super) struct PermissionGroupRequest {
        permission_group: PermissionGroupFields,
    }

    /// The fields of a permission group that a request can set.
    pub(super) struct PermissionGroupFields {
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
        /// `authorization_code` or `refresh_token`.
        grant_type: String,
        client_id: String,
        /// With `authorization_code`.
        code: Option<String>,
        /// With `authorization_code`: as when the user was asked.
        redirect_uri: Option<String>,
        /// With `authorization_code`: what `code_challenge` was made of.
        code_verifier: Option<String>,
        /// With `refresh_token`.
        refresh_token: Option<String>,
        /// What was granted, or less.
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
