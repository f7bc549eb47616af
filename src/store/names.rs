//! Names for ids. Screens ask for what they show; unknown ids are collected for a moment and fetched together,
//! up to a hundred in a request.

use gloo_timers::future::TimeoutFuture;
use guidepost_model::{
    Group, GroupId, Item, Known, Organization, Role, SegmentId, User, fold, limits, name_key,
};
use leptos::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Progress, Segments};
use crate::{
    api::Failure,
    session::Session,
    ui::{Effect, forget_when_gone, shared, spawn_for_app},
};

/// Milliseconds during which ids are collected before they are asked for.
const COLLECT: u32 = 15;

/// What is known of an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// It is being looked up.
    Loading,
    /// Its name, and more about it if it is a person.
    Known(String, Option<PersonDetails>),
    /// It no longer exists.
    Missing,
}

/// What is known of a person beside the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonDetails {
    /// Absent for people without one, such as callers.
    pub email: Option<String>,
    /// What they are in the account.
    pub role: Role,
}

impl Name {
    fn known(&self) -> Option<&str> {
        match self {
            Self::Known(name, _) => Some(name),
            Self::Loading | Self::Missing => None,
        }
    }
}

/// What is known, and what has been asked for. Every kind of item in one table: each further type of key would be
/// another copy of the table's code in what a first visit loads.
#[derive(Debug, Default)]
struct Table {
    names: FxHashMap<Item, Name>,
    /// All groups come in one answer; from then on one that is not in the table no longer exists.
    has_groups: bool,
}

#[derive(Debug, Default)]
struct Wanted {
    /// To be asked for next.
    next: FxHashSet<Item>,
    /// Their answer is on its way.
    asked: FxHashSet<Item>,
    scheduled: bool,
    groups_asked: bool,
}

/// The names of everything that rules refer to.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    session: Session,
    segments: Segments,
    table: RwSignal<Table>,
    wanted: StoredValue<Wanted>,
}

impl Names {
    /// An empty table. Segments' own names are known to their store.
    pub fn new(session: Session, segments: Segments) -> Self {
        let table = RwSignal::new(Table::default());
        Effect::new(move |_| {
            session.recovered.track();
            // Who shows a name that could not be had asks for it again.
            table.update(|_| ());
        });
        Self { session, segments, table, wanted: StoredValue::new(Wanted::default()) }
    }

    /// The names of the app around this component.
    pub fn expect() -> Self {
        shared()
    }

    /// What an item is called; asks for it if that is not known. Tracks, so the caller runs again when it is.
    pub fn of(self, item: &Item) -> Name {
        let known = match item {
            Item::Tag(tag) => Some(Name::Known(tag.clone(), None)),
            Item::Segment(id) => Some(self.of_segment(*id)),
            _ => {
                forget_when_gone(self.table);
                self.table.with(|table| table.get(item).cloned())
            }
        };
        known.unwrap_or_else(|| {
            self.want([item]);
            Name::Loading
        })
    }

    fn of_segment(self, id: SegmentId) -> Name {
        match (self.segments.name(id), self.segments.progress()) {
            (Some(name), _) => Name::Known(name, None),
            (None, Progress::Complete) => Name::Missing,
            (None, _) => Name::Loading,
        }
    }

    /// What an item is called, as plain text.
    pub fn text(self, item: &Item) -> String {
        match self.of(item) {
            Name::Known(name, _) => name,
            Name::Loading => "…".into(),
            Name::Missing => missing(item).into(),
        }
    }

    /// The known names of some groups, organizations and people, for searching. Tracks.
    pub fn known_of<R>(self, read: impl FnOnce(&dyn Fn(&Item) -> Option<String>) -> R) -> R {
        forget_when_gone(self.table);
        self.table.with(|table| read(&|item| table.names.get(item)?.known().map(str::to_owned)))
    }

    /// Whether groups, organizations and people still exist, where that is known. Tracks.
    pub fn known_to_exist<R>(self, read: impl FnOnce(&dyn Fn(&Item) -> Option<bool>) -> R) -> R {
        forget_when_gone(self.table);
        self.table.with(|table| {
            read(&|item| match table.get(item)? {
                Name::Known(..) => Some(true),
                Name::Missing => Some(false),
                Name::Loading => None,
            })
        })
    }

    /// What is known of these groups, organizations and people; asks for what is not. Tracks.
    pub fn known(self, items: &[Item]) -> Vec<Known> {
        let known: Vec<Known> = self.table.with(|table| {
            let known = |item| match table.get(item) {
                Some(Name::Known(name, _)) => Known::Name(fold(name)),
                Some(Name::Missing) => Known::Gone,
                Some(Name::Loading) | None => Known::Nothing,
            };
            items.iter().map(known).collect()
        });
        let unknown = items.iter().zip(&known).filter(|(_, known)| **known == Known::Nothing);
        self.want(unknown.map(|(item, _)| item));
        known
    }

