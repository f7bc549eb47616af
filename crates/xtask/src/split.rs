//! Cuts the linked app into what a first visit loads and the chunks that wait (src/chunks.rs).
//!
//! That has to happen between the linker and wasm-bindgen, and Trunk runs both without a hook between them. But it
//! takes wasm-bindgen from the PATH: there it finds this very program under that name, which splits the app and then
//! runs the real wasm-bindgen on the main part.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_split_cli_support::{Options, transform};

use crate::command;
use crate::error::Error;
use crate::glue;
use crate::workspace::Workspace;

/// The script that loads the chunks, beside the app's own script.
pub(crate) const LOADER: &str = "chunks.js";
/// The app's own script, by the name that the loader imports.
pub(crate) const SCRIPT: &str = "guidepost.js";

const WASM_BINDGEN: &str = "wasm-bindgen";
/// Where the chunks go.
const CHUNKS: &str = "GUIDEPOST_CHUNKS";
/// The PATH on which the real wasm-bindgen is.
const TOOLS: &str = "GUIDEPOST_TOOLS_PATH";

/// The chunks of the last build, and the script that loads them.
pub(crate) fn chunks(workspace: &Workspace) -> PathBuf {
    workspace.target.join("site-chunks")
}

/// Makes `trunk`, which would find its tools on `tools`, find this program as its wasm-bindgen.
pub(crate) fn stand_in(
    workspace: &Workspace,
    trunk: &mut Command,
    tools: &OsStr,
) -> Result<(), Error> {
    let folder = workspace.target.join("site-tools");
    let name = format!("{WASM_BINDGEN}{}", env::consts::EXE_SUFFIX);
    install(&folder, &name).map_err(Error::io("writing", &folder.join(name)))?;
    let chunks = chunks(workspace);
    if chunks.exists() {
        fs::remove_dir_all(&chunks).map_err(Error::io("deleting", &chunks))?;
    }
    let path = env::join_paths([folder].into_iter().chain(env::split_paths(tools)))
        .unwrap_or_else(|_| tools.to_owned());
    trunk.env("PATH", path).env(TOOLS, tools).env(CHUNKS, chunks);
    Ok(())
}

fn install(folder: &Path, name: &str) -> std::io::Result<()> {
    let this = env::current_exe()?;
    let there = folder.join(name);
    fs::create_dir_all(folder)?;
    if there.exists() {
        fs::remove_file(&there)?;
    }
    // A link costs nothing; where there are none, or only within another disk, a copy does.
    fs::hard_link(&this, &there).or_else(|_| fs::copy(&this, &there).map(|_| ()))
}

/// Whether Trunk started this program as its wasm-bindgen.
pub(crate) fn stands_in() -> bool {
    let name = env::args_os().next();
    name.is_some_and(|name| Path::new(&name).file_stem() == Some(WASM_BINDGEN.as_ref()))
}

/// What Trunk asked wasm-bindgen to do, on the main part of the app.
pub(crate) fn run_as_wasm_bindgen() -> Result<(), Error> {
    let mut args = env::args_os().skip(1).collect::<Vec<_>>();
    if let Some(linked) = wasm_among(&mut args)
        && let Some(chunks) = env::var_os(CHUNKS).map(PathBuf::from)
    {
        let main = chunks.with_extension("main.wasm");
        split(Path::new(linked), &chunks, &main)?;
        *linked = main.into_os_string();
        // The chunks refer to what the main part exports, by the names the linker gave.
        args.extend(["--keep-lld-exports", "--no-demangle"].map(OsString::from));
    }
    let mut wasm_bindgen = Command::new(WASM_BINDGEN);
    if let Some(tools) = env::var_os(TOOLS) {
        wasm_bindgen.env("PATH", tools);
    }
    command::run(wasm_bindgen.args(&args))?;
    match (option(&args, "--out-dir="), option(&args, "--out-name=")) {
        (Some(folder), Some(name)) => {
            let folder = Path::new(folder);
            glue::shrink(
                &folder.join(format!("{name}.js")),
                &folder.join(format!("{name}_bg.wasm")),
            )
        }
        _ => Ok(()),
    }
}

/// What is given to one of wasm-bindgen's options.
fn option<'a>(args: &'a [OsString], option: &str) -> Option<&'a str> {
    args.iter().find_map(|arg| arg.to_str()?.strip_prefix(option))
}

/// The file that wasm-bindgen is to work on; none when it is only asked for its version.
fn wasm_among(args: &mut [OsString]) -> Option<&mut OsString> {
    args.iter_mut().find(|arg| {
        Path::new(arg).extension() == Some("wasm".as_ref())
            && !arg.as_encoded_bytes().starts_with(b"-")
    })
}

fn split(linked: &Path, chunks: &Path, main: &Path) -> Result<(), Error> {
    let input = fs::read(linked).map_err(Error::io("reading", linked))?;
    let loader = format!("./{LOADER}");
    let script = format!("./{SCRIPT}");
    let mut options = Options::new(&input);
    options.output_dir = chunks;
    options.main_out_path = main;
    options.link_name = &loader;
    options.main_module = &script;
    transform(options).map_err(|report| Error::Split(format!("{report:#}")))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_is_found_among_what_trunk_gives_to_wasm_bindgen() {
        let args = |args: &[&str]| args.iter().map(OsString::from).collect::<Vec<_>>();
        let mut build =
            args(&["--target=web", "--out-name=a", "--x=b.wasm", "/t/a.wasm", "--no-typescript"]);
        assert_eq!(wasm_among(&mut build).unwrap(), "/t/a.wasm");
        assert_eq!(wasm_among(&mut args(&["--version"])), None);
    }
}
