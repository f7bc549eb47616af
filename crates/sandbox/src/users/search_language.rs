//! Zendesk's search language, as far as it is about users. What it does not have, or the sandbox does not know, is refused:
//! passing over a word would find somebody else.

use std::collections::BTreeSet;

use crate::{
    account::{ROLES, UserAsked, UserColumn, UserTerm},
    error::ApiError,
};

/// Words that can be looked for at once. Assumed, as that more are refused: each takes its time.
pub(super) const MOST_WORDS: usize = 100;

const KNOWN: &str = "It understands words, also their beginnings, “words in quotation marks”, type:user, role:, tags:, \
                     organization:, group:, name:, email: and external_id:, and a - before any of these";

/// What a search asks for, each once; nothing for one that asks for everybody.
pub(super) fn read(text: &str) -> Result<Vec<UserTerm>, ApiError> {
    let mut terms = BTreeSet::new();
    let mut rest = text.trim_start();
    if rest.is_empty() {
        return Err(ApiError::missing("query"));
    }
    while !rest.is_empty() {
        let (word, after) = Word::cut(rest)?;
        terms.extend(word.term()?);
        if terms.len() > MOST_WORDS {
            return Err(refused(&format!("It may have at most {MOST_WORDS} words")));
        }
        rest = after.trim_start();
    }
    Ok(terms.into_iter().collect())
}

/// `-key:"value"`: all of it but the value may be absent.
#[derive(Debug)]
struct Word<'a> {
    excluded: bool,
    key: Option<&'a str>,
    value: &'a str,
    quoted: bool,
}

impl<'a> Word<'a> {
    /// The first word of a text, and what comes after it.
    fn cut(text: &'a str) -> Result<(Self, &'a str), ApiError> {
        let (excluded, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let letters = text.find(|one: char| !one.is_ascii_alphabetic() && one != '_').unwrap_or(0);
        let (key, value) = match text[letters..].strip_prefix(':') {
            Some(value) if letters > 0 => (Some(&text[..letters]), value),
            Some(_) | None => (None, text),
        };
        if let Some(inside) = value.strip_prefix('"') {
            let (value, after) =
                inside.split_once('"').ok_or_else(|| refused("A quotation mark is not closed"))?;
            if after.starts_with(|next: char| !next.is_whitespace()) {
                return Err(refused("There must be a space after a closing quotation mark"));
            }
            return Ok((Self { excluded, key, value, quoted: true }, after));
        }
        let end = value.find(char::is_whitespace).unwrap_or(value.len());
        let (value, after) = value.split_at(end);
        Ok((Self { excluded, key, value, quoted: false }, after))
    }

    /// `None` for what is so of every user.
    fn term(self) -> Result<Option<UserTerm>, ApiError> {
        let Self { excluded, key, value, .. } = self;
        let value = value.trim();
        if value.is_empty() && key != Some("external_id") {
            return Err(refused("A value is missing"));
        }
        let asked = match key {
            None if !self.quoted && !excluded && value == "*" => return Ok(None),
            None => self.words(UserColumn::Any)?,
            Some("name") => self.words(UserColumn::Name)?,
            Some("email") => self.words(UserColumn::Email)?,
            Some("type") if value.eq_ignore_ascii_case("user") && !excluded => return Ok(None),
            Some("role") => {
                let role = ROLES.into_iter().find(|role| value.eq_ignore_ascii_case(role));
                let known = || format!("A role is one of {}", ROLES.join(", "));
                UserAsked::Role(role.ok_or_else(|| refused(&known()))?)
            }
            Some("tags") => UserAsked::Tag(self.plain()?.to_lowercase()),
            Some("organization") if value.eq_ignore_ascii_case("none") => UserAsked::NoOrganization,
            Some("organization") => UserAsked::Organization(self.plain()?.to_owned()),
            Some("group") => UserAsked::Group(self.plain()?.to_owned()),
            Some("external_id") => UserAsked::ExternalId(value.to_owned()),
            Some(other) => return Err(refused(&format!("It does not know {other}:{value}"))),
        };
        Ok(Some(UserTerm { excluded, asked }))
    }

    /// A value in which no sign has a meaning.
    fn plain(&self) -> Result<&'a str, ApiError> {
        if self.quoted || !self.value.contains('*') {
            return Ok(self.value.trim());
        }
        Err(refused("Only a word of a name or of an e-mail address may end with *"))
    }

