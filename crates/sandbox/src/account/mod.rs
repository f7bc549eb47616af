//! The account's store: one SQLite database. A write is on disk before it is answered.

mod articles;
mod brands;
mod categories;
mod connections;
mod examples;
mod groups;
mod kept;
mod labels;
mod many;
mod memberships;
mod migrations;
mod oauth;
mod open;
mod organizations;
mod people;
mod permission_groups;
mod row;
mod rules;
mod sections;
mod segments;
mod sight;
mod tags;
mod topics;
mod user_search;
mod words;

use std::sync::Arc;

use guidepost_model::{Person, Plan};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{
    fixture::{self, Size},
    switches::{AgentOrganizationTags, Switches},
};
use connections::Connections;
use kept::Kept;
use rules::Grants;

pub(crate) use articles::{
    ARTICLE_KEYS, ARTICLE_SEARCH_KEYS, Article, ArticleFilter, ArticlesOf, MOST_FOUND, article,
    articles, changed_articles, found_articles, locales, update_article,
};
pub(crate) use brands::{
    Brand, brand, brand_of_subdomain, brands, default_brand, primary_subdomain,
};
pub(crate) use categories::{CATEGORY_KEYS, Category, categories, categories_by_id, category};
pub(crate) use examples::{EXAMPLE_LOCALE, ExampleIds};
pub(crate) use groups::{Group, GroupFilter, count_groups, group, groups, groups_by_id};
pub(crate) use labels::labels;
pub(crate) use many::Many;
pub(crate) use memberships::{
    Joined, Members, Membership, joined_by, members_of, membership, memberships,
};
pub(crate) use oauth::{
    Grant, Lifetimes, Token, Tokens, add_grant, add_token, bearer, forget_expired, grant_of_code,
    grant_of_refresh, replace, revoke_grant, revoke_token, token, tokens, use_code,
};
pub use open::{OpenError, Place, is_account};
pub(crate) use organizations::{
    Organization, OrganizationFilter, count_organizations, organization, organizations, search_key,
};
pub(crate) use people::{ROLES, User, UserFilter, count_users, user, user_by_email, users};
pub(crate) use permission_groups::{
    custom_permission_groups, delete_permission_group, insert_permission_group,
    is_permission_group_in_use, is_permission_group_name_taken, not_staff, permission_group,
    permission_groups, update_permission_group,
};
pub(crate) use rules::Rule;
pub(crate) use sections::{SECTION_KEYS, Section, section, sections, sections_by_id, sections_of};
pub(crate) use segments::{
    Origin, custom_segments, delete_segment, free_articles_of, insert_segment, is_segment_in_use,
    is_segment_name_taken, missing_ids, segment, update_segment,
};
pub(crate) use sight::Sight;
pub(crate) use tags::{suggested_tags, used_tags};
pub(crate) use topics::{Topic, topic, topics, topics_of};
pub(crate) use user_search::{UserAsked, UserColumn, UserTerm, users_completed, users_found};

/// One account in one database.
pub struct Account {
    connections: Connections,
    rules: Kept<Vec<Rule>>,
    grants: Kept<Vec<Grants>>,
    size: Size,
    agent_organization_tags: AgentOrganizationTags,
}

impl Account {
    /// Opens the database and, when it is empty, fills it with the fixture of this size.
    pub fn open(place: &Place, size: Size) -> Result<Self, OpenError> {
        let connections = Connections::new(open::connect(place, size)?, place);
        let agent_organization_tags = AgentOrganizationTags::default();
        Ok(Self {
            connections,
            rules: Kept::default(),
            grants: Kept::default(),
            size,
            agent_organization_tags,
        })
    }

    /// Runs queries on one state of the database, whatever other processes write meanwhile.
    pub(crate) fn read<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        self.connections.reading(|connection| work(&*connection.transaction()?))
    }

    /// Runs a change: all of it is on disk when this returns `Ok`, nothing of it otherwise.
    pub(crate) fn write<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.connections.writer();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    /// Every segment with its criteria, in the state that this connection reads.
    pub(crate) fn rules(&self, connection: &Connection) -> rusqlite::Result<Arc<Vec<Rule>>> {
        self.rules.of(connection, rules::rules)
    }

    /// What a user sees of the help centers, in the state that this connection reads; what everyone sees without one.
    pub(crate) fn sight(
        &self,
        connection: &Connection,
        user: Option<&User>,
        plan: Plan,
    ) -> rusqlite::Result<Sight> {
        match user {
            None => Ok(Sight::of_everyone()),
            Some(user) if user.manager => Ok(Sight::Everything),
            Some(user) => {
                let (rules, person) = (self.rules(connection)?, self.facts(connection, user)?);
                if user.role.is_staff() {
                    let grants = self.grants.of(connection, rules::grants)?;
                    Ok(Sight::of_agent(&rules, &grants, &person, plan))
                } else {
                    Ok(Sight::of_end_user(&rules, &person))
                }
            }
        }
    }

    /// What membership asks of a user. The rules give end users the tags of their organizations themselves; whether agents
    /// have them is not documented.
    pub(crate) fn facts(&self, connection: &Connection, user: &User) -> rusqlite::Result<Person> {
        let mut person = people::facts(connection, user)?;
        if self.agent_organization_tags == AgentOrganizationTags::Inherited {
            person.tags.append(&mut person.organization_tags);
        }
        Ok(person)
    }

    /// The account in a sandbox with these switches.
    pub(crate) fn switched(mut self, switches: &Switches) -> Self {
        self.agent_organization_tags = switches.agent_organization_tags;
        self
    }

    /// Closes the database; nothing can be asked of it afterwards.
    pub(crate) fn close(&self) -> Result<(), rusqlite::Error> {
        self.connections.close()
    }

    /// Back to the fixture, as if nobody had ever changed anything.
    pub(crate) fn reset(&self) -> Result<(), rusqlite::Error> {
        fixture::refill(&mut self.connections.writer(), self.size)
    }
}
