//! The account's plan, and what permission groups can do on it.

use std::{fmt, str::FromStr};

/// A Guide plan. Zendesk has no endpoint that tells which one an account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Plan {
    /// Permission groups grant edit and publish, each on its own.
    #[default]
    Enterprise,
    /// Permission groups grant publish, and edit follows it.
    Professional,
    /// Permission groups can't be created or changed; those that exist go on granting publish. Staff segments can't be
    /// applied to content.
    Lite,
}

impl Plan {
    const ALL: [Self; 3] = [Self::Enterprise, Self::Professional, Self::Lite];

    /// Its name on the command line and in `guidepost.json`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Professional => "professional",
            Self::Lite => "lite",
        }
    }

    /// What people call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Enterprise => "Enterprise",
            Self::Professional => "Professional",
            Self::Lite => "Lite",
        }
    }

    /// True when edit is granted by itself, and not only together with publish.
    pub const fn grants_edit(self) -> bool {
        matches!(self, Self::Enterprise)
    }

    /// True when permission groups can be created and changed.
    pub const fn changes_permission_groups(self) -> bool {
        !matches!(self, Self::Lite)
    }
}

impl FromStr for Plan {
    type Err = UnknownPlan;

    fn from_str(name: &str) -> Result<Self, UnknownPlan> {
        Self::ALL.into_iter().find(|plan| plan.as_str() == name).ok_or(UnknownPlan)
    }
}

/// The text names no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPlan;

impl fmt::Display for UnknownPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plan is enterprise, professional or lite")
    }
}

impl std::error::Error for UnknownPlan {}
