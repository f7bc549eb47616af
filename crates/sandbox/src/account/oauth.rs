//! What users allowed which client, and the tokens that came of it, in the database. A grant is one consent: its code,
//! and the tokens that were exchanged for it and refreshed since. Revoking is always of the whole grant.

use guidepost_model::{Timestamp, UserId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{
    people::{User, user},
    row::{id, time},
};
use crate::{
    paging::{Listing, Order, Page, PageRequest},
    secrets::Digested,
};

const GRANT: &str = "oauth_grants.id, client, user_id, oauth_grants.scope, redirect_uri, challenge, \
                     oauth_grants.expires_at, used";

const TOKEN: &str = "oauth_tokens.id, client, user_id, access_start, refresh_start, oauth_tokens.scope, created_at, \
                     oauth_tokens.expires_at, refresh_expires_at";

/// How many characters of a token are shown later: Zendesk, "OAuth Tokens".
const SHOWN: usize = 10;

/// A consent.
#[derive(Debug, Clone)]
pub(crate) struct Grant {
    pub(crate) id: u64,
    pub(crate) client: String,
    pub(crate) user_id: UserId,
    pub(crate) scope: String,
    pub(crate) redirect_uri: String,
    pub(crate) challenge: String,
    /// When its code expires.
    pub(crate) expires_at: Timestamp,
    /// Its code was exchanged.
    pub(crate) used: bool,
}

/// A refresh token.
#[derive(Debug)]
pub(crate) struct Refresh {
    pub(crate) token_id: u64,
    pub(crate) replaced: bool,
    pub(crate) expires_at: Timestamp,
}

/// An access token with its refresh token, new. Here alone they are readable.
#[derive(Debug)]
pub(crate) struct Tokens {
    pub(crate) access: String,
    pub(crate) refresh: String,
    /// False for a token that nobody can refresh, since nobody is told how.
    pub(crate) is_refreshed: bool,
}

/// Seconds that the two live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lifetimes {
    pub(crate) access: i64,
    pub(crate) refresh: i64,
}

/// A token as lists show it.
#[derive(Debug)]
pub(crate) struct Token {
    pub(crate) id: u64,
    pub(crate) client: String,
    pub(crate) user_id: UserId,
    pub(crate) access_start: String,
    /// Empty for one that cannot be refreshed.
    pub(crate) refresh_start: String,
    pub(crate) scope: String,
    pub(crate) created_at: Timestamp,
    pub(crate) expires_at: Timestamp,
    pub(crate) refresh_expires_at: Timestamp,
}

/// Whom an access token stands for.
#[derive(Debug)]
pub(crate) struct Bearer {
    pub(crate) token_id: u64,
    pub(crate) client: String,
    pub(crate) user: User,
    pub(crate) scope: String,
}

/// Adds a consent, whose `id` and `used` are not read; its number.
pub(crate) fn add_grant(
    connection: &Connection,
    grant: &Grant,
    code: Digested,
) -> rusqlite::Result<u64> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO oauth_grants (client, user_id, scope, code, redirect_uri, challenge, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    statement.execute(params![
        grant.client,
        grant.user_id.0,
        grant.scope,
        code.0,
        grant.redirect_uri,
        grant.challenge,
        grant.expires_at.unix(),
    ])?;
    Ok(connection.last_insert_rowid().cast_unsigned())
}

/// The consent that this code was given for.
pub(crate) fn grant_of_code(
    connection: &Connection,
    code: Digested,
) -> rusqlite::Result<Option<Grant>> {
    let sql = format!("SELECT {GRANT} FROM oauth_grants WHERE code = ?1");
    connection.prepare_cached(&sql)?.query_row(params![code.0], read_grant).optional()
}

/// The refresh token, and the consent it belongs to.
pub(crate) fn grant_of_refresh(
    connection: &Connection,
    refresh: Digested,
) -> rusqlite::Result<Option<(Grant, Refresh)>> {
    let sql = format!(
        "SELECT {GRANT}, oauth_tokens.id AS token_id, replaced, refresh_expires_at
         FROM oauth_tokens JOIN oauth_grants ON oauth_grants.id = grant_id WHERE refresh = ?1"
    );
    let read = |row: &Row<'_>| {
        let refresh = Refresh {
            token_id: row.get("token_id")?,
            replaced: row.get("replaced")?,
            expires_at: time(row, "refresh_expires_at")?,
        };
        Ok((read_grant(row)?, refresh))
    };
    connection.prepare_cached(&sql)?.query_row(params![refresh.0], read).optional()
}

/// Notes that a grant's code was exchanged.
pub(crate) fn use_code(connection: &Connection, grant: u64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE oauth_grants SET used = 1 WHERE id = ?1")?
        .execute([grant])?;
    Ok(())
}

/// Ends a token whose place another takes.
pub(crate) fn replace(connection: &Connection, token: u64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE oauth_tokens SET replaced = 1 WHERE id = ?1")?
        .execute([token])?;
    Ok(())
}

