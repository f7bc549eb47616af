//! The app's CSS: many small files to write, two to load, because a first visit needs only a part.

use std::cmp::Ordering;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::workspace::Workspace;

/// These come first, because everything else builds on them; the rest is in alphabetical order.
const FIRST: [&str; 2] = ["tokens.css", "base.css"];
/// Comes last: what paper needs overrules what screens need.
const LAST: &str = "print.css";

/// What the app's chunks show; src/ui/later_styles.rs fetches it with the first of them.
pub(crate) const LATER: &str = "later.css";

/// Joins `style/*.css` into the file that index.html links, and `style/later/*.css` into the one for chunks.
pub(crate) fn join(workspace: &Workspace) -> Result<(), Error> {
    let folder = workspace.root.join("style");
    write_below(&workspace.generated("site/guidepost.css"), &joined(&folder)?)?;
    let later = workspace.generated("site").join(LATER);
    write_below(&later, &joined(&folder.join("later"))?)
}

fn joined(folder: &Path) -> Result<String, Error> {
    let mut joined = String::new();
    for path in sheets(folder)? {
        let css = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
        joined.push_str(&css);
        // A sheet without a last line break must not swallow the first rule of the next one.
        joined.push('\n');
    }
    Ok(joined)
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
    let rank = |name| match FIRST.iter().position(|first| *first == name) {
        Some(place) => place,
        None => FIRST.len() + usize::from(name == LAST),
    };
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
    fn tokens_come_first_then_base_then_the_rest_by_name_and_print_last() {
        let mut names = ["table.css", "print.css", "base.css", "chip.css", "tokens.css", "a.css"];
        names.sort_by(|a, b| in_order(a, b));
        let ordered = ["tokens.css", "base.css", "a.css", "chip.css", "table.css", "print.css"];
        assert_eq!(names, ordered);
    }
}
