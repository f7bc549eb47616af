//! What all managed objects have in common: they are listed, read, created, changed and deleted in the same way.

use guidepost_model::{Kind, Resource, Valid};

use super::{
    Client, Failure, Method,
    client::{Paging, under},
};

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
    pub async fn all<T: Resource>(&self, each: impl FnMut(Vec<T>)) -> Result<(), Failure> {
        let paging = match T::KIND {
            Kind::Segment => Paging::Cursor,
            // How these are paged is not documented; the one recorded answer is in offset paging.
            Kind::PermissionGroup => Paging::Offset,
        };
        self.list(path(T::KIND), paging, each).await
    }

    /// One object as it is now.
    pub async fn read<T: Resource>(&self, id: T::Id) -> Result<T, Failure> {
        self.one(Method::Get, path_of::<T>(id), None).await
    }

    /// Creates an object. When the answer is lost it may exist all the same.
    pub async fn create<T: Resource>(&self, valid: &T::Valid) -> Result<T, Failure> {
        self.one(Method::Post, path(T::KIND).into(), Some(valid.to_request())).await
    }

    /// Changes an object.
    pub async fn update<T: Resource>(&self, id: T::Id, valid: &T::Valid) -> Result<T, Failure> {
        self.one(Method::Put, path_of::<T>(id), Some(valid.to_request())).await
    }

    /// Deletes an object.
    pub async fn delete<T: Resource>(&self, id: T::Id) -> Result<(), Failure> {
        self.send(Method::Delete, path_of::<T>(id), None).await.map(|_| ())
    }

    async fn one<T: Resource>(
        &self,
        method: Method,
        path: String,
        body: Option<String>,
    ) -> Result<T, Failure> {
        under(&self.send(method, path, body).await?, T::KIND.wrapper())
    }
}
