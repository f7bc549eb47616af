//! Objects that were created twice: a browser sends a request again by itself when a connection that it had kept turns
//! out to be closed. The answer then is that of the second one.

use guidepost_model::{Attempts, Resource, quoted};

use crate::{
    api::Client,
    store::Collection,
    ui::{Toasts, spawn_for_app},
};

/// An object that was created, and what was sent for it.
pub(crate) struct Made<T: Resource> {
    pub(crate) name: String,
    pub(crate) id: T::Id,
    pub(crate) attempts: Attempts<T>,
}

/// Looks whether the account has more of these than were made, and tells.
pub(crate) fn look_for_doubles<T: Resource>(
    client: Client,
    collection: Collection<T>,
    toasts: Toasts,
    made: Vec<Made<T>>,
) {
    // Not the page's own task: it may leave in a moment.
    spawn_for_app(async move {
        let mut rows = Vec::new();
        if client.all::<T>(|page| rows.extend(page)).await.is_err() {
            return;
        }
        rows.retain(|row| made.iter().all(|one| one.id != row.id()));
        for Made { name, attempts, .. } in &made {
            let doubles: Vec<&T> =
                rows.iter().filter(|row| attempts.may_have_created(row)).collect();
            let often = match doubles.len() {
                0 => continue,
                1 => "twice".to_owned(),
                more => format!("{} times", more + 1),
            };
            doubles.into_iter().for_each(|double| collection.put(double.clone()));
            let name = quoted(name);
            toasts.fail(format!("The connection broke, and {name} was created {often}"), None);
        }
    });
}
