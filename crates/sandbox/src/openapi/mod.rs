//! The whole API as an OpenAPI 3.1 document, and as a page to read. What each endpoint takes and answers is said in the
//! tables of this module, beside the router; the objects describe themselves, where they are made. Tests hold the
//! document against the router's routes and against real answers.

mod curl;
mod endpoint;
mod envelope;
mod guide;
mod help_center;
mod in_path;
mod memberships;
mod objects;
mod page;
mod people;
mod refusals;
mod schemas;
mod security;
mod sign_in;
mod support;
mod words;

use std::collections::BTreeSet;

use axum::{
    Extension, Json,
    extract::State,
    response::{IntoResponse, Response},
};
use utoipa::openapi::{
    ComponentsBuilder, Info, OpenApi, OpenApiBuilder, PathsBuilder, Server, tag::TagBuilder,
};

use crate::{
    account::ExampleIds,
    address::{Address, OriginalPath},
    error::ApiError,
    sandbox::Sandbox,
};

const ABOUT: &str = "A stand-in for a Zendesk account's help center permissions. No document of Zendesk's: it says what \
                     the sandbox answers. Every path works with `.json` too, and an id may be followed by a slug. A help center is that of the brand whose \
                     subdomain is the host's first label, or of the account's first brand.";

/// The document where the path ends with `.json`, and else the page.
pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Extension(OriginalPath(path)): Extension<OriginalPath>,
    address: Address,
) -> Result<Response, ApiError> {
    let ids = sandbox.account().read(ExampleIds::read)?;
    let document = document(sandbox.settings().faults, &ids);
    Ok(if path.ends_with(".json") {
        Json(document).into_response()
    } else {
        page::of(&document, &address.origin.to_string())
    })
}

/// What a sandbox has, with the endpoints for tests or without them.
fn document(faults: bool, ids: &ExampleIds) -> OpenApi {
    let mut endpoints = help_center::endpoints();
    endpoints.extend(guide::endpoints());
    endpoints.extend(people::endpoints());
    endpoints.extend(memberships::endpoints());
    endpoints.extend(support::endpoints());
    endpoints.extend(sign_in::endpoints());
    endpoints.extend(support::about());
    if faults {
        endpoints.extend(support::for_tests());
    }
    let (mut paths, mut components) = (PathsBuilder::new().build(), ComponentsBuilder::new());
    let (mut groups, mut scopes) = (Vec::new(), BTreeSet::new());
    for endpoint in endpoints {
        let (method, path) = (endpoint.method.clone(), endpoint.path);
        if !groups.contains(&endpoint.group) {
            groups.push(endpoint.group);
        }
        let (operation, schemas) = endpoint.finish(&mut scopes, ids);
        paths.add_path_operation(path, vec![method], operation);
        components = components.schemas_from_iter(schemas);
    }
    components = refusals::add(components);
    components = security::add(components, &scopes);
    OpenApiBuilder::new()
        .info({
            let mut info = Info::new("Guidepost sandbox", env!("CARGO_PKG_VERSION"));
            info.description = Some(ABOUT.to_owned());
            info
        })
        .servers(Some([Server::new("/")]))
        .tags(Some(groups.into_iter().map(|group| TagBuilder::new().name(group).build())))
        .paths(paths)
        .components(Some(components.build()))
        .build()
}
