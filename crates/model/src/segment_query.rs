//! Search, filters and sort order of the segment list, and how they stand in the address.

use crate::{Sort, UserSegment, UserType, fold, sort::Row};

/// Built by Zendesk or by the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Zendesk's own.
    BuiltIn,
    /// The account's.
    Custom,
}

/// What the list shows, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SegmentQuery {
    /// What is searched for, as typed.
    pub text: String,
    /// Only segments of this type.
    pub user_type: Option<UserType>,
    /// Only built-in, or only custom ones.
    pub origin: Option<Origin>,
    /// Only those that the account's plan can apply (`true`), or cannot (`false`).
    pub applicable: Option<bool>,
    /// Only those that name something that no longer exists.
    pub broken: bool,
    /// In which order.
    pub sort: Sort,
}

impl SegmentQuery {
    /// Reads the parameters of an address; what is unknown or malformed counts as not set.
    pub fn from_parameters<'a>(parameters: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        for (key, value) in parameters {
            match (key, value) {
                ("q", text) => query.text = text.to_owned(),
                ("type", "staff") => query.user_type = Some(UserType::Staff),
                ("type", "signed_in_users") => query.user_type = Some(UserType::SignedInUsers),
                ("origin", "built_in") => query.origin = Some(Origin::BuiltIn),
                ("origin", "custom") => query.origin = Some(Origin::Custom),
                ("applicable", "true") => query.applicable = Some(true),
                ("applicable", "false") => query.applicable = Some(false),
                ("broken", "true") => query.broken = true,
                ("sort", sort) => query.sort = Sort::read(sort).unwrap_or_default(),
                _ => {}
            }
        }
        query
    }

    /// The parameters for an address; what is not set is left out.
    pub fn to_parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = Vec::new();
        if !self.text.trim().is_empty() {
            parameters.push(("q", self.text.clone()));
        }
        if let Some(user_type) = &self.user_type {
            parameters.push(("type", user_type.as_str().to_owned()));
        }
        if let Some(origin) = self.origin {
            let name = match origin {
                Origin::BuiltIn => "built_in",
                Origin::Custom => "custom",
            };
            parameters.push(("origin", name.to_owned()));
        }
        if let Some(applicable) = self.applicable {
            parameters.push(("applicable", applicable.to_string()));
        }
        if self.broken {
            parameters.push(("broken", "true".to_owned()));
        }
        if self.sort != Sort::default() {
            parameters.push(("sort", self.sort.write()));
        }
        parameters
    }

    /// True when something is searched for or filtered out.
    pub fn narrows(&self) -> bool {
        !self.text.trim().is_empty()
            || self.user_type.is_some()
            || self.origin.is_some()
            || self.applicable.is_some()
            || self.broken
    }

    /// True when the segment passes the filters; the text is for [`SegmentIndex::search`](crate::SegmentIndex::search).
    /// Whether it is `broken` may not be known yet: then it is not shown as such.
    pub fn admits(
        &self,
        segment: &UserSegment,
        applicable: Option<bool>,
        broken: Option<bool>,
    ) -> bool {
        let of_type = self.user_type.as_ref().is_none_or(|wanted| *wanted == segment.user_type);
        let of_origin =
            self.origin.is_none_or(|wanted| (wanted == Origin::BuiltIn) == segment.built_in);
        let of_plan =
            self.applicable.is_none() || applicable.is_none() || self.applicable == applicable;
        let of_state = !self.broken || broken == Some(true);
        of_type && of_origin && of_plan && of_state
    }

    /// The order of two segments in this list.
    pub fn compare(&self, one: &UserSegment, other: &UserSegment) -> std::cmp::Ordering {
        fn row(segment: &UserSegment) -> Row<'_> {
            Row {
                built_in: segment.built_in,
                name: &segment.name,
                created: segment.created_at,
                updated: segment.updated_at,
                id: segment.id.0,
            }
        }
        self.sort.compare(&row(one), &row(other))
    }
}

/// Everything of a segment that a search looks in: its name, user type, tags, and the `names` of its groups,
/// organizations and people; folded, one to a line so that a match never spans two.
pub fn search_key<'a>(
    segment: &'a UserSegment,
    names: impl IntoIterator<Item = &'a str>,
) -> String {
    let mut key = fold(&segment.name);
    let user_type = match &segment.user_type {
        UserType::Staff => "staff",
        UserType::SignedInUsers => "signed-in users",
        UserType::Other(name) => name,
    };
    let built_in = segment.built_in.then_some("built-in");
    let tags = segment.tags.iter().chain(&segment.or_tags).map(String::as_str);
    for text in [user_type].into_iter().chain(built_in).chain(tags).chain(names) {
        key.push('\n');
        key.push_str(&fold(text));
    }
    key
}
