//! Names for ids. Screens ask for what they show; unknown ids are collected for a moment and fetched together,
//! up to a hundred in a request.

use std::collections::{HashMap, HashSet};

use gloo_timers::future::TimeoutFuture;
use guidepost_model::{
    AnyId, Group, GroupId, Item, Organization, OrganizationId, User, UserId, limits,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{api::Failure, session::Session};

/// Milliseconds during which ids are collected before they are asked for.
const COLLECT: u32 = 15;

/// What is known of an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// It is being looked up.
    Loading,
    /// Its name, and the email if it is a person.
    Known(String, Option<String>),
    /// It no longer exists.
    Missing,
}

impl Name {
    fn known(&self) -> Option<&str> {
        match self {
            Self::Known(name, _) => Some(name),
            Self::Loading | Self::Missing => None,
        }
    }
}

#[derive(Debug, Default)]
struct Table {
    groups: Option<HashMap<GroupId, Name>>,
    organizations: HashMap<OrganizationId, Name>,
    users: HashMap<UserId, Name>,
}

#[derive(Debug, Default)]
struct Wanted {
    organizations: HashSet<OrganizationId>,
    users: HashSet<UserId>,
    scheduled: bool,
    groups_asked: bool,
}

/// The names of everything that rules refer to.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    session: Session,
    table: RwSignal<Table>,
    wanted: StoredValue<Wanted>,
}

