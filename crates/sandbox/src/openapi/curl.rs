//! How an endpoint is called from a shell, with the document's examples.

use serde_json::Value;

const JSON: &str = "application/json";

/// A command that does what the endpoint is for. What has no example yet stays as the document has it: `{id}`.
pub(super) fn command(origin: &str, path: &str, method: &str, operation: &Value) -> String {
    let mut lines = vec![match method {
        "get" => "curl".to_owned(),
        _ => format!("curl -X {}", method.to_uppercase()),
    }];
    let takes_credentials =
        operation["security"].as_array().is_some_and(|schemes| !schemes.is_empty());
    if takes_credentials {
        lines[0] += " -u manager@sandbox.test/token:manager-token";
    }
    lines.push(quoted(&format!("{origin}{}", address(path, operation))));
    lines.extend(body(&operation["requestBody"]["content"]));
    lines.join(" \\\n  ")
}

/// The path and what it needs behind it.
fn address(path: &str, operation: &Value) -> String {
    let (mut path, mut query) = (path.to_owned(), form_urlencoded::Serializer::new(String::new()));
    for one in operation["parameters"].as_array().into_iter().flatten() {
        let name = one["name"].as_str().unwrap_or_default();
        let Some(value) = value(one) else { continue };
        if one["in"] == "path" {
            path = path.replace(&format!("{{{name}}}"), &value);
        } else if one["required"] == true {
            query.append_pair(name, &value);
        }
    }
    match query.finish().as_str() {
        "" => path,
        query => format!("{path}?{query}"),
    }
}

/// The example of a parameter, or the first of the values that it may have.
fn value(parameter: &Value) -> Option<String> {
    match (&parameter["example"], &parameter["schema"]["enum"][0]) {
        (Value::Null, Value::Null) => None,
        (Value::Null, only) => Some(text(only)),
        (example, _) => Some(text(example)),
    }
}

/// As JSON where that is taken, and else as a form.
fn body(content: &Value) -> Vec<String> {
    let Some((kind, media)) = content
        .as_object()
        .and_then(|kinds| kinds.get_key_value(JSON).or_else(|| kinds.iter().next()))
    else {
        return Vec::new();
    };
    if kind == JSON {
        let body = quoted(&media["example"].to_string());
        return vec![format!("-H 'Content-Type: {JSON}'"), format!("-d {body}")];
    }
    let fields = media["example"].as_object().into_iter().flatten();
    fields
        .map(|(name, value)| {
            format!("--data-urlencode {}", quoted(&format!("{name}={}", text(value))))
        })
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// One word for a shell, whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::command;

    #[test]
    fn reading_takes_an_address_and_credentials() {
        let operation = json!({
            "security": [{}],
            "parameters": [
                { "name": "id", "in": "path", "required": true, "example": 12 },
                { "name": "name", "in": "query", "required": true, "example": "Jo & co" },
                { "name": "kind", "in": "query", "required": true, "schema": { "enum": ["code"] } },
                { "name": "page", "in": "query", "required": false, "example": 2 },
            ],
        });
        assert_eq!(
            command("http://localhost:8080", "/users/{id}/{other}", "get", &operation),
            "curl -u manager@sandbox.test/token:manager-token \\\n  \
             'http://localhost:8080/users/12/{other}?name=Jo+%26+co&kind=code'"
        );
    }

    #[test]
    fn writing_takes_a_body() {
        let json = json!({ "requestBody": { "content": {
            "application/x-www-form-urlencoded": { "example": { "name": "no" } },
            "application/json": { "example": { "name": "Jo's" } },
        } } });
        assert_eq!(
            command("http://localhost", "/users", "post", &json),
            "curl -X POST \\\n  'http://localhost/users' \\\n  -H 'Content-Type: application/json' \\\n  \
             -d '{\"name\":\"Jo'\\''s\"}'"
        );
        let form = json!({ "requestBody": { "content": {
            "application/x-www-form-urlencoded": { "example": { "scope": "read hc:write", "n": 1 } },
        } } });
        assert_eq!(
            command("http://localhost", "/users", "put", &form),
            "curl -X PUT \\\n  'http://localhost/users' \\\n  --data-urlencode 'n=1' \\\n  \
             --data-urlencode 'scope=read hc:write'"
        );
    }
}
