//! The answers that refuse a request, by status. Their shapes are many, as in Zendesk.

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ComponentsBuilder, Content, Header, RefOr, Schema, response::ResponseBuilder,
        schema::AnyOfBuilder,
    },
};

use super::schemas::{array_of, map_of, number, object, text};

const REFUSALS: [(&str, &str, &str); 8] = [
    ("400", "BadRequest", "A field, a parameter, an id or the body cannot be what it is"),
    ("401", "NotAuthenticated", "No credentials, or wrong ones"),
    ("403", "Forbidden", "The role does not allow it, or the token's scopes do not"),
    ("404", "NotFound", "There is no object with this id that the caller may see"),
    ("413", "TooLong", "The body is too long"),
    ("415", "UnsupportedMediaType", "The body is not said to be JSON"),
    ("422", "RecordInvalid", "What is wrong, by field, where a switch of the sandbox asks for it"),
    ("429", "TooManyRequests", "Over the account's limit; `Retry-After` says for how many seconds"),
];

/// The name of the answer that refuses with this status.
pub(super) fn name(status: &str) -> Option<&'static str> {
    REFUSALS.iter().find(|(one, ..)| *one == status).map(|(_, name, _)| *name)
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "described here, written by the refusals themselves")]
#[schema(description = "Why a request was refused.")]
struct Refusal {
    error: String,
    description: String,
}

pub(super) fn add(mut components: ComponentsBuilder) -> ComponentsBuilder {
    for (status, name, description) in REFUSALS {
        let (kind, schema) = match status {
            "400" => ("application/json", bad_request()),
            "401" => ("application/json", not_authenticated()),
            "403" => ("application/json", forbidden()),
            "422" => ("application/json", record_invalid()),
            "429" => ("text/plain", text()),
            _ => ("application/json", Refusal::schema()),
        };
        let content = Content::new(Some(schema));
        let mut response = ResponseBuilder::new().description(description).content(kind, content);
        if status == "429" {
            response = response.header("Retry-After", Header::new(number()));
        }
        components = components.response(name, response.build());
    }
    components
}

fn titled() -> RefOr<Schema> {
    object([("title", text()), ("message", text())], [])
}

fn bad_request() -> RefOr<Schema> {
    let paging = object([("code", text()), ("title", text())], []);
    any_of([
        object([("errors", map_of(array_of(text())))], []),
        object([("errors", array_of(paging))], []),
        object([("error", titled())], []),
        // Of articles, with nothing around it.
        titled(),
        object([("error", text()), ("message", text()), ("description", text())], []),
        // Of lists of ids.
        object([("error", text()), ("description", text()), ("max_count", number())], []),
        // Of numbered pages that are too many.
        object([("error", text()), ("description", text())], []),
    ])
}

fn not_authenticated() -> RefOr<Schema> {
    object([("error", text())], [("error_description", text())])
}

fn forbidden() -> RefOr<Schema> {
    any_of([object([("error", titled())], []), Refusal::schema()])
}

fn record_invalid() -> RefOr<Schema> {
    let problem = object([("type", text()), ("description", text())], []);
    let details = map_of(array_of(problem));
    object([("error", text()), ("description", text()), ("details", details)], [])
}

fn any_of<const N: usize>(schemas: [RefOr<Schema>; N]) -> RefOr<Schema> {
    let either = schemas.into_iter().fold(AnyOfBuilder::new(), AnyOfBuilder::item);
    Schema::from(either).into()
}
