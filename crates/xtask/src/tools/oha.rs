//! oha, which asks a server for the same things over and over and tells how soon it answered.

use super::crates::CrateTool;
use super::version::Version;

const VERSION: [u32; 3] = [1, 16, 0];

pub(crate) fn wanted() -> CrateTool {
    CrateTool {
        package: "oha",
        program: "oha",
        version: Version(VERSION.to_vec()),
        fits: |found, wanted| found.major() == wanted.major() && found >= wanted,
        locked: true,
        // TLS is not needed here, but 1.16.0 does not compile without it.
        default_features: true,
        // It has the same cores as the server that it measures, so what it needs is missing there.
        opt_level: "1",
        takes: "3 to 8 minutes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_later_version_will_do_whose_output_is_the_same() {
        let CrateTool { fits, version, .. } = wanted();
        assert!(fits(&Version(vec![1, 16, 0]), &version));
        assert!(fits(&Version(vec![1, 20, 3]), &version));
        assert!(!fits(&Version(vec![1, 15, 9]), &version));
        assert!(!fits(&Version(vec![2, 0, 0]), &version));
    }
}
