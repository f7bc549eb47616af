//! Guidepost beside the same lists on react-admin, in a browser. The other app is in tests/e2e/bench/react-admin and is
//! built here, below target/, with compressed files like the site's.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::browser;
use super::figure::Figure;
use crate::compress::{compress, files_below};
use crate::error::Error;
use crate::say;
use crate::styles::write_below;
use crate::tools;
use crate::workspace::Workspace;

const SOURCES: &str = "tests/e2e/bench/react-admin";

/// Written when everything is built: what it was built from.
const BUILT: &str = "built.txt";

/// How the figures of the first visit begin that are compared, and which app comes after it.
const PAINTED: &str = "list painted, ";
const APPS: [&str; 2] = ["Guidepost", "react-admin"];

/// Fails where something is missing that can't be installed here, before anything is measured.
pub(super) fn ensure_tools() -> Result<(), Error> {
    tools::ensure_node("the app on react-admin that Guidepost is measured beside")
}

pub(super) fn measure(workspace: &Workspace, rounds: u64) -> Result<Vec<Figure>, Error> {
    let peer = build(workspace)?;
    let figures = browser::measure(workspace, "peer", |cargo| {
        cargo.env("GUIDEPOST_PEER", peer).env("GUIDEPOST_ROUNDS", rounds.to_string());
    })?;
    Ok(with_ratios(figures))
}

/// The built app, unless it is there already.
fn build(workspace: &Workspace) -> Result<PathBuf, Error> {
    let sources = workspace.root.join(SOURCES);
    let folder = workspace.generated("bench/react-admin");
    let dist = folder.join("dist");
    let stamp = folder.join(BUILT);
    let fingerprint = fingerprint(&sources)?;
    if fs::read_to_string(&stamp).is_ok_and(|built| built == fingerprint) {
        return Ok(dist);
    }
    say::step("building an app on react-admin (half a minute, once)");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::io("deleting", &folder))?;
    }
    for source in files_below(&sources)? {
        let content = fs::read_to_string(&source).map_err(Error::io("reading", &source))?;
        write_below(&folder.join(source.strip_prefix(&sources).unwrap_or(&source)), &content)?;
    }
    tools::build_with_npm(&folder)?;
    compress(&dist)?;
    write_below(&stamp, &fingerprint)?;
    Ok(dist)
}

fn fingerprint(folder: &Path) -> Result<String, Error> {
    let mut files = files_below(folder)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        let content = fs::read(&file).map_err(Error::io("reading", &file))?;
        (file, content).hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// With the share of the other app's time that Guidepost takes, behind the last figure of each case that has both.
fn with_ratios(figures: Vec<Figure>) -> Vec<Figure> {
    let mut all = Vec::new();
    for figure in figures {
        let [ours, theirs] = APPS.map(|app| format!("{PAINTED}{app}"));
        let of_guidepost = all.iter().find(|earlier: &&Figure| {
            figure.name == theirs && earlier.name == ours && earlier.case == figure.case
        });
        let ratio = of_guidepost.map(|earlier| Figure {
            name: APPS.join(" / "),
            // A ratio of medians has no more than two digits that mean anything.
            value: (earlier.value / figure.value * 100.0).round() / 100.0,
            unit: String::new(),
            ..figure.clone()
        });
        all.push(figure);
        all.extend(ratio);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(case: &str, name: &str, value: f64, unit: &str) -> Figure {
        let [part, case, name, unit] = ["first visit", case, name, unit].map(str::to_owned);
        Figure { part, case, name, value, unit, n: 5 }
    }

    #[test]
    fn each_case_that_has_both_apps_has_their_ratio() {
        let [ours, theirs] = ["list painted, Guidepost", "list painted, react-admin"];
        let measured = [
            figure("cold", ours, 500.0, "ms"),
            figure("cold", theirs, 1500.0, "ms"),
            figure("warm", ours, 900.0, "ms"),
            figure("warm", theirs, 2000.0, "ms"),
            figure("alone", ours, 100.0, "ms"),
        ];
        let [cold, warm] = [("cold", 0.33), ("warm", 0.45)]
            .map(|(case, ratio)| figure(case, "Guidepost / react-admin", ratio, ""));
        let mut expected = measured.to_vec();
        expected.insert(4, warm);
        expected.insert(2, cold);
        assert_eq!(with_ratios(measured.to_vec()), expected);
    }

    #[test]
    fn the_app_is_built_again_when_a_source_changes() {
        let folder = std::env::temp_dir().join(format!("xtask-peer-{}", std::process::id()));
        let file = folder.join("src/main.jsx");
        let with = |text: &str| {
            write_below(&file, text).unwrap();
            fingerprint(&folder).unwrap()
        };
        let first = with("one");
        assert_ne!(with("two"), first);
        assert_eq!(with("one"), first);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn the_other_app_has_its_lock_file() {
        let sources = Workspace::find().unwrap().root.join(SOURCES);
        let read = |name: &str| {
            let text = fs::read_to_string(sources.join(name)).unwrap();
            serde_json::from_str::<serde_json::Value>(&text).unwrap()
        };
        let (manifest, lock) = (read("package.json"), read("package-lock.json"));
        let locked = &lock["packages"];
        for kind in ["dependencies", "devDependencies"] {
            assert_eq!(manifest[kind], locked[""][kind]);
            for (name, version) in manifest[kind].as_object().unwrap() {
                // An exact version, and not a range that it is in.
                assert_eq!(&locked[&format!("node_modules/{name}")]["version"], version);
            }
        }
    }
}
