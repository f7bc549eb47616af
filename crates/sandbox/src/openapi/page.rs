//! The document as a page: plain HTML, made on the server, no script, nothing from anywhere else.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value};
use utoipa::openapi::OpenApi;

use super::words::{link_of, type_of};
use crate::{oauth::escape, secrets::Digested};

const LAYOUT: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");

const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

pub(super) fn of(document: &OpenApi) -> Response {
    // What is written is read: the page shows the document as programs get it.
    let document = serde_json::to_value(document).unwrap_or_default();
    let groups: Vec<&str> =
        list(&document["tags"]).filter_map(|group| group["name"].as_str()).collect();
    let contents: String = groups
        .iter()
        .map(|group| format!("<li><a href=\"#{}\">{}</a></li>\n", slug(group), escape(group)))
        .collect();
    let sections: String = groups.iter().map(|name| group(name, &document)).collect();
    let schemas = entries(&document["components"]["schemas"]);
    let schemas: String = schemas.map(|(name, schema)| object(name, schema)).collect();
    let text = LAYOUT
        .replace("{style}", STYLE)
        .replace("{title}", &shown(&document["info"]["title"]))
        .replace("{about}", &shown(&document["info"]["description"]))
        .replace("{contents}", &contents)
        .replace("{sections}", &sections)
        .replace("{objects}", &schemas);
    let style = STANDARD.encode(Digested::of(STYLE).0);
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"
    );
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, policy.as_str()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (StatusCode::OK, headers, text).into_response()
}

/// The endpoints of a group.
fn group(name: &str, document: &Value) -> String {
    let endpoints: String = entries(&document["paths"])
        .flat_map(|(path, item)| METHODS.map(|method| (path, method, &item[method])))
        .filter(|(_, _, operation)| list(&operation["tags"]).any(|tag| tag == name))
        .map(|(path, method, operation)| endpoint(path, method, operation, document))
        .collect();
    format!("<section>\n<h2 id=\"{}\">{}</h2>\n{endpoints}</section>\n", slug(name), escape(name))
}

fn endpoint(path: &str, method: &str, operation: &Value, document: &Value) -> String {
    let id = shown(&operation["operationId"]);
    let mut text = format!(
        "<details id=\"{id}\">\n<summary><b>{}</b> <code>{}</code> {}</summary>\n<p>Who may call it: {}. {}</p>\n",
        method.to_uppercase(),
        escape(path),
        shown(&operation["summary"]),
        shown(&operation["x-who"]),
        shown(&operation["description"]),
    );
    let parameters: String = list(&operation["parameters"])
        .map(|one| {
            let needed = if one["required"] == true { "yes" } else { "no" };
            row([
                &format!("<code>{}</code>", shown(&one["name"])),
                &shown(&one["in"]),
                &type_of(&one["schema"]),
                needed,
                &shown(&one["description"]),
                &example(&one["example"]),
            ])
        })
        .collect();
    let heads = ["Name", "In", "Type", "Needed", "What it is", "Such as"];
    text += &table("Parameters", heads, &parameters);
    let body: String = entries(&operation["requestBody"]["content"])
        .map(|(kind, content)| {
            row([&escape(kind), &type_of(&content["schema"]), &example(&content["example"])])
        })
        .collect();
    text += &table("Body", ["Kind", "Type", "Such as"], &body);
    let answers: String = entries(&operation["responses"])
        .map(|(status, answer)| {
            let answer = match answer["$ref"].as_str().and_then(|link| link.strip_prefix('#')) {
                Some(pointer) => document.pointer(pointer).unwrap_or(&Value::Null),
                None => answer,
            };
            let content: Vec<String> = entries(&answer["content"])
                .map(|(kind, content)| format!("{} {}", escape(kind), type_of(&content["schema"])))
                .collect();
            row([status, &shown(&answer["description"]), &content.join("<br>")])
        })
        .collect();
    text += &table("Answers", ["Status", "When", "Body"], &answers);
    text + "</details>\n"
}

fn example(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => format!("<code>{}</code>", escape(text)),
        other => format!("<code>{}</code>", escape(&other.to_string())),
    }
}

/// A schema with a name.
fn object(name: &str, schema: &Value) -> String {
    let required: Vec<&Value> = list(&schema["required"]).collect();
    let keys: String = entries(&schema["properties"])
        .map(|(key, value)| {
            let always = if required.iter().any(|one| *one == key) { "yes" } else { "no" };
            let about = &shown(&value["description"]);
            row([&format!("<code>{}</code>", escape(key)), &type_of(value), always, about])
        })
        .collect();
    let keys = match keys.as_str() {
        "" => format!("<p>{}</p>\n", type_of(schema)),
        _ => table("Keys", ["Key", "Type", "Always", "What it is"], &keys),
    };
    format!(
        "<details id=\"{}\" open>\n<summary><code>{}</code> {}</summary>\n{keys}</details>\n",
        link_of(name),
        escape(name),
        shown(&schema["description"])
    )
}

fn table<const N: usize>(caption: &str, heads: [&str; N], rows: &str) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    format!(
        "<div class=\"table\"><table>\n<caption>{caption}</caption>\n<tr>{heads}</tr>\n{rows}</table></div>\n"
    )
}

fn row<const N: usize>(cells: [&str; N]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
    format!("<tr>{cells}</tr>\n")
}

/// A text of the document. What stands between backquotes is code.
fn shown(value: &Value) -> String {
    let text = escape(value.as_str().unwrap_or_default());
    let parts = text.split('`').enumerate();
    parts
        .map(
            |(at, part)| if at % 2 == 1 { format!("<code>{part}</code>") } else { part.to_owned() },
        )
        .collect()
}

fn slug(name: &str) -> String {
    name.to_lowercase().replace(|one: char| !one.is_ascii_alphanumeric(), "-")
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let object: Option<&Map<String, Value>> = value.as_object();
    object.into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}
