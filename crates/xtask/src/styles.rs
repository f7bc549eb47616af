//! The app's CSS: many small files to write, one to load.

use std::cmp::Ordering;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::workspace::Workspace;

/// These come first, because everything else builds on them; the rest is in alphabetical order.
const FIRST: [&str; 2] = ["tokens.css", "base.css"];

/// Joins `style/*.css` into the one file that index.html links.
pub(crate) fn join(workspace: &Workspace) -> Result<(), Error> {
    let folder = workspace.root.join("style");
    let mut joined = String::new();
    for path in sheets(&folder)? {
        let css = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
        joined.push_str(&css);
        // A sheet without a last line break must not swallow the first rule of the next one.
        joined.push('\n');
    }
    let target = workspace.generated("site/guidepost.css");
    write_below(&target, &joined)
}

fn sheets(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::io("reading", folder))? {
        let name = entry.map_err(Error::io("reading", folder))?.file_name();
        let name = name.to_string_lossy().into_owned();
        if name.ends_with(".css") {
            names.push(name);
        }
    }
    names.sort_by(|a, b| in_order(a, b));
    Ok(names.into_iter().map(|name| folder.join(name)).collect())
}

fn in_order(a: &str, b: &str) -> Ordering {
    let rank = |name| FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
    rank(a).cmp(&rank(b)).then_with(|| a.cmp(b))
}

/// Writes a generated file and the folders above it.
pub(crate) fn write_below(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::io("making", folder))?;
    }
    fs::write(path, text).map_err(Error::io("writing", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_first_then_base_then_the_rest_by_name() {
        let mut names = ["table.css", "base.css", "chip.css", "tokens.css", "a.css"];
        names.sort_by(|a, b| in_order(a, b));
        assert_eq!(names, ["tokens.css", "base.css", "a.css", "chip.css", "table.css"]);
    }
}
