//! Trunk, which builds the browser app.

use super::crates::CrateTool;
use super::version::Version;

/// 0.22 needs a newer compiler than the workspace's `rust-version`.
const VERSION: [u32; 3] = [0, 21, 14];

pub(crate) fn wanted() -> CrateTool {
    CrateTool {
        package: "trunk",
        program: "trunk",
        version: Version(VERSION.to_vec()),
        fits: |found, wanted| found.0.get(..2) == wanted.0.get(..2) && found >= wanted,
        // Its dependencies have moved on since, not all of them compatibly.
        locked: true,
        // TLS and the update check serve only downloads, and every tool is there before Trunk runs.
        default_features: false,
        opt_level: "0",
        takes: "2 to 5 minutes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_later_patch_of_the_same_minor_version_will_do() {
        let CrateTool { fits, version, .. } = wanted();
        assert!(fits(&Version(vec![0, 21, 14]), &version));
        assert!(fits(&Version(vec![0, 21, 20]), &version));
        assert!(!fits(&Version(vec![0, 21, 9]), &version));
        assert!(!fits(&Version(vec![0, 22, 1]), &version));
    }
}
