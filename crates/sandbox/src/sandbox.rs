//! What every handler shares: the account, the clock, and how this sandbox was asked to behave.

use std::{fmt, str::FromStr, sync::Arc};

use crate::{account::Account, clock::Clock, faults::Faults};

/// The account's plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Plan {
    #[default]
    Enterprise,
    Professional,
    /// Staff segments cannot be applied to content.
    Lite,
}

impl Plan {
    /// Its name on the command line and in `guidepost.json`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Professional => "professional",
            Self::Lite => "lite",
        }
    }
}

impl FromStr for Plan {
    type Err = UnknownPlan;

    fn from_str(name: &str) -> Result<Self, UnknownPlan> {
        [Self::Enterprise, Self::Professional, Self::Lite]
            .into_iter()
            .find(|plan| plan.as_str() == name)
            .ok_or(UnknownPlan)
    }
}

/// The text names no plan.
#[derive(Debug)]
pub struct UnknownPlan;

impl fmt::Display for UnknownPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plan is enterprise, professional or lite")
    }
}

impl std::error::Error for UnknownPlan {}

/// How a sandbox behaves, and what it is given from outside.
#[derive(Debug, Clone)]
pub struct Settings {
    pub clock: Clock,
    /// 128 random bits, new at every start: the value of the session cookie.
    pub session: [u8; 16],
    pub plan: Plan,
    /// Faults on demand, and reset: `/sandbox/…`.
    pub faults: bool,
    /// Readable across origins, whatever the status and the credentials.
    pub cors_friendly: bool,
}

/// One sandbox. Clones share it.
#[derive(Clone)]
pub struct Sandbox(Arc<Inner>);

struct Inner {
    account: Account,
    settings: Settings,
    session: String,
    faults: Faults,
}

impl Sandbox {
    pub fn new(account: Account, settings: Settings) -> Self {
        let session = settings.session.iter().map(|byte| format!("{byte:02x}")).collect();
        Self(Arc::new(Inner { account, settings, session, faults: Faults::default() }))
    }

    /// The session cookie's value: whoever sends it is signed in as the manager.
    pub fn session(&self) -> &str {
        &self.0.session
    }

    pub(crate) fn account(&self) -> &Account {
        &self.0.account
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.0.settings.clock
    }

    pub(crate) fn faults(&self) -> &Faults {
        &self.0.faults
    }
}
