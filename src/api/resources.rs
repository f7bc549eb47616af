//! What all managed objects have in common: they are listed, read, created, changed and deleted in the same way.

use guidepost_model::{ErrorKind, Kind, Resource, Valid};
use rustc_hash::FxHashSet;

use super::{
    Answer, Client, Failure, Method,
    client::{Paging, documented, under, unreadable},
};

/// What Zendesk calls an object that it doesn't have.
const NOT_FOUND: &str = "RecordNotFound";

pub(super) const fn path(kind: Kind) -> &'static str {
    match kind {
        Kind::Segment => "/api/v2/help_center/user_segments",
        // Always the account's own address: under a brand's, Zendesk redirects, and a browser drops the credentials.
        Kind::PermissionGroup => "/api/v2/guide/permission_groups",
    }
}

fn path_of<T: Resource>(id: T::Id) -> String {
    format!("{}/{id}", path(T::KIND))
}

impl Client {
    /// Every object of a kind; each page is handed over as it arrives.
    pub async fn all<T: Resource>(&self, mut each: impl FnMut(Vec<T>)) -> Result<(), Failure> {
        let paging = match T::KIND {
            Kind::Segment => Paging::Cursor,
            // How these are paged is not documented; the one recorded answer is in offset paging.
            Kind::PermissionGroup => Paging::Offset,
        };
        // A list that changes while it is read can move a row onto the next page.
        let mut seen = FxHashSet::default();
        let each = |mut page: Vec<T>| {
            page.retain(|row| seen.insert(row.id()));
            each(page);
        };
        self.list(path(T::KIND), paging, each).await
    }

    /// One object as it is now.
    pub async fn read<T: Resource>(&self, id: T::Id) -> Result<T, Failure> {
        let answer = self.send(Method::Get, path_of::<T>(id), None).await?;
        one(answer, Some(id))
    }

    /// Creates an object. When the answer is lost it may exist all the same.
    pub async fn create<T: Resource>(&self, valid: &T::Valid) -> Result<T, Failure> {
        let body = valid.to_request();
        let answer = self.send(Method::Post, path(T::KIND).into(), Some(body)).await?;
        one(documented(answer, 201)?, None)
    }

    /// Changes the fields of an object that differ from `base`.
    pub async fn update<T: Resource>(&self, base: &T, valid: &T::Valid) -> Result<T, Failure> {
        let body = valid.to_update(&base.draft());
        let answer = self.send(Method::Put, path_of::<T>(base.id()), Some(body)).await?;
        one(documented(answer, 200)?, Some(base.id()))
    }

    /// Deletes an object. `Ok` only for the answer that the API documents; after anything that leaves doubt,
    /// [`exists`](Self::exists) tells what became of it.
    pub async fn delete<T: Resource>(&self, id: T::Id) -> Result<(), Failure> {
        let answer = self.send(Method::Delete, path_of::<T>(id), None).await?;
        documented(answer, 204).map(|_| ())
    }

    /// Whether the account has an object. A 404 counts only in the account's own words, because a gateway answers 404
    /// too. Of any other, the list decides.
    ///
    /// # Errors
    /// When the account doesn't say.
    pub async fn exists<T: Resource>(&self, id: T::Id) -> Result<bool, Failure> {
        match self.read::<T>(id).await {
            Ok(_) => Ok(true),
            Err(Failure::Refused(error)) if error.kind == ErrorKind::NotFound => {
                if error.title.as_deref() == Some(NOT_FOUND) {
                    return Ok(false);
                }
                let mut listed = false;
                let each = |page: Vec<T>| listed |= page.iter().any(|object| object.id() == id);
                self.all(each).await?;
                Ok(listed)
            }
            Err(failure) => Err(failure),
        }
    }
}

/// The object in an answer; where an id is given, that one.
fn one<T: Resource>(answer: Answer, id: Option<T::Id>) -> Result<T, Failure> {
    let object: T = under(&answer, T::KIND.wrapper())?;
    match id {
        Some(id) if object.id() != id => {
            Err(unreadable(&answer, "it is about another object".into()))
        }
        _ => Ok(object),
    }
}