    /// Asks for the names of these items, once.
    pub fn want<'a>(self, items: impl IntoIterator<Item = &'a Item>) {
        let mut schedule = false;
        let mut groups = false;
        self.table.with_untracked(|table| {
            self.wanted.update_value(|wanted| {
                for item in items {
                    match item {
                        Item::Organization(_) | Item::User(_)
                            if !table.names.contains_key(item) && !wanted.asked.contains(item) =>
                        {
                            wanted.next.insert(item.clone());
                        }
                        Item::Group(_) if !table.has_groups && !wanted.groups_asked => {
                            wanted.groups_asked = true;
                            groups = true;
                        }
                        _ => {}
                    }
                }
                schedule = !wanted.next.is_empty() && !wanted.scheduled;
                wanted.scheduled |= schedule;
            });
        });
        if groups {
            spawn_for_app(async move {
                if self.fetch_groups().await.is_err() {
                    self.wanted.try_update_value(|wanted| wanted.groups_asked = false);
                }
            });
        }
        if schedule {
            spawn_for_app(self.fetch_wanted());
        }
    }

    async fn fetch_wanted(self) {
        let client = self.session.client();
        TimeoutFuture::new(COLLECT).await;
        loop {
            let batch = self.wanted.try_update_value(|wanted| {
                let organizations = wanted.take(|item| matches!(item, Item::Organization(_)));
                let users = wanted.take(|item| matches!(item, Item::User(_)));
                wanted.scheduled = !organizations.is_empty() || !users.is_empty();
                (organizations, users)
            });
            let Some((organizations, users)) = batch else { return };
            if organizations.is_empty() && users.is_empty() {
                return;
            }
            if !organizations.is_empty() {
                let ids = organizations.iter().filter_map(|item| match item {
                    Item::Organization(id) => Some(*id),
                    _ => None,
                });
                let found = client.organizations(&ids.collect::<Vec<_>>()).await;
                let found = found.map(|found| found.into_iter().map(organization).collect());
                self.settle(organizations, found);
            }
            if !users.is_empty() {
                let ids = users.iter().filter_map(|item| match item {
                    Item::User(id) => Some(*id),
                    _ => None,
                });
                let found = client.users(&ids.collect::<Vec<_>>()).await;
                let found = found.map(|found| found.into_iter().filter_map(user).collect());
                self.settle(users, found);
            }
        }
    }

    /// Keeps what came, and knows the rest of what was asked for to be gone. An id whose request failed stays
    /// unknown, and is asked for when it is next shown.
    fn settle(self, asked: Vec<Item>, found: Result<Vec<Entry>, Failure>) {
        self.wanted.try_update_value(|wanted| {
            for item in &asked {
                wanted.asked.remove(item);
            }
        });
        let Ok(found) = found else { return };
        self.table.try_update(|table| {
            table.names.extend(asked.into_iter().map(|item| (item, Name::Missing)));
            table.names.extend(found);
        });
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
                let known = table.names.iter().filter_map(|(item, name)| match item {
                    Item::Group(id) => Some((*id, name.known()?.to_owned())),
                    _ => None,
                });
                known.collect()
            })
            .unwrap_or_default();
        groups.sort_by_cached_key(|(id, name)| (name_key(name), *id));
        Ok(groups)
    }

    async fn fetch_groups(self) -> Result<(), Failure> {
        if self.table.with_untracked(|table| table.has_groups) {
            return Ok(());
        }
        let found = self.session.client().groups().await?;
        self.table.try_update(|table| {
            table.names.extend(found.into_iter().map(group));
            table.has_groups = true;
        });
        Ok(())
    }

    /// Keeps names that came with an answer.
    pub fn remember_organizations(self, found: &[Organization]) {
        let entries: Vec<Entry> = found.iter().cloned().map(organization).collect();
        self.table.try_update(|table| table.names.extend(entries));
    }

    /// Keeps names that came with an answer.
    pub fn remember_users(self, found: &[User]) {
        let entries: Vec<Entry> = found.iter().cloned().filter_map(user).collect();
        self.table.try_update(|table| table.names.extend(entries));
    }
}

/// What stands in the place of a name that nobody has any more.
pub fn missing(item: &Item) -> &'static str {
    match item {
        Item::Group(_) => "deleted group",
        Item::Organization(_) => "deleted organization",
        Item::User(_) => "deleted user",
        Item::Tag(_) => "tag",
        Item::Segment(_) => "deleted segment",
    }
}

impl Table {
    fn get(&self, item: &Item) -> Option<&Name> {
        let gone = matches!(item, Item::Group(_)) && self.has_groups;
        self.names.get(item).or(gone.then_some(&Name::Missing))
    }
}

impl Wanted {
    /// The items of the next request for one kind of them.
    fn take(&mut self, of_kind: fn(&Item) -> bool) -> Vec<Item> {
        let of_kind = self.next.iter().filter(|item| of_kind(item));
        let batch: Vec<Item> = of_kind.take(limits::SHOW_MANY).cloned().collect();
        for item in &batch {
            self.next.remove(item);
            self.asked.insert(item.clone());
        }
        batch
    }
}

type Entry = (Item, Name);

fn group(group: Group) -> Entry {
    let name = if group.deleted { Name::Missing } else { Name::Known(group.name, None) };
    (Item::Group(group.id), name)
}

fn organization(organization: Organization) -> Entry {
    (Item::Organization(organization.id), Name::Known(organization.name, None))
}

fn user(user: User) -> Option<Entry> {
    let details = PersonDetails { email: user.email, role: user.role };
    Some((Item::User(user.id?), Name::Known(user.name, Some(details))))
}
