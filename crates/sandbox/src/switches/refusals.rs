//! Refusals whose status a switch decides.

use guidepost_model::{FieldErrors, Problem};

use super::{BuiltIn, OverLimit, Switches, UnknownIds};
use crate::error::ApiError;

impl Switches {
    /// What was built in was to be changed. Documented: it cannot be. How that is answered is not.
    pub(crate) fn built_in(&self) -> ApiError {
        let problem = "is built in and cannot be changed";
        match self.built_in {
            BuiltIn::Forbidden => ApiError::Forbidden,
            BuiltIn::NotFound => ApiError::RecordNotFound,
            BuiltIn::BadRequest => ApiError::field("base", problem),
            BuiltIn::Unprocessable => ApiError::field("base", problem).into_record_invalid(),
        }
    }

    /// A draft that the rules refuse.
    pub(crate) fn invalid(&self, errors: FieldErrors) -> ApiError {
        let over = |problem: &Problem| {
            matches!(problem, Problem::TooMany { .. } | Problem::AccountFull { .. })
        };
        let is_over = errors.0.iter().any(|(_, problem)| over(problem));
        let error = ApiError::from(errors);
        match self.over_limit {
            OverLimit::Unprocessable if is_over => error.into_record_invalid(),
            _ => error,
        }
    }

    /// Ids that name nothing: `error` tells which.
    pub(crate) fn unknown_ids(&self, error: ApiError) -> ApiError {
        match (self.unknown_ids, error) {
            (UnknownIds::NotFound, ApiError::Fields(_)) => ApiError::RecordNotFound,
            (UnknownIds::Unprocessable, error) => error.into_record_invalid(),
            (_, error) => error,
        }
    }

    /// An article was to have what does not exist: recorded as 400, and somebody reported 404.
    pub(crate) fn unknown_id_of_article(&self, name: &'static str, message: &str) -> ApiError {
        match self.unknown_ids {
            UnknownIds::BadRequest => ApiError::invalid_article(name, message),
            UnknownIds::NotFound => ApiError::RecordNotFound,
            UnknownIds::Unprocessable => ApiError::field(name, message).into_record_invalid(),
        }
    }

    /// An article was to have more than it may.
    pub(crate) fn too_many_of_article(&self, name: &'static str, message: &str) -> ApiError {
        match self.over_limit {
            OverLimit::BadRequest => ApiError::invalid_article(name, message),
            OverLimit::Unprocessable => ApiError::field(name, message).into_record_invalid(),
        }
    }
}
