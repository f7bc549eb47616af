//! What users refer to, in the same answer: `include=organizations,groups,identities`.

use guidepost_model::{GroupId, OrganizationId, Timestamp, UserId};
use rusqlite::Connection;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::{
    account::User,
    address::Address,
    error::ApiError,
    include::Included,
    query::Query,
    sideload::{self, Sideload, Sideloaded},
};

/// What can come with users. Zendesk documents abilities, roles and numbers of tickets, too; the account has none.
pub(crate) const WITH_USERS: &[&str] = &["organizations", "groups", "identities"];

/// Beyond the ids of users: no identity's id is one of theirs.
const FIRST_IDENTITY: u64 = 10_000_000_000_000;

/// What a user is known by: everybody has an e-mail address and nothing else.
#[derive(Serialize, ToSchema)]
#[schema(as = Identity, description = "What a user is known by.")]
pub(crate) struct Identity {
    url: String,
    id: u64,
    #[schema(value_type = u64)]
    user_id: UserId,
    /// `email`
    r#type: &'static str,
    value: String,
    verified: bool,
    primary: bool,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    undeliverable_count: u64,
    deliverable_state: &'static str,
}

/// What is to come with users.
#[derive(Debug, Clone, Default)]
pub(crate) struct UserSideloads(Included);

impl UserSideloads {
    pub(crate) fn read(query: &Query) -> Result<Self, ApiError> {
        Included::read(query, WITH_USERS).map(Self)
    }

    pub(crate) fn load(
        &self,
        connection: &Connection,
        users: &[User],
        address: &Address,
    ) -> rusqlite::Result<Sideloaded> {
        let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
        let mut loaded = Vec::new();
        self.joined::<OrganizationId>(connection, &ids, address, &mut loaded)?;
        self.joined::<GroupId>(connection, &ids, address, &mut loaded)?;
        if self.0.has("identities") {
            let identities: Vec<_> = users.iter().map(|user| identity(user, address)).collect();
            loaded.push(("identities", json!(identities)));
        }
        Ok(loaded)
    }

    fn joined<T: Sideload>(
        &self,
        connection: &Connection,
        users: &[UserId],
        address: &Address,
        loaded: &mut Sideloaded,
    ) -> rusqlite::Result<()> {
        if self.0.has(T::KEY) {
            let ids = sideload::joined::<T>(connection, users)?;
            loaded.push((T::KEY, T::load(connection, ids, address)?));
        }
        Ok(())
    }
}

fn identity(user: &User, address: &Address) -> Identity {
    let (user_id, id) = (user.id, user.id.0 + FIRST_IDENTITY);
    Identity {
        url: address.at(&format!("/api/v2/users/{user_id}/identities/{id}.json")),
        id,
        user_id,
        r#type: "email",
        value: user.email.clone(),
        verified: true,
        primary: true,
        created_at: user.created_at,
        updated_at: user.created_at,
        undeliverable_count: 0,
        deliverable_state: "deliverable",
    }
}