/// Adds a token to a grant.
pub(crate) fn add_token(
    connection: &Connection,
    grant: u64,
    tokens: &Tokens,
    scope: &str,
    lifetimes: Lifetimes,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO oauth_tokens
            (grant_id, access, refresh, access_start, refresh_start, scope, created_at, expires_at, refresh_expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    statement.execute(params![
        grant,
        Digested::of(&tokens.access).0,
        Digested::of(&tokens.refresh).0,
        tokens.access.get(..SHOWN),
        if tokens.is_refreshed { tokens.refresh.get(..SHOWN) } else { Some("") },
        scope,
        now.unix(),
        now.unix() + lifetimes.access,
        now.unix() + lifetimes.refresh,
    ])?;
    Ok(())
}

/// Whom this access token stands for, as long as it does.
pub(crate) fn bearer(
    connection: &Connection,
    access: Digested,
    now: Timestamp,
) -> rusqlite::Result<Option<Bearer>> {
    let mut statement = connection.prepare_cached(
        "SELECT oauth_tokens.id, client, user_id, oauth_tokens.scope
         FROM oauth_tokens JOIN oauth_grants ON oauth_grants.id = grant_id
         WHERE access = ?1 AND replaced = 0 AND oauth_tokens.expires_at > ?2",
    )?;
    let read = |row: &Row<'_>| {
        Ok((row.get("id")?, row.get("client")?, id(row, "user_id")?, row.get("scope")?))
    };
    let found: Option<(u64, String, UserId, String)> =
        statement.query_row(params![access.0, now.unix()], read).optional()?;
    let Some((token_id, client, user_id, scope)) = found else { return Ok(None) };
    Ok(user(connection, user_id)?.map(|user| Bearer { token_id, client, user, scope }))
}

/// A page of the tokens that are good or could be refreshed; of one user, or of all.
pub(crate) fn tokens(
    connection: &Connection,
    of: Option<UserId>,
    page: &PageRequest,
) -> rusqlite::Result<Page<Token>> {
    let condition = match of {
        Some(_) => "replaced = 0 AND grant_id IN (SELECT id FROM oauth_grants WHERE user_id = ?1)",
        None => "replaced = 0",
    };
    let listing = Listing {
        columns: TOKEN,
        from: "oauth_tokens",
        join: "JOIN oauth_grants ON oauth_grants.id = grant_id",
        condition,
        key: "oauth_tokens.id",
        order: Order::Ascending,
        parameters: of.map(|user| user.0.cast_signed().into()).into_iter().collect(),
    };
    listing.page(connection, page, read_token)
}

/// One token.
pub(crate) fn token(connection: &Connection, id: u64) -> rusqlite::Result<Option<Token>> {
    let sql = format!(
        "SELECT {TOKEN} FROM oauth_tokens JOIN oauth_grants ON oauth_grants.id = grant_id
         WHERE oauth_tokens.id = ?1 AND replaced = 0"
    );
    connection.prepare_cached(&sql)?.query_row([id], read_token).optional()
}

/// Ends a grant, with all its tokens.
pub(crate) fn revoke_grant(connection: &Connection, grant: u64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM oauth_grants WHERE id = ?1")?.execute([grant])?;
    Ok(())
}

/// Ends the grant that a token belongs to.
pub(crate) fn revoke_token(connection: &Connection, token: u64) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM oauth_grants WHERE id = (SELECT grant_id FROM oauth_tokens WHERE id = ?1)",
        )?
        .execute([token])?;
    Ok(())
}

/// Removes grants that nothing can come of any more.
pub(crate) fn forget_expired(connection: &Connection, now: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM oauth_grants
             WHERE expires_at <= ?1 AND NOT EXISTS
                (SELECT 1 FROM oauth_tokens WHERE grant_id = oauth_grants.id AND refresh_expires_at > ?1)",
        )?
        .execute([now.unix()])?;
    Ok(())
}

fn read_grant(row: &Row<'_>) -> rusqlite::Result<Grant> {
    Ok(Grant {
        id: row.get("id")?,
        client: row.get("client")?,
        user_id: id(row, "user_id")?,
        scope: row.get("scope")?,
        redirect_uri: row.get("redirect_uri")?,
        challenge: row.get("challenge")?,
        expires_at: time(row, "expires_at")?,
        used: row.get("used")?,
    })
}

fn read_token(row: &Row<'_>) -> rusqlite::Result<Token> {
    Ok(Token {
        id: row.get("id")?,
        client: row.get("client")?,
        user_id: id(row, "user_id")?,
        access_start: row.get("access_start")?,
        refresh_start: row.get("refresh_start")?,
        scope: row.get("scope")?,
        created_at: time(row, "created_at")?,
        expires_at: time(row, "expires_at")?,
        refresh_expires_at: time(row, "refresh_expires_at")?,
    })
}
