//! What every handler shares: the account, the clock, and how this sandbox was asked to behave.

use std::sync::Arc;

use guidepost_model::Plan;

use crate::{account::Account, clock::Clock, faults::Faults};

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
