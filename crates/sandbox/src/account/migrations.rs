//! The schema, step by step. A step that was released is never edited: a change is a new step.

use rusqlite::{Connection, TransactionBehavior};

use super::open::OpenError;

const STEPS: [&str; 10] = [
    include_str!("migrations/0001_directory.sql"),
    include_str!("migrations/0002_help_center.sql"),
    include_str!("migrations/0003_permissions.sql"),
    include_str!("migrations/0004_lists.sql"),
    include_str!("migrations/0005_oauth.sql"),
    include_str!("migrations/0006_revision.sql"),
    include_str!("migrations/0007_articles.sql"),
    include_str!("migrations/0008_categories.sql"),
    include_str!("migrations/0009_article_search.sql"),
    include_str!("migrations/0010_user_search.sql"),
];

/// Brings the database to the newest schema. `user_version` counts the steps taken; each step and its
/// count are one transaction, so a process killed in between leaves a schema that can be continued.
pub(super) fn run(connection: &mut Connection) -> Result<(), OpenError> {
    loop {
        // The lock first: another process may be taking the same steps.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let taken: usize =
            transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if taken > STEPS.len() {
            return Err(OpenError::Newer { taken, known: STEPS.len() });
        }
        let Some(step) = STEPS.get(taken) else { return Ok(()) };
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", taken + 1)?;
        transaction.commit()?;
    }
}