impl Names {
    /// An empty table.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            table: RwSignal::new(Table::default()),
            wanted: StoredValue::new(Wanted::default()),
        }
    }

    /// The names of the app around this component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// What an item is called; asks for it if that is not known. Tracks, so the caller runs again when it is.
    pub fn of(self, item: &Item) -> Name {
        let known = self.table.with(|table| match item {
            Item::Tag(tag) => Some(Name::Known(tag.clone(), None)),
            Item::Group(id) => {
                table.groups.as_ref().map(|groups| groups.get(id).cloned().unwrap_or(Name::Missing))
            }
            Item::Organization(id) => table.organizations.get(id).cloned(),
            Item::User(id) => table.users.get(id).cloned(),
        });
        known.unwrap_or_else(|| {
            self.want([item]);
            Name::Loading
        })
    }

    /// What an item is called, as plain text.
    pub fn text(self, item: &Item) -> String {
        match self.of(item) {
            Name::Known(name, _) => name,
            Name::Loading => "…".into(),
            Name::Missing => missing(item).into(),
        }
    }

    /// The known names of some groups and organizations, for searching. Tracks.
    pub fn known_of<R>(self, read: impl FnOnce(&dyn Fn(&Item) -> Option<String>) -> R) -> R {
        self.table.with(|table| {
            read(&|item| match item {
                Item::Group(id) => table.groups.as_ref()?.get(id)?.known().map(str::to_owned),
                Item::Organization(id) => table.organizations.get(id)?.known().map(str::to_owned),
                Item::User(id) => table.users.get(id)?.known().map(str::to_owned),
                Item::Tag(_) => None,
            })
        })
    }

    /// Asks for the names of these items, once.
    pub fn want<'a>(self, items: impl IntoIterator<Item = &'a Item>) {
        let mut schedule = false;
        let mut groups = false;
        self.table.with_untracked(|table| {
            self.wanted.update_value(|wanted| {
                for item in items {
                    match item {
                        Item::Organization(id) if !table.organizations.contains_key(id) => {
                            wanted.organizations.insert(*id);
                        }
                        Item::User(id) if !table.users.contains_key(id) => {
                            wanted.users.insert(*id);
                        }
                        Item::Group(_) if table.groups.is_none() && !wanted.groups_asked => {
                            wanted.groups_asked = true;
                            groups = true;
                        }
                        _ => {}
                    }
                }
                let some = !wanted.organizations.is_empty() || !wanted.users.is_empty();
                schedule = some && !wanted.scheduled;
                wanted.scheduled |= schedule;
            });
        });
        if groups {
            spawn_local(async move {
                if self.fetch_groups().await.is_err() {
                    self.wanted.try_update_value(|wanted| wanted.groups_asked = false);
                }
            });
        }
        if schedule {
            spawn_local(self.fetch_wanted());
        }
    }

    async fn fetch_wanted(self) {
        let client = self.session.client();
        TimeoutFuture::new(COLLECT).await;
        loop {
            let batch = self.wanted.try_update_value(|wanted| {
                let organizations = take(&mut wanted.organizations);
                let users = take(&mut wanted.users);
                wanted.scheduled = !organizations.is_empty() || !users.is_empty();
                (organizations, users)
            });
            let Some((organizations, users)) = batch else { return };
            if organizations.is_empty() && users.is_empty() {
                return;
            }
            // An id whose request failed stays unknown, and is asked for when it is next shown.
            if !organizations.is_empty()
                && let Ok(found) = client.organizations(&organizations).await
            {
                self.table.try_update(|table| {
                    for id in organizations {
                        table.organizations.insert(id, Name::Missing);
                    }
                    remember_organizations(table, found);
                });
            }
            if !users.is_empty()
                && let Ok(found) = client.users(&users).await
            {
                self.table.try_update(|table| {
                    for id in users {
                        table.users.insert(id, Name::Missing);
                    }
                    remember_users(table, found);
                });
            }
        }
    }

    /// All groups that still exist; fetched once.
    ///
    /// # Errors
    /// When they can't be fetched.
    pub async fn groups(self) -> Result<Vec<(GroupId, String)>, Failure> {
        self.fetch_groups().await?;
        let mut groups: Vec<(GroupId, String)> = self
            .table
            .try_with_untracked(|table| {
                let groups = table.groups.iter().flatten();
                groups.filter_map(|(id, name)| Some((*id, name.known()?.to_owned()))).collect()
            })
            .unwrap_or_default();
        groups.sort_by(|(_, one), (_, other)| one.cmp(other));
        Ok(groups)
    }

    async fn fetch_groups(self) -> Result<(), Failure> {
        if self.table.with_untracked(|table| table.groups.is_some()) {
            return Ok(());
        }
        let found = self.session.client().groups().await?;
        self.table.try_update(|table| {
            table.groups = Some(found.into_iter().map(group_name).collect());
        });
        Ok(())
    }

    /// Keeps names that came with an answer.
    pub fn remember_organizations(self, found: &[Organization]) {
        self.table.try_update(|table| remember_organizations(table, found.to_vec()));
    }

    /// Keeps names that came with an answer.
    pub fn remember_users(self, found: &[User]) {
        self.table.try_update(|table| remember_users(table, found.to_vec()));
    }
}

/// What stands in the place of a name that nobody has any more.
pub fn missing(item: &Item) -> &'static str {
    match item {
        Item::Group(_) => "deleted group",
        Item::Organization(_) => "deleted organization",
        Item::User(_) => "deleted user",
        Item::Tag(_) => "tag",
    }
}

fn take<T: AnyId + std::hash::Hash>(ids: &mut HashSet<T>) -> Vec<T> {
    let batch: Vec<T> = ids.iter().copied().take(limits::SHOW_MANY).collect();
    for id in &batch {
        ids.remove(id);
    }
    batch
}

fn group_name(group: Group) -> (GroupId, Name) {
    let name = if group.deleted { Name::Missing } else { Name::Known(group.name, None) };
    (group.id, name)
}

fn remember_organizations(table: &mut Table, found: Vec<Organization>) {
    for organization in found {
        table.organizations.insert(organization.id, Name::Known(organization.name, None));
    }
}

fn remember_users(table: &mut Table, found: Vec<User>) {
    for user in found {
        if let Some(id) = user.id {
            table.users.insert(id, Name::Known(user.name, user.email));
        }
    }
}
