//! As much of JSON Schema as the document uses, and stricter in one thing: an object has no keys that are not described.

use serde_json::{Map, Value};

/// What is wrong with `value`, which this schema of the `document` describes; nothing when it fits.
pub fn problems(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    check(document, schema, value, "", &mut problems);
    problems
}

/// What a `$ref` leads to, or the thing itself.
pub fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(link) => document
            .pointer(link.strip_prefix('#').unwrap())
            .unwrap_or_else(|| panic!("{link} leads nowhere")),
        None => value,
    }
}

fn check(document: &Value, schema: &Value, value: &Value, at: &str, problems: &mut Vec<String>) {
    let schema = resolve(document, schema);
    for key in schema.as_object().unwrap().keys() {
        assert!(KNOWN.contains(&key.as_str()), "a schema says {key}, which nothing here checks");
    }
    if let Some(schemas) = schema["oneOf"].as_array() {
        let tried: Vec<_> =
            schemas.iter().map(|one| self::problems(document, one, value)).collect();
        if tried.iter().filter(|problems| problems.is_empty()).count() != 1 {
            problems.push(format!("{at}: not one of several: {tried:?}"));
        }
    }
    if let Some(schemas) = schema["anyOf"].as_array() {
        let tried: Vec<_> =
            schemas.iter().map(|one| self::problems(document, one, value)).collect();
        if !tried.iter().any(Vec::is_empty) {
            problems.push(format!("{at}: none of several: {tried:?}"));
        }
    }
    let kinds: Vec<&Value> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().collect(),
        Value::Null => Vec::new(),
        kind => vec![kind],
    };
    if !kinds.is_empty() && !kinds.iter().any(|kind| is(kind.as_str().unwrap(), value)) {
        problems.push(format!("{at}: {value} is no {kinds:?}"));
    }
    if schema["enum"].as_array().is_some_and(|values| !values.contains(value)) {
        problems.push(format!("{at}: {value} is none of {}", schema["enum"]));
    }
    if schema["format"] == "date-time" && value.as_str().is_some_and(|text| !text.ends_with('Z')) {
        problems.push(format!("{at}: {value} is no time"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        if schema["items"].is_object() {
            check(document, &schema["items"], item, &format!("{at}/{index}"), problems);
        }
    }
    if let Some(object) = value.as_object() {
        keys(document, schema, object, at, problems);
    }
}

fn keys(
    document: &Value,
    schema: &Value,
    object: &Map<String, Value>,
    at: &str,
    problems: &mut Vec<String>,
) {
    for key in schema["required"].as_array().into_iter().flatten() {
        if !object.contains_key(key.as_str().unwrap()) {
            problems.push(format!("{at}: no {key}"));
        }
    }
    for (key, value) in object {
        let at = format!("{at}/{key}");
        if schema["propertyNames"].is_object() {
            check(document, &schema["propertyNames"], &Value::from(key.as_str()), &at, problems);
        }
        match (schema["properties"].get(key), &schema["additionalProperties"]) {
            (Some(schema), _) | (None, schema @ Value::Object(_)) => {
                check(document, schema, value, &at, problems);
            }
            (None, _) if schema["properties"].is_object() => {
                problems.push(format!("{at}: not described"));
            }
            (None, _) => {}
        }
    }
}

const KNOWN: [&str; 18] = [
    "anyOf",
    "oneOf",
    "type",
    "enum",
    "format",
    "items",
    "required",
    "properties",
    "additionalProperties",
    "propertyNames",
    "description",
    "minimum",
    "maximum",
    "maxItems",
    "uniqueItems",
    "pattern",
    "default",
    "$ref",
];

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("there is no type {other}"),
    }
}

#[test]
fn what_does_not_fit_is_found() {
    let document = serde_json::json!({ "defs": { "name": { "type": ["string", "null"] } } });
    let name = serde_json::json!({ "$ref": "#/defs/name" });
    let schema = serde_json::json!({
        "type": "object",
        "required": ["id"],
        "properties": { "id": { "type": "integer" }, "names": { "type": "array", "items": name } },
    });
    let found = |value: Value| problems(&document, &schema, &value).len();
    assert_eq!(found(serde_json::json!({ "id": 7, "names": ["a", null] })), 0);
    assert_eq!(found(serde_json::json!({ "id": "7", "names": [7, "a", true] })), 3);
    assert_eq!(found(serde_json::json!({ "names": null })), 2);
    assert_eq!(found(serde_json::json!({ "id": 7, "other": 7 })), 1);
    let either =
        serde_json::json!({ "oneOf": [schema, { "type": "integer" }, { "type": "number" }] });
    assert!(problems(&document, &either, &serde_json::json!({ "id": 7 })).is_empty());
    assert!(!problems(&document, &either, &Value::from(7)).is_empty());
}
