//! docs/sandbox.md tells of every endpoint what it is taken from and what tests it: held against the routes, the OpenAPI
//! document and the tests that there are.

use std::{collections::BTreeSet, path::Path};

use crate::{openapi::document, routes::endpoints, support::TestSandbox};

const TOLD: &str = include_str!("../../../../docs/sandbox.md");

/// Where the files are that the last column names.
const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/api");

/// What the table writes for `hc`.
const HELP_CENTER: &str = "/api/v2/help_center/";

/// A line of the table.
struct Row {
    /// Paths with their methods.
    operations: Vec<(String, String)>,
    /// Absent in the table of what only the sandbox has.
    who: Option<char>,
    source: Option<&'static str>,
    tests: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    let lines = TOLD.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix('|'));
    lines.filter_map(row).collect()
}

/// `None` for a line of another table.
fn row(line: &'static str) -> Option<Row> {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    let (methods, paths) = cells[0].split_once(" `")?;
    let methods: Vec<&str> = methods.split(", ").collect();
    if !methods.iter().all(|method| ["GET", "POST", "PUT", "DELETE"].contains(method)) {
        return None;
    }
    let paths = paths.split('`').step_by(2).filter(|path| !path.is_empty()).map(whole);
    let operations = paths
        .flat_map(|path| methods.iter().map(move |method| (path.clone(), method.to_lowercase())));
    let conformance = cells.len() == 5;
    Some(Row {
        operations: operations.collect(),
        who: cells[1].chars().next(),
        source: conformance.then(|| cells[3]),
        tests: quoted(cells[if conformance { 4 } else { 2 }]).collect(),
    })
}

/// With the prefix that the table leaves out, and without the suffix that every path takes.
fn whole(path: &str) -> String {
    let path = path.strip_suffix(".json").unwrap_or(path);
    path.strip_prefix("hc/").map_or_else(|| path.to_owned(), |rest| format!("{HELP_CENTER}{rest}"))
}

/// What stands between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn every_endpoint_is_in_the_table_and_nothing_else_is() {
    let rows = rows();
    let told = rows.iter().flat_map(|row| &row.operations);
    let told: BTreeSet<_> = told.map(|(path, method)| (path.clone(), method.as_str())).collect();
    let routed = endpoints();
    let missing: Vec<_> = routed.difference(&told).collect();
    let invented: Vec<_> = told.difference(&routed).collect();
    assert!(
        missing.is_empty() && invented.is_empty(),
        "missing {missing:?}, invented {invented:?}"
    );
}

#[test]
fn every_endpoint_has_a_source_and_a_test_that_there_is() {
    let rows = rows();
    assert!(rows.len() > 60, "{}", rows.len());
    for Row { operations, source, tests, .. } in rows {
        let sources = source.unwrap_or("a").split([' ', ',']).filter(|source| !source.is_empty());
        assert!(sources.clone().next().is_some(), "{operations:?} comes from nowhere");
        for source in sources {
            assert!(["D", "R", "a", "in", "part"].contains(&source), "{operations:?}: {source}");
        }
        assert!(!tests.is_empty(), "{operations:?} has no test");
        for test in tests {
            assert!(Path::new(TESTS).join(test).exists(), "{operations:?}: there is no {test}");
        }
    }
}

#[tokio::test]
async fn the_table_and_the_openapi_document_say_the_same_of_who_may_ask() {
    let document = document(&TestSandbox::with_faults()).await;
    for row in rows() {
        let words = match row.who {
            Some('M') => "help center managers",
            Some('A') => "agents and help center managers",
            Some('S') => "everyone who is signed in",
            Some('E') => "everyone, signed in or not",
            Some('O') => "everyone; credentials are not read",
            other => panic!("{:?}: {other:?}", row.operations),
        };
        for (path, method) in row.operations {
            assert_eq!(document["paths"][&path][&method]["x-who"], words, "{method} {path}");
        }
    }
}
