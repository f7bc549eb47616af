//! Where a program is.

use std::env;
use std::path::{Path, PathBuf};

/// The whole path of a program: some take no bare names.
pub(super) fn on_path(program: &Path) -> Option<PathBuf> {
    if program.components().count() > 1 {
        return program.is_file().then(|| program.to_path_buf());
    }
    let name = format!("{}{}", program.display(), env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|directory| directory.join(&name))
        .find(|candidate| candidate.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_named_by_its_whole_path() {
        let cargo = on_path(Path::new("cargo"));
        assert!(cargo.is_some_and(|path| path.is_absolute() && path.is_file()));
        assert_eq!(on_path(Path::new("no-such-program-anywhere")), None);
        assert_eq!(on_path(Path::new("/no/such/program")), None);
    }
}
