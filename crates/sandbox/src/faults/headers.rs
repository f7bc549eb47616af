//! Headers that a fault sets or takes out, whoever else would set them: so they are set last.

use std::collections::BTreeMap;

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};
use utoipa::openapi::{
    ObjectBuilder, RefOr, Schema,
    schema::{SchemaType, Type},
};

/// Those that say where an answer ends. A connection sets them itself; `truncate` and `drop` break it.
const OF_CONNECTION: [HeaderName; 6] = [
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// What becomes of the headers of one answer: each is set, or taken out.
#[derive(Debug, Clone)]
pub(super) struct Changes(Vec<(HeaderName, Option<HeaderValue>)>);

impl Changes {
    /// Reads what a fault asks for.
    ///
    /// # Errors
    /// A sentence fragment about the first header that cannot be.
    pub(super) fn read(asked: &BTreeMap<String, Option<String>>) -> Result<Self, String> {
        let read = asked.iter().map(|(name, text)| {
            let header: HeaderName =
                name.parse().map_err(|_| format!("“{name}” is no name of a header"))?;
            if OF_CONNECTION.contains(&header) {
                return Err(format!("{header} belongs to the connection"));
            }
            let value = text.as_deref().map(HeaderValue::from_str).transpose();
            let value = value.map_err(|_| format!("what {header} should say has line breaks"))?;
            Ok((header, value))
        });
        read.collect::<Result<_, _>>().map(Self)
    }
}

/// Changes the headers of an answer that a fault struck.
pub(crate) async fn set_headers(mut response: Response) -> Response {
    let Some(Changes(changes)) = response.extensions_mut().remove() else { return response };
    for (name, value) in changes {
        match value {
            Some(value) => drop(response.headers_mut().insert(name, value)),
            None => drop(response.headers_mut().remove(name)),
        }
    }
    response
}

/// An object with any keys that can be names.
pub(super) fn schema() -> RefOr<Schema> {
    let name = ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[A-Za-z0-9_-]+$"));
    let value = ObjectBuilder::new()
        .schema_type(SchemaType::Array(vec![Type::String, Type::Null]))
        .pattern(Some("^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$"));
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .property_names(Some(Schema::from(name)))
        .additional_properties(Some(RefOr::T(Schema::from(value))))
        .description(Some(
            "Any other headers, and those above: a text is what a header says, `null` takes it out.",
        ))
        .into()
}
