//! The document as a page to read.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value};
use utoipa::openapi::OpenApi;

use super::{
    curl,
    words::{link_of, type_of},
};
use crate::html::{Page, escape};

const STYLE: &str = include_str!("page.css");

const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

/// For a sandbox at this origin.
pub(super) fn of(document: &OpenApi, origin: &str) -> Response {
    // What is written is read: the page shows the document as programs get it.
    let document = serde_json::to_value(document).unwrap_or_default();
    let groups: Vec<&str> =
        list(&document["tags"]).filter_map(|group| group["name"].as_str()).collect();
    let contents: String = groups
        .iter()
        .map(|group| format!("<li><a href=\"#{}\">{}</a></li>\n", slug(group), escape(group)))
        .collect();
    let sections: String = groups.iter().map(|name| group(name, &document, origin)).collect();
    let schemas = entries(&document["components"]["schemas"]);
    let schemas: String = schemas.map(|(name, schema)| object(name, schema)).collect();
    let (title, about) =
        (shown(&document["info"]["title"]), shown(&document["info"]["description"]));
    let body = format!(
        "<header>\n<h1>{title}</h1>\n<p>{about}</p>\n\
         <p><a href=\"/openapi.json\">The same as an OpenAPI 3.1 document</a></p>\n</header>\n\
         <nav aria-label=\"Groups of endpoints\">\n<ul>\n{contents}\
         <li><a href=\"#objects\">Objects</a></li>\n</ul>\n</nav>\n\
         <main>\n{sections}<section>\n<h2 id=\"objects\">Objects</h2>\n{schemas}</section>\n</main>"
    );
    let (status, title) = (StatusCode::OK, title.as_str());
    Page { status, title, body: &body, style: STYLE, forms_to: "'none'" }.into_response()
}

/// The endpoints of a group.
fn group(name: &str, document: &Value, origin: &str) -> String {
    let endpoints: String = entries(&document["paths"])
        .flat_map(|(path, item)| METHODS.map(|method| (path, method, &item[method])))
        .filter(|(_, _, operation)| list(&operation["tags"]).any(|tag| tag == name))
        .map(|(path, method, operation)| endpoint((path, method, operation), document, origin))
        .collect();
    format!("<section>\n<h2 id=\"{}\">{}</h2>\n{endpoints}</section>\n", slug(name), escape(name))
}

fn endpoint(
    (path, method, operation): (&str, &str, &Value),
    document: &Value,
    origin: &str,
) -> String {
    let mut text = format!(
        "<details>\n<summary><b class=\"{method}\">{}</b> <code>{}</code> <span>{}</span></summary>\n\
         <div class=\"told\" id=\"{}\">\n<p>For {}. {}</p>\n<pre><code>{}</code></pre>\n",
        method.to_uppercase(),
        escape(path),
        shown(&operation["summary"]),
        shown(&operation["operationId"]),
        shown(&operation["x-who"]),
        shown(&operation["description"]),
        escape(&curl::command(origin, path, method, operation)),
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
            ])
        })
        .collect();
    let heads = ["Name", "In", "Type", "Needed", "What it is"];
    text += &table("Parameters", heads, &parameters);
    let body: String = entries(&operation["requestBody"]["content"])
        .map(|(kind, content)| row([&escape(kind), &type_of(&content["schema"])]))
        .collect();
    text += &table("Body", ["Kind", "Type"], &body);
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
    text + "</div>\n</details>\n"
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
        "<details>\n<summary><code>{}</code> <span>{}</span></summary>\n\
         <div class=\"told\" id=\"{}\">\n{keys}</div>\n</details>\n",
        escape(name),
        shown(&schema["description"]),
        link_of(name),
    )
}

fn table<const N: usize>(caption: &str, heads: [&str; N], rows: &str) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    // On a narrow screen it scrolls, and whoever has only a keyboard must be able to.
    format!(
        "<div class=\"table\" role=\"group\" aria-label=\"{caption}\" tabindex=\"0\"><table>\n<caption>{caption}</caption>\n<tr>{heads}</tr>\n{rows}</table></div>\n"
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
