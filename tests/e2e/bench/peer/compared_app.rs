//! The two apps, and where each shows its list of user segments.

use std::path::Path;

use guidepost_e2e::{Account, Database, Process, environment};

/// What differs between the apps.
struct Selectors {
    name: &'static str,
    /// The address of the list, below the site's.
    path: &'static str,
    /// A row that shows a segment, as opposed to one that only keeps a place.
    row: &'static str,
    search: &'static str,
}

const GUIDEPOST: Selectors = Selectors {
    name: "Guidepost",
    path: "/segments",
    row: "tr[data-segment]",
    search: "input[type=search]",
};

const REACT_ADMIN: Selectors = Selectors {
    name: "react-admin",
    path: "/#/user_segments",
    row: ".RaDatagrid-row",
    search: "input[name=q]",
};

/// One of the apps, in front of an account of its own.
pub(super) struct ComparedApp {
    selectors: Selectors,
    server: Process,
    // Behind the server, which has it open.
    _database: Database,
}

/// Both, in accounts that were just filled with the same data.
pub(super) fn both(size: &str) -> [ComparedApp; 2] {
    println!("    filling two accounts, {size}");
    [
        ComparedApp::start(GUIDEPOST, &environment::site(), size),
        ComparedApp::start(REACT_ADMIN, &environment::peer(), size),
    ]
}

impl ComparedApp {
    fn start(selectors: Selectors, site: &Path, size: &str) -> Self {
        let database = Database::new(&format!("bench-{}", selectors.name));
        let options = ["--size", size, "--database", &database.file()];
        let server = Process::server_of(site, &options);
        Self { selectors, server, _database: database }
    }

    pub(super) fn name(&self) -> &'static str {
        self.selectors.name
    }

    pub(super) fn site(&self) -> &str {
        &self.server.url
    }

    /// The address of the list, below the site's.
    pub(super) fn path(&self) -> &'static str {
        self.selectors.path
    }

    /// The selector of a row.
    pub(super) fn row(&self) -> &'static str {
        self.selectors.row
    }

    /// The selector of the search box.
    pub(super) fn search(&self) -> &'static str {
        self.selectors.search
    }

    pub(super) fn account(&self) -> Account {
        Account::new(&self.server.url)
    }
}
