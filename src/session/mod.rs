//! Who is signed in to which account.

use guidepost_model::{ApiError, ErrorKind, Plan, User};
use leptos::{ev, prelude::*};
use serde::Deserialize;

use crate::{
    api::{Client, Failure, Method, Transport},
    ui::{forget_when_gone, on_window, shared, spawn_for_app},
};

/// What the site says about the account it belongs to (`guidepost.json`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Account {
    /// `sandbox` when the account is a made-up one.
    pub mode: Option<String>,
    /// The account's name.
    pub account: Option<String>,
    /// The account's plan.
    pub plan: Option<String>,
    /// A sandbox that can be brought back to its first day.
    pub resets: bool,
}

/// Shared by the whole app, from the root.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    client: StoredValue<Client>,
    /// The app's: what is made later for the whole app lives as long as it.
    owner: StoredValue<Owner>,
    /// The account, once it is known.
    pub account: RwSignal<Account>,
    /// The signed-in user, once known; or why that could not be found out.
    pub user: RwSignal<Option<Result<User, Failure>>>,
    /// True once an answer showed that the user is a help center manager.
    pub is_manager: RwSignal<Option<bool>>,
    /// The person closed the dialog in which they sign in again.
    pub sign_in_put_off: RwSignal<bool>,
    /// Counts the times that the connection came back or someone signed in again. What failed for lack of either tries
    /// again when it changes.
    pub recovered: RwSignal<u32>,
}

impl Session {
    /// A session that sends through `transport`; asks at once who is signed in.
    pub fn start(transport: Transport) -> Self {
        let session = Self {
            client: StoredValue::new(Client::new(transport)),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            account: RwSignal::new(Account::default()),
            user: RwSignal::new(None),
            is_manager: RwSignal::new(None),
            sign_in_put_off: RwSignal::new(false),
            recovered: RwSignal::new(0),
        };
        session.load();
        on_window(ev::online, move |_| session.recover());
        session
    }

    /// The session of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// Makes something for the whole app, or finds it there.
    pub fn in_app<R>(self, make: impl FnOnce() -> R) -> R {
        self.owner.with_value(|owner| owner.with(make))
    }

    /// The client for requests to the account.
    pub fn client(self) -> Client {
        self.client.get_value()
    }

    /// The account's plan. Where it is not known it counts as the one that can do most: what the account refuses, it
    /// says. Tracks.
    pub fn plan(self) -> Plan {
        forget_when_gone(self.account);
        self.account.with(|account| {
            account.plan.as_deref().and_then(|plan| plan.parse().ok()).unwrap_or_default()
        })
    }

    /// Set when the account says that nobody is signed in.
    pub fn signed_out(self) -> RwSignal<bool> {
        self.client.with_value(|client| client.signed_out)
    }

    fn load(self) {
        let client = self.client();
        spawn_for_app(async move {
            // Without the file the app still works; it only can't tell the account's name.
            if let Ok(account) = client.account().await {
                self.account.try_set(account);
            }
        });
        self.load_user();
    }

    fn load_user(self) {
        let client = self.client();
        spawn_for_app(async move {
            let user = client.me().await;
            self.user.try_set(Some(user));
        });
    }

    fn recover(self) {
        if self.user.with_untracked(|user| matches!(user, Some(Err(_)))) {
            self.load_user();
        }
        self.recovered.try_update(|count| *count += 1);
    }

    /// Whose drafts these are: the signed-in user of this account. `None` while that is not known. Tracks.
    pub fn draft_owner(self) -> Option<String> {
        // Also asked for by what ends after the app is gone.
        let user = self.user.try_with(|user| user.as_ref()?.as_ref().ok()?.id)??;
        let origin = self.client.try_with_value(Client::origin)?;
        let host = origin.split_once("://").map_or(&*origin, |(_, host)| host).to_owned();
        Some(format!("{host}/{user}"))
    }

    /// Signs in again after the session ended: the site hands out a new session with its page.
    ///
    /// # Errors
    /// When the site can't be reached, or the account still says that nobody is signed in.
    pub async fn renew(self) -> Result<(), Failure> {
        let client = self.client();
        client.visit_site().await?;
        let user = client.me().await?;
        // Asked without credentials, Zendesk answers with a user that has no id.
        let signed_in = user.id.is_some();
        self.user.try_set(Some(Ok(user)));
        if !signed_in {
            return Err(Failure::Refused(ApiError::read(401, "")));
        }
        client.signed_out.try_set(false);
        self.recover();
        Ok(())
    }

    /// Learns from an answer of a managers' endpoint what the signed-in user may do.
    pub fn learn(self, outcome: Result<(), &Failure>) {
        match outcome {
            Ok(()) => {
                self.is_manager.try_set(Some(true));
            }
            Err(failure) if failure.kind() == Some(ErrorKind::Forbidden) => {
                self.is_manager.try_set(Some(false));
            }
            Err(_) => {}
        }
    }
}

impl Client {
    async fn account(&self) -> Result<Account, Failure> {
        self.get("/guidepost.json").await
    }

    async fn visit_site(&self) -> Result<(), Failure> {
        self.send(Method::Get, "/".into(), None).await.map(|_| ())
    }
}
