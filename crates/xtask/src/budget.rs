//! How much a first visit has to load, and how much it may.

use crate::compress::SiteFile;
use crate::error::Error;
use crate::say;

/// Brotli bytes. A bare Leptos app with a router is 105 kB; an equal app on react-admin was 290 kB.
const FIRST_VISIT: u64 = 205_000;

/// Fetched by the app as it starts, so the page does not name it.
const FETCHED_AT_START: &str = "guidepost.json";

/// Prints the table of the site's files, and fails when a first visit loads too much.
pub(crate) fn report(files: &[SiteFile], page: &str) -> Result<(), Error> {
    let width = files.iter().map(|file| file.name.len()).max().unwrap_or_default();
    say::line(&format!("  {:width$}  {:>10}  {:>9}  {:>9}", "file", "raw", "gzip", "brotli"));
    for file in files {
        let mark = if is_loaded_first(file, page) { "•" } else { " " };
        say::line(&format!(
            "{mark} {:width$}  {:>10}  {:>9}  {:>9}",
            file.name,
            file.raw,
            or_dash(file.gzip),
            or_dash(file.brotli)
        ));
    }
    let bytes = first_visit(files, page);
    let share = bytes * 100 / FIRST_VISIT;
    say::line(&format!(
        "• a first visit loads {bytes} bytes with brotli, {share} % of the budget of {FIRST_VISIT}"
    ));
    if bytes > FIRST_VISIT {
        return Err(Error::OverBudget { bytes, budget: FIRST_VISIT });
    }
    Ok(())
}

fn first_visit(files: &[SiteFile], page: &str) -> u64 {
    let loaded = files.iter().filter(|file| is_loaded_first(file, page));
    loaded.map(SiteFile::sent).sum()
}

/// The page itself, and every file that it names.
fn is_loaded_first(file: &SiteFile, page: &str) -> bool {
    file.name == "index.html"
        || file.name == FETCHED_AT_START
        || page.contains(&format!("/{}", file.name))
}

fn or_dash(size: Option<u64>) -> String {
    size.map_or_else(|| "–".to_owned(), |size| size.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, raw: u64, brotli: impl Into<Option<u64>>) -> SiteFile {
        SiteFile { name: name.to_owned(), raw, gzip: None, brotli: brotli.into() }
    }

    const PAGE: &str = "<script src=/assets/start-1f.js></script><link href=/favicon.svg>";

    #[test]
    fn a_first_visit_loads_the_page_what_it_names_and_the_configuration() {
        let files = [
            file("_headers", 900, None),
            file("assets/start-1f.js", 400, 200),
            file("assets/later-2e.wasm", 90_000, 30_000),
            file("favicon.svg", 300, None),
            file("guidepost.json", 3, None),
            file("index.html", 2000, 800),
        ];
        assert_eq!(first_visit(&files, PAGE), 200 + 300 + 3 + 800);
    }

    #[test]
    fn a_first_visit_over_the_budget_fails() {
        let within = [file("index.html", 900_000, FIRST_VISIT)];
        assert!(report(&within, PAGE).is_ok());
        let over = [file("index.html", 900_000, FIRST_VISIT + 1)];
        assert!(matches!(report(&over, PAGE), Err(Error::OverBudget { .. })));
    }
}
