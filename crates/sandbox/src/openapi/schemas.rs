//! The small schemas that others are made of.

use std::borrow::Cow;

use utoipa::{
    PartialSchema,
    openapi::{
        ArrayBuilder, KnownFormat, ObjectBuilder, Ref, RefOr, Schema, SchemaFormat,
        schema::{AdditionalProperties, AnyOfBuilder, SchemaType, Type},
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

/// Keys that are told to some and not to others, or where they are asked for.
const NOT_ALWAYS: [&str; 3] = ["host_mapping", "manageable_by", "translations"];

/// The same object with every other key always there: answers leave nothing out, they say `null`.
pub(super) fn whole(mut schema: RefOr<Schema>) -> RefOr<Schema> {
    if let RefOr::T(Schema::Object(object)) = &mut schema {
        let always = object.properties.keys().filter(|key| !NOT_ALWAYS.contains(&key.as_str()));
        object.required = always.cloned().collect();
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
    Schema::from(positive_number()).into()
}

/// From 1 to this.
pub(super) fn up_to(most: u32) -> RefOr<Schema> {
    Schema::from(positive_number().maximum(Some(most))).into()
}

fn positive_number() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::new(Type::Integer)).minimum(Some(1))
}

/// `true` or `false`, as a parameter has it.
pub(super) fn flag() -> RefOr<Schema> {
    one_of_words(&["true", "false"])
}

/// A text in which this regular expression finds something.
pub(super) fn text_with(pattern: &str) -> RefOr<Schema> {
    let text =
        ObjectBuilder::new().schema_type(SchemaType::new(Type::String)).pattern(Some(pattern));
    Schema::from(text).into()
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

/// An object of one of these kinds. Not exactly one: where a kind has all that another has, its objects are of both.
pub(super) fn either<const N: usize>(names: [Cow<'static, str>; N]) -> RefOr<Schema> {
    let refs = names.into_iter().map(Ref::from_schema_name);
    Schema::from(refs.fold(AnyOfBuilder::new(), AnyOfBuilder::item)).into()
}
