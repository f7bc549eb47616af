//! Looking for users in the database: by words, and by everything else that a search can name.

use rusqlite::Connection;

use super::{
    people::{self, User},
    row::to_json,
    words::quoted,
};
use crate::paging::{Listing, Order, Page, PageRequest};

/// One thing that is asked of a user.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UserTerm {
    /// It must not be so.
    pub(crate) excluded: bool,
    pub(crate) asked: UserAsked,
}

/// What can be asked of a user.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum UserAsked {
    /// Words that stand together.
    Words {
        within: UserColumn,
        text: String,
        whole: bool,
    },
    Role(&'static str),
    Tag(String),
    /// By its id, or by how a word of its name begins and goes on.
    Organization(String),
    NoOrganization,
    Group(String),
    ExternalId(String),
}

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum UserColumn {
    Any,
    Name,
    Email,
}

/// A page of the users of whose name each of these words begins a word, or whose e-mail address it begins.
pub(crate) fn users_completed(
    connection: &Connection,
    words: &[&str],
    page: &PageRequest,
) -> rusqlite::Result<Page<User>> {
    let begins = |word: &&str| {
        let word = quoted(word);
        format!("((name : {word} *) OR (email : ^ {word} *))")
    };
    let words: Vec<String> = words.iter().map(begins).collect();
    by_words(&words).page(connection, page, people::read)
}

/// A page of the users of whom all of this is so. Of the same kind one is enough, except of words and of what is
/// excluded.
pub(crate) fn users_found(
    connection: &Connection,
    terms: &[UserTerm],
    page: &PageRequest,
) -> rusqlite::Result<Page<User>> {
    let (mut words, mut conditions, mut parameters) =
        (Vec::new(), Conditions::default(), Vec::new());
    for UserTerm { excluded, asked } in terms {
        let (kind, condition) = match asked {
            UserAsked::Words { within, text, whole } if !*excluded => {
                words.push(phrase(*within, text, *whole));
                continue;
            }
            UserAsked::Words { within, text, whole } => {
                parameters.push(phrase(*within, text, *whole).into());
                ("words", matching(parameters.len()))
            }
            UserAsked::Role(role) => {
                parameters.push((*role).to_owned().into());
                ("role", format!("role = ?{}", parameters.len()))
            }
            UserAsked::Tag(tag) => {
                parameters.push(tag.clone().into());
                let tagged = "SELECT user_id FROM user_tags WHERE tag =";
                ("tag", format!("users.id IN ({tagged} ?{})", parameters.len()))
            }
            UserAsked::NoOrganization => {
                let any = "SELECT user_id FROM organization_memberships";
                ("organization", format!("users.id NOT IN ({any})"))
            }
            UserAsked::Organization(named) => {
                parameters.push(named_ids(connection, "organizations", named)?.into());
                ("organization", member_of("organization", parameters.len()))
            }
            UserAsked::Group(named) => {
                parameters.push(named_ids(connection, "groups", named)?.into());
                ("group", member_of("group", parameters.len()))
            }
            UserAsked::ExternalId(id) => {
                parameters.push(id.clone().into());
                ("external id", format!("external_id = ?{}", parameters.len()))
            }
        };
        conditions.add(kind, condition, *excluded);
    }
    // Words alone are read from their index in the order of the list.
    if conditions.0.is_empty() && !words.is_empty() {
        return by_words(&words).page(connection, page, people::read);
    }
    if !words.is_empty() {
        parameters.push(words.join(" AND ").into());
        conditions.add("words", matching(parameters.len()), false);
    }
    let listing = Listing {
        columns: people::COLUMNS,
        from: "users",
        join: "",
        condition: &conditions.joined(),
        key: "users.id",
        order: Order::Ascending,
        parameters,
    };
    listing.page(connection, page, people::read)
}

/// Conditions by kind: those of one kind are alternatives.
#[derive(Default)]
struct Conditions(Vec<(&'static str, Vec<String>)>);

impl Conditions {
    fn add(&mut self, kind: &'static str, condition: String, excluded: bool) {
        if excluded {
            // `coalesce`: what is not known is not so.
            self.0.push(("", vec![format!("NOT coalesce({condition}, 0)")]));
            return;
        }
        match self.0.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, alternatives)) => alternatives.push(condition),
            None => self.0.push((kind, vec![condition])),
        }
    }

    fn joined(&self) -> String {
        if self.0.is_empty() {
            return "1".to_owned();
        }
        let all = self.0.iter().map(|(_, alternatives)| format!("({})", alternatives.join(" OR ")));
        all.collect::<Vec<_>>().join(" AND ")
    }
}

fn by_words(words: &[String]) -> Listing<'static> {
    let wanted = if words.is_empty() { "\"\"".to_owned() } else { words.join(" AND ") };
    Listing {
        columns: people::COLUMNS,
        from: "user_words",
        join: "JOIN users ON users.id = user_words.rowid",
        condition: "user_words MATCH ?1",
        key: "user_words.rowid",
        order: Order::Ascending,
        parameters: vec![wanted.into()],
    }
}

/// Words of a full text search, of which the last may go on.
fn phrase(within: UserColumn, text: &str, whole: bool) -> String {
    let column = match within {
        UserColumn::Any => "",
        UserColumn::Name => "name : ",
        UserColumn::Email => "email : ",
    };
    format!("({column}{}{})", quoted(text), if whole { "" } else { " *" })
}

fn matching(at: usize) -> String {
    format!("users.id IN (SELECT rowid FROM user_words WHERE user_words MATCH ?{at})")
}

fn member_of(what: &str, at: usize) -> String {
    format!(
        "users.id IN (SELECT user_id FROM {what}_memberships
         WHERE {what}_id IN (SELECT value FROM json_each(?{at})))"
    )
}

/// The ids of the groups or organizations that are named so, as JSON. Their names are compared here: SQLite knows the capitals
/// of ASCII only.
fn named_ids(connection: &Connection, table: &str, named: &str) -> rusqlite::Result<String> {
    let named = named.to_lowercase();
    let mut statement = connection.prepare_cached(&format!("SELECT id, name FROM {table}"))?;
    let mut rows = statement.query([])?;
    let mut ids: Vec<u64> = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, name): (u64, String) = (row.get(0)?, row.get::<_, String>(1)?.to_lowercase());
        let is_named =
            name.match_indices(&named).any(|(at, _)| !name[..at].ends_with(char::is_alphanumeric));
        if is_named || id.to_string() == named {
            ids.push(id);
        }
    }
    Ok(to_json(&ids))
}

#[cfg(test)]
mod tests {
    use super::Conditions;

    #[test]
    fn of_one_kind_one_is_enough_and_all_kinds_are_needed() {
        let mut conditions = Conditions::default();
        assert_eq!(conditions.joined(), "1");
        for (kind, condition, excluded) in
            [("tag", "a", false), ("role", "b", false), ("tag", "c", false), ("tag", "d", true)]
        {
            conditions.add(kind, condition.to_owned(), excluded);
        }
        assert_eq!(conditions.joined(), "(a OR c) AND (b) AND (NOT coalesce(d, 0))");
    }
}
