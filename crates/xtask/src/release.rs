//! The app's files in one folder of dist/ that is named after all that is in it: they fit together only as they were
//! built, so a page, however old, must never load some of one build and some of another.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::compress::files_below;
use crate::error::Error;
use crate::function_order;
use crate::split::{self, LOADER, SCRIPT};
use crate::styles::LATER;
use crate::tools::SiteTools;
use crate::workspace::Workspace;

const ASSETS: &str = "assets";
const WASM: &str = "guidepost_bg.wasm";

/// As index.html has it for the main part.
const WASM_OPT: [&str; 3] =
    ["-Os", "--low-memory-unused", "--one-caller-inline-max-function-size=20"];

/// Moves what Trunk built and what was split off into their folder, and tells the page.
pub(crate) fn assemble(workspace: &Workspace, tools: &SiteTools) -> Result<(), Error> {
    let chunks = split::chunks(workspace);
    if let Some(wasm_opt) = &tools.wasm_opt {
        for chunk in wasm_in(&chunks)? {
            let mut wasm_opt = Command::new(wasm_opt);
            wasm_opt.args(WASM_OPT).arg(&chunk).arg("--output").arg(&chunk);
            // It warns of a kind of name that it does not know.
            command::run_quietly(&mut wasm_opt)?;
        }
    }
    let assets = workspace.dist().join(ASSETS);
    let wasm = wasm_in(&assets)?.pop().ok_or_else(|| Error::Page("has no app".to_owned()))?;
    for file in wasm_in(&chunks)?.iter().chain([&wasm]) {
        let built = fs::read(file).map_err(Error::io("reading", file))?;
        let ordered = function_order::with_similar_functions_together(&built)?;
        fs::write(file, ordered).map_err(Error::io("writing", file))?;
    }
    let script = script_of(&wasm);

    let later = assets.join(LATER);
    let mut files = vec![
        (wasm.clone(), WASM.to_owned()),
        (script.clone(), SCRIPT.to_owned()),
        (later.clone(), LATER.to_owned()),
    ];
    for chunk in files_below(&chunks)? {
        let name = name_of(&chunk);
        files.push((chunk, name));
    }
    files.sort_by(|(_, a), (_, b)| a.cmp(b));
    let folder = format!("app-{:016x}", hash(&files)?);
    let release = assets.join(&folder);
    fs::create_dir_all(&release).map_err(Error::io("making", &release))?;
    for (from, name) in &files {
        let to = release.join(name);
        fs::copy(from, &to).map_err(Error::io("writing", &to))?;
    }
    for moved in [&wasm, &script, &later] {
        fs::remove_file(moved).map_err(Error::io("deleting", moved))?;
    }

    let path = workspace.dist().join("index.html");
    let page = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
    let page = retold(&page, &[(&name_of(&wasm), WASM), (&name_of(&script), SCRIPT)], &folder);
    fs::write(&path, page).map_err(Error::io("writing", &path))
}

/// The page with the app's files where they are now, and with the loader fetched beside the script that imports it.
fn retold(page: &str, names: &[(&str, &str)], folder: &str) -> String {
    let page = names.iter().fold(page.to_owned(), |page, (before, now)| {
        page.replace(&format!("/{ASSETS}/{before}"), &format!("/{ASSETS}/{folder}/{now}"))
    });
    let loader = format!("<link crossorigin href=/{ASSETS}/{folder}/{LOADER} rel=modulepreload>");
    page.replacen("</head>", &format!("{loader}</head>"), 1)
}

fn hash(files: &[(PathBuf, String)]) -> Result<u64, Error> {
    let mut hasher = DefaultHasher::new();
    for (path, name) in files {
        let content = fs::read(path).map_err(Error::io("reading", path))?;
        (name, content).hash(&mut hasher);
    }
    Ok(hasher.finish())
}

fn wasm_in(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = files_below(folder)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    Ok(files)
}

/// wasm-bindgen's script for a wasm: `app.js` for `app_bg.wasm`.
fn script_of(wasm: &Path) -> PathBuf {
    let stem = wasm.file_stem().unwrap_or_default().to_string_lossy();
    wasm.with_file_name(format!("{}.js", stem.strip_suffix("_bg").unwrap_or(&stem)))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_apps_files_where_they_are_now() {
        let page = "<head><link href=/assets/g-1f.css><meta content=/assets/g-2e.js \
                    data-wasm=/assets/g-2e_bg.wasm></head>";
        let names = [("g-2e_bg.wasm", WASM), ("g-2e.js", SCRIPT)];
        assert_eq!(
            retold(page, &names, "app-3d"),
            "<head><link href=/assets/g-1f.css><meta content=/assets/app-3d/guidepost.js \
             data-wasm=/assets/app-3d/guidepost_bg.wasm>\
             <link crossorigin href=/assets/app-3d/chunks.js rel=modulepreload></head>"
        );
    }

    #[test]
    fn a_script_is_named_like_its_wasm() {
        assert_eq!(script_of(Path::new("a/g-2e_bg.wasm")), Path::new("a/g-2e.js"));
    }
}
