//! Every route that the sandbox has, read from its one page of them: a route that is added is tested by what goes through
//! all of them.

use std::collections::BTreeSet;

const ROUTER: &str = include_str!("../../src/router.rs");

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Whole paths, with their `{parameters}`.
pub fn routes() -> Vec<String> {
    operations().into_iter().map(|(path, _)| path).collect()
}

/// Whole paths, with the methods of each.
fn operations() -> Vec<(String, Vec<&'static str>)> {
    let code: Vec<&str> = ROUTER.lines().filter(|line| !line.trim().starts_with("//")).collect();
    let code = code.join("\n");
    let mut routes = Vec::new();
    for statement in code.split("    let ") {
        let name = statement.split(' ').next().unwrap_or_default();
        let prefix = prefix_of(name, &code);
        routes.extend(statement.split(".route(").skip(1).filter_map(|route| {
            let methods =
                METHODS.into_iter().filter(|method| route.contains(&format!("{method}(")));
            Some((format!("{prefix}{}", route.split('"').nth(1)?), methods.collect()))
        }));
    }
    routes
}

/// Every path with each of its methods.
pub fn endpoints() -> BTreeSet<(String, &'static str)> {
    operations()
        .into_iter()
        .flat_map(|(path, methods)| methods.into_iter().map(move |method| (path.clone(), method)))
        .collect()
}

/// Where the routes of this name are nested.
fn prefix_of<'a>(name: &str, code: &'a str) -> &'a str {
    let nested = format!(", {name})");
    let mut nests = code.lines().filter(|line| line.contains(".nest(") && line.contains(&nested));
    nests.next().and_then(|line| texts_after(line, ".nest(").next()).unwrap_or("")
}

/// The texts in quotation marks that come first after each `call`.
fn texts_after<'a>(code: &'a str, call: &'a str) -> impl Iterator<Item = &'a str> {
    code.split(call).skip(1).filter_map(|rest| rest.split('"').nth(1))
}

#[test]
fn the_list_is_the_routers() {
    let routes = routes();
    for path in [
        "/api/v2/help_center/user_segments",
        "/api/v2/help_center/user_segments/{id}/topics",
        "/api/v2/help_center/{locale}/articles",
        "/api/v2/guide/permission_groups/{id}",
        "/api/v2/users/me",
        "/api/v2/oauth/tokens/current",
        "/oauth/tokens",
        "/sandbox/reset",
    ] {
        assert!(routes.iter().any(|route| route == path), "{path} in {routes:?}");
    }
    assert_eq!(routes.len(), ROUTER.matches(".route(").count());
}
