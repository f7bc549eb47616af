//! Who is in the account: users, groups of agents, organizations of end users. Only what Guidepost shows.

use serde::{Deserialize, Deserializer};

use crate::{GroupId, OrganizationId, UserId, lenient::or_default};

/// A user's role in the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Asks questions and reads the help center.
    EndUser,
    /// Answers.
    Agent,
    /// Runs the account.
    Admin,
    /// A role that Zendesk added after this was written.
    Other(String),
}

impl Role {
    /// What people call it.
    pub fn label(&self) -> &str {
        match self {
            Self::EndUser => "End user",
            Self::Agent => "Agent",
            Self::Admin => "Admin",
            Self::Other(name) => name,
        }
    }

    /// Agents and admins: the staff of segments.
    pub fn is_staff(&self) -> bool {
        matches!(self, Self::Agent | Self::Admin)
    }
}

impl<'de> Deserialize<'de> for Role {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Ok(match name.as_str() {
            "end-user" => Self::EndUser,
            "agent" => Self::Agent,
            "admin" => Self::Admin,
            _ => Self::Other(name),
        })
    }
}

/// A person in the account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct User {
    /// Absent in `users/me` when nobody is signed in.
    #[serde(default)]
    pub id: Option<UserId>,
    /// Display name.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// Absent for people without one, such as callers.
    #[serde(default)]
    pub email: Option<String>,
    /// What they are.
    pub role: Role,
}

/// A group of agents.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// Deleted groups stay readable and let nobody in.
    #[serde(default, deserialize_with = "or_default")]
    pub deleted: bool,
}

/// An organization of end users.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    #[serde(default, deserialize_with = "or_default")]
    pub name: String,
    /// Its end users have these tags too.
    #[serde(default, deserialize_with = "or_default")]
    pub tags: Vec<String>,
}
