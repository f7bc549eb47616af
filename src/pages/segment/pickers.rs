//! Where the pickers' suggestions come from, and how what is chosen shows as chips.

use std::collections::HashSet;

use guidepost_model::{AnyId, Draft, Field, GroupId, Item, Next, Role, User, UserType, fold, tag};
use leptos::prelude::*;

use super::SegmentForm;
use crate::{
    pages::parts::symbol_of,
    session::Session,
    store::{Name, Names, Segments, missing},
    ui::{Chip, Choice, Find, Found},
};

/// Suggestions shown at once.
const MOST: usize = 50;

/// Groups are few: all are known, and filtered here.
pub(super) fn find_groups(names: Names) -> Find {
    Find::new(move |text: String| async move {
        let groups = names.groups().await.map_err(|failure| failure.to_string())?;
        let sought = fold(&text);
        let matches = |(id, name): (GroupId, String)| {
            let key = fold(&name);
            starts_a_word(&key, &sought).then(|| (!key.starts_with(&sought), id, name))
        };
        let mut matching: Vec<_> = groups.into_iter().filter_map(matches).collect();
        // Names that begin with it come first; both halves stay in the order of names.
        matching.sort_by_key(|(inside, ..)| *inside);
        let choices =
            matching.into_iter().map(|(_, id, label)| Choice::new(id.to_string(), label)).collect();
        Ok(Found { choices, more: false })
    })
    .local()
}

pub(super) fn find_organizations(session: Session, names: Names) -> Find {
    Find::new(move |text: String| async move {
        let page = session
            .client()
            .find_organizations(&text)
            .await
            .map_err(|failure| failure.to_string())?;
        names.remember_organizations(&page.items);
        let more = page.next != Next::End;
        let choices = page
            .items
            .into_iter()
            .map(|found| Choice::new(found.id.to_string(), found.name))
            .collect();
        Ok(Found { choices, more })
    })
}

/// People with their roles. For a segment of staff end users come last and set apart: they would be let in too.
pub(super) fn find_users(session: Session, names: Names, form: SegmentForm) -> Find {
    Find::new(move |text: String| async move {
        let page =
            session.client().find_users(&text).await.map_err(|failure| failure.to_string())?;
        names.remember_users(&page.items);
        let more = page.next != Next::End;
        let staff = form
            .draft
            .try_with_untracked(|draft| draft.user_type == Some(UserType::Staff))
            .unwrap_or_default();
        let mut users = page.items;
        if staff {
            users.sort_by_key(|user| user.role == Role::EndUser);
        }
        let mut end_users = false;
        let mut choice = |user: User| {
            let begins = staff && user.role == Role::EndUser && !end_users;
            end_users |= begins;
            let role = user.role.label();
            let detail = match user.email {
                Some(email) => format!("{role} · {email}"),
                None => role.to_owned(),
            };
            let section = if begins { "End users" } else { "" };
            Some(Choice { key: user.id?.to_string(), label: user.name, detail, section })
        };
        let choices = users.into_iter().filter_map(&mut choice).collect();
        Ok(Found { choices, more })
    })
}

/// Zendesk suggests only tags that tickets used lately; the tags of this account's segments are suggested too.
pub(super) fn find_tags(session: Session, segments: Segments) -> Find {
    Find::new(move |text: String| async move {
        let sought = tag::normalize(&text);
        let mut tags: Vec<String> = untrack(|| segments.all())
            .iter()
            .flat_map(|segment| segment.tags.iter().chain(&segment.or_tags))
            .filter(|known| tag::matches(known, &sought))
            .cloned()
            .collect();
        // What this account's segments use is worth showing even when the lookup fails.
        match session.client().find_tags(&sought).await {
            Ok(found) => tags.extend(found),
            Err(failure) if tags.is_empty() => return Err(failure.to_string()),
            Err(_) => {}
        }
        tags.sort_unstable();
        tags.dedup();
        let more = tags.len() > MOST;
        tags.truncate(MOST);
        let choices = tags.into_iter().map(|tag| Choice::new(tag.clone(), tag)).collect();
        Ok(Found { choices, more })
    })
}

fn starts_a_word(name: &str, sought: &str) -> bool {
    let mut boundary = true;
    for (at, letter) in name.char_indices() {
        if boundary && name[at..].starts_with(sought) {
            return true;
        }
        boundary = !letter.is_alphanumeric();
    }
    sought.is_empty()
}

/// What a list field holds, as chips.
pub(super) fn chips(form: SegmentForm, names: Names, field: Field) -> Signal<Vec<Chip>> {
    Signal::derive(move || {
        let before: HashSet<Item> = form.was_there(field).into_iter().collect();
        let chip = |item: Item| {
            let name = names.of(&item);
            let label = match &name {
                Name::Known(name, _) => name.clone(),
                Name::Loading => "…".into(),
                Name::Missing => missing(&item).into(),
            };
            Chip {
                key: key_of(&item),
                label,
                symbol: symbol_of(&item),
                literal: matches!(item, Item::Tag(_)),
                missing: name == Name::Missing,
                wrong: matches!(&item, Item::Tag(tag) if !tag::is_well_formed(tag)),
                added: !before.contains(&item),
            }
        };
        form.draft.with(|draft| draft.items(field)).into_iter().map(chip).collect()
    })
}

fn key_of(item: &Item) -> String {
    match item {
        Item::Group(id) => id.to_string(),
        Item::Organization(id) => id.to_string(),
        Item::User(id) => id.to_string(),
        Item::Segment(id) => id.to_string(),
        Item::Tag(tag) => tag.clone(),
    }
}

/// Adds what was chosen to a list field.
pub(super) fn add(form: SegmentForm, field: Field, choices: Vec<Choice>) {
    form.edit(field, |draft| {
        for Choice { key, .. } in choices {
            match field {
                Field::Groups => push_id(&mut draft.group_ids, &key),
                Field::Organizations => push_id(&mut draft.organization_ids, &key),
                Field::AddedUsers => push_id(&mut draft.added_user_ids, &key),
                Field::Tags => push(&mut draft.tags, key),
                Field::OrTags => push(&mut draft.or_tags, key),
                _ => {}
            }
        }
    });
}

/// Takes something out of a list field.
pub(super) fn remove(form: SegmentForm, field: Field, key: &str) {
    form.edit(field, |draft| match field {
        Field::Groups => draft.group_ids.retain(|id| id.to_string() != key),
        Field::Organizations => draft.organization_ids.retain(|id| id.to_string() != key),
        Field::AddedUsers => draft.added_user_ids.retain(|id| id.to_string() != key),
        Field::Tags => draft.tags.retain(|tag| tag != key),
        Field::OrTags => draft.or_tags.retain(|tag| tag != key),
        _ => {}
    });
}

fn push_id<T: AnyId + std::str::FromStr>(ids: &mut Vec<T>, key: &str) {
    if let Ok(id) = key.parse() {
        push(ids, id);
    }
}

fn push<T: PartialEq>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
    }
}

/// True when the field applies to the chosen user type, or none is chosen yet.
pub(super) fn applies(form: SegmentForm, field: Field) -> bool {
    form.draft.with(|draft| match (&draft.user_type, field) {
        (Some(UserType::Staff), Field::Groups) => true,
        (Some(UserType::SignedInUsers), Field::Organizations) => true,
        (_, Field::Groups | Field::Organizations) => false,
        _ => true,
    })
}
