//! Versions that Cargo.lock decides, so that they are written down once.

use std::fs;

use crate::error::Error;
use crate::workspace::Workspace;

pub(crate) fn version(workspace: &Workspace, package: &'static str) -> Result<String, Error> {
    let path = workspace.root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
    version_in(&lock, package).ok_or(Error::NotLocked(package))
}

/// Cargo writes `name` and `version` on neighbouring lines; a TOML parser would be more to compile than
/// these two lines are worth.
fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-backend"
version = "0.2.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
"#;

    #[test]
    fn the_package_of_exactly_this_name_is_read() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(LOCK, "wasm"), None);
    }
}
