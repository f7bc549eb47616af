//! The database of an account for one journey or measurement: a file, because people have one too, in a folder that goes
//! with it.

use std::{env, fs, path::PathBuf, process};

pub struct Database(PathBuf);

impl Database {
    /// For what has this name; there are no two of one name.
    pub fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("guidepost-journey-{}-{name}", process::id()));
        fs::create_dir_all(&folder).expect("a folder for the database");
        Self(folder)
    }

    pub fn file(&self) -> String {
        self.0.join("account.sqlite3").display().to_string()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
