//! Schemas in a few words, for people.

use serde_json::Value;

use crate::html::escape;

const SCHEMAS: &str = "#/components/schemas/";

/// Where a schema with a name stands on the page.
pub(super) fn link_of(name: &str) -> String {
    format!("object-{}", escape(name))
}

/// What a schema allows, as HTML: `list of <a …>UserSegment</a>`.
pub(super) fn type_of(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|link| link.strip_prefix(SCHEMAS)) {
        return format!("<a href=\"#{}\">{}</a>", link_of(name), escape(name));
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(schemas) = schema[key].as_array() {
            let words: Vec<String> = schemas.iter().map(type_of).collect();
            return words.join(" or ");
        }
    }
    if let Some(values) = schema["enum"].as_array() {
        let words: Vec<String> = values
            .iter()
            .map(|value| value.as_str().unwrap_or("null"))
            .map(|value| format!("<code>{}</code>", escape(value)))
            .collect();
        return words.join(", ");
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return "anything".to_owned(),
    };
    let words: Vec<String> = kinds.iter().map(|kind| of_kind(kind, schema)).collect();
    words.join(" or ")
}

fn of_kind(kind: &str, schema: &Value) -> String {
    match kind {
        "array" => format!("list of {}", type_of(&schema["items"])),
        "object" => match (schema["properties"].as_object(), &schema["additionalProperties"]) {
            (Some(properties), _) => {
                let keys: Vec<String> = properties
                    .iter()
                    .map(|(key, value)| format!("<code>{}</code>: {}", escape(key), type_of(value)))
                    .collect();
                format!("{{ {} }}", keys.join(", "))
            }
            (None, values @ Value::Object(_)) => format!("map of {}", type_of(values)),
            (None, _) => "object".to_owned(),
        },
        "string" if schema["format"] == "date-time" => "time".to_owned(),
        other => escape(other),
    }
}
