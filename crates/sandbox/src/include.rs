//! The parameter `include`: what records refer to, in the same answer. What cannot be included somewhere is refused there,
//! which is assumed: an answer without it would look like one that has nothing to include.

use std::collections::BTreeSet;

use crate::{error::ApiError, query::Query};

/// Asks for nothing. A library in Python writes its own word for nothing into addresses.
const NOTHING: &str = "None";

/// What a request wants in its answer, of what can be had there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Included(BTreeSet<&'static str>);

impl Included {
    /// What stands between the commas of `include`, which may be given several times.
    pub(crate) fn read(query: &Query, known: &'static [&'static str]) -> Result<Self, ApiError> {
        let asked = query.all("include").chain(query.all("include[]"));
        let asked = asked.filter(|list| *list != NOTHING);
        let asked = asked.flat_map(|list| list.split(',')).map(|name| name.trim_matches(' '));
        let included = asked.filter(|name| !name.is_empty()).map(|name| {
            known.iter().copied().find(|known| *known == name).ok_or_else(|| {
                let reason = match known {
                    [] => format!("“{name}” cannot be included here, nor can anything else"),
                    known => {
                        format!("“{name}” cannot be included here, only {}", known.join(", "))
                    }
                };
                ApiError::invalid_parameter("include", reason)
            })
        });
        included.collect::<Result<_, _>>().map(Self)
    }

    /// A regular expression for all that [`Self::read`] takes.
    pub(crate) fn pattern(known: &[&str]) -> String {
        let one = format!(" *(({}) *)?", known.join("|"));
        format!("^({NOTHING}|{one}(,{one})*)$")
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}
