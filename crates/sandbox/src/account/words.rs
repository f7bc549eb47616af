//! Words as SQLite's full text search is asked for them.

/// A query that all of these words or phrases fit. One without a letter or digit finds nothing, and so do none.
pub(super) fn all_words(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    if words.is_empty() { "\"\"".to_owned() } else { words.join(" AND ") }
}

/// A word or phrase in which no sign has a meaning.
pub(super) fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace(['"', '\0'], ""))
}
