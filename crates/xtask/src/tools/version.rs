//! Version numbers as programs print them.

use std::fmt;
use std::path::Path;
use std::process::Command;

use crate::command;

/// As many numbers as were printed: `132`, `0.21.14`, `156.0.8078.73`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub(crate) Vec<u32>);

impl Version {
    /// The first word of the text that starts like a version.
    pub(crate) fn first_in(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(|word| {
            let word = word.strip_prefix('v').unwrap_or(word);
            let plain = word.split(|c: char| c != '.' && !c.is_ascii_digit());
            let parts = plain.take(1).flat_map(|number| number.split('.'));
            let numbers = parts.map_while(|part| part.parse().ok()).collect::<Vec<_>>();
            (!numbers.is_empty()).then_some(Self(numbers))
        })
    }

    /// What `PROGRAM --version` says; nothing when there is no such program.
    pub(crate) fn of(program: &Path) -> Option<Self> {
        let printed = command::output(Command::new(program).arg("--version"))?;
        Self::first_in(&printed)
    }

    pub(crate) fn major(&self) -> Option<u32> {
        self.0.first().copied()
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = self.0.iter().map(u32::to_string).collect::<Vec<_>>();
        f.write_str(&numbers.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_in_what_each_tool_prints() {
        for (printed, expected) in [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-bindgen 0.2.130 (4a5b6c7d8)", "0.2.130"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("Chromium 156.0.8078.73 built on Debian", "156.0.8078.73"),
            ("ChromeDriver 156.0.8078.73 (4f3a-refs/heads@{#12})", "156.0.8078.73"),
            ("Google Chrome 140.0.7339.80 beta", "140.0.7339.80"),
            ("tool 1.2-rc.3", "1.2"),
            ("v20.20.2\n", "20.20.2"),
        ] {
            let found = Version::first_in(printed).map(|version| version.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{printed}");
        }
        assert_eq!(Version::first_in("command not found"), None);
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(Version(vec![0, 2, 130]) > Version(vec![0, 2, 99]));
        assert!(Version(vec![132]) > Version(vec![108]));
    }
}
