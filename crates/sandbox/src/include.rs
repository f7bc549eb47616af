//! The parameter `include`: what records refer to, in the same answer. What cannot be included somewhere is refused there,
//! which is assumed: an answer without it would look like one that has nothing to include.

use std::collections::BTreeSet;

use crate::{error::ApiError, query::Query};

/// What a request wants in its answer, of what can be had there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Included(BTreeSet<&'static str>);

impl Included {
    /// What stands between the commas of `include`, which may be given several times.
    pub(crate) fn read(query: &Query, known: &'static [&'static str]) -> Result<Self, ApiError> {
        let asked = query.all("include").chain(query.all("include[]"));
        let asked = asked.flat_map(|list| list.split(',')).map(str::trim);
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

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}