    fn words(&self, within: UserColumn) -> Result<UserAsked, ApiError> {
        let text = if self.quoted {
            self.value.trim()
        } else {
            // What is not quoted may go on anyway.
            self.value.strip_suffix('*').unwrap_or(self.value)
        };
        if !text.contains(char::is_alphanumeric) {
            return Err(refused("A word has a letter or a digit"));
        }
        let is_operator = ["AND", "OR", "NOT"].contains(&text);
        if !self.quoted && (is_operator || text.contains(['*', ':', '<', '>', '"'])) {
            return Err(refused(&format!("It does not know what {text} means")));
        }
        Ok(UserAsked::Words { within, text: text.to_owned(), whole: self.quoted })
    }
}

fn refused(why: &str) -> ApiError {
    ApiError::invalid_parameter("query", format!("{why}. {KNOWN}"))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]
mod tests {
    use super::*;

    fn words(within: UserColumn, text: &str, whole: bool) -> UserAsked {
        UserAsked::Words { within, text: text.to_owned(), whole }
    }

    #[test]
    fn every_part_of_the_language_is_understood() {
        for (text, asked) in [
            ("jan", words(UserColumn::Any, "jan", false)),
            ("jan*", words(UserColumn::Any, "jan", false)),
            ("\"Jan Ek\"", words(UserColumn::Any, "Jan Ek", true)),
            ("name:jan", words(UserColumn::Name, "jan", false)),
            ("name:\"Jan Ek\"", words(UserColumn::Name, "Jan Ek", true)),
            ("email:a.b@c.example", words(UserColumn::Email, "a.b@c.example", false)),
            ("role:End-User", UserAsked::Role("end-user")),
            ("tags:VIP", UserAsked::Tag("vip".to_owned())),
            ("organization:\"River bend\"", UserAsked::Organization("River bend".to_owned())),
            ("organization:none", UserAsked::NoOrganization),
            ("group:12", UserAsked::Group("12".to_owned())),
            ("external_id:shop-7", UserAsked::ExternalId("shop-7".to_owned())),
        ] {
            let term = |excluded| vec![UserTerm { excluded, asked: asked.clone() }];
            assert_eq!(read(text).unwrap(), term(false), "{text}");
            assert_eq!(read(&format!(" {text} type:user {text} ")).unwrap(), term(false), "{text}");
            assert_eq!(read(&format!("-{text}")).unwrap(), term(true), "{text}");
        }
        for everybody in ["type:user", "*", "type:\"user\" *"] {
            assert_eq!(read(everybody).unwrap(), []);
        }
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for text in [
            "",
            " ",
            "\"",
            "\"jan",
            "\"jan\"ek",
            "\"\"",
            "-",
            "name:",
            "name:\"\"",
            "name:*",
            "(",
            "^",
            "🎹",
            "j*n",
            "*an",
            "jan OR ek",
            "NOT",
            "created>2026-01-01",
            "created:2026-01-01",
            "10:30",
            "type:ticket",
            "-type:user",
            "role:boss",
            "tags:v*",
            "phone:1",
            "notes:x",
            "suspended:true",
            "jan\"ek",
            ":jan",
        ] {
            let refusal = read(text);
            assert!(
                matches!(refusal, Err(ApiError::InvalidAttribute { .. })),
                "{text}: {refusal:?}"
            );
        }
    }
}
