//! What every handler shares: the account, the clock, and how this sandbox was asked to behave.

use std::sync::Arc;

use guidepost_model::Plan;

use crate::{
    account::Account,
    clock::Clock,
    error::StoreFailure,
    faults::Faults,
    latency::Latency,
    oauth::OauthClient,
    rate_limit::RateLimit,
    secrets::{Secrets, hex},
    switches::Switches,
};

/// How a sandbox behaves, and what it is given from outside.
#[derive(Debug, Clone)]
pub struct Settings {
    pub clock: Clock,
    /// 128 random bits, new at every start: the value of the session cookie.
    pub session: [u8; 16],
    /// 256 random bits, new at every start: what codes, tokens and delays are made from.
    pub seed: [u8; 32],
    pub plan: Plan,
    /// How it answers where Zendesk's documentation says nothing.
    pub switches: Switches,
    /// Who may ask users for access, besides the site itself.
    pub clients: Vec<OauthClient>,
    /// How long every answer takes; none wait when absent.
    pub latency: Option<Latency>,
    /// Requests a minute; any number when absent.
    pub rate_limit: Option<u32>,
    /// Faults on demand, and reset: `/sandbox/…`.
    pub faults: bool,
    /// Readable across origins, whatever the status and the credentials, and writable for every page.
    pub cors_friendly: bool,
    /// Keys of bodies that mean nothing are refused.
    pub strict: bool,
}

/// One sandbox. Clones share it.
#[derive(Clone)]
pub struct Sandbox(Arc<Inner>);

struct Inner {
    account: Account,
    settings: Settings,
    session: String,
    secrets: Secrets,
    rate_limit: Option<RateLimit>,
    faults: Faults,
}

impl Sandbox {
    pub fn new(account: Account, settings: Settings) -> Self {
        Self(Arc::new(Inner {
            account: account.switched(&settings.switches),
            session: hex(&settings.session),
            secrets: Secrets::new(settings.seed),
            rate_limit: settings.rate_limit.map(RateLimit::new),
            faults: Faults::default(),
            settings,
        }))
    }

    /// The session cookie's value: whoever sends it is signed in as the manager.
    pub fn session(&self) -> &str {
        &self.0.session
    }

    /// Writes everything into the database's one file and closes it. To be called when nobody asks any more.
    ///
    /// # Errors
    /// SQLite's reason. Nothing is lost: whoever opens the database next reads its journal.
    pub fn close(&self) -> Result<(), StoreFailure> {
        self.0.account.close().map_err(|error| StoreFailure::of(&error))
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

    pub(crate) fn switches(&self) -> &Switches {
        &self.0.settings.switches
    }

    pub(crate) fn secrets(&self) -> &Secrets {
        &self.0.secrets
    }

    pub(crate) fn rate_limit(&self) -> Option<&RateLimit> {
        self.0.rate_limit.as_ref()
    }

    pub(crate) fn faults(&self) -> &Faults {
        &self.0.faults
    }
}
