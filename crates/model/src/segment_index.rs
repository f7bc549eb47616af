//! Searching thousands of segments with every key that is typed. What a segment says itself is folded once; what it
//! names by id is looked up once for all segments that name it.

use rustc_hash::FxHashMap;

use crate::{Item, UserSegment, fold, search_key};

/// What is known of a group, organization or person that segments name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Nothing yet.
    Nothing,
    /// It no longer exists.
    Gone,
    /// It exists; its name, folded.
    Name(String),
}

/// Segments, ready to be searched. They are addressed by their place in the list that it was made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SegmentIndex {
    entries: Vec<Entry>,
    items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    /// Its own text: its [`search_key`] without names.
    key: String,
    /// Of the groups, organizations and people that it names, their places in `items`.
    references: Vec<usize>,
}

/// One word of a search.
#[derive(Debug, Clone)]
struct Word {
    folded: String,
    id: Option<u64>,
    /// By the place of an item: whether its name has the word.
    in_name: Vec<bool>,
}

/// A search, prepared for every segment of an index.
#[derive(Debug, Clone)]
pub struct Search<'a> {
    index: &'a SegmentIndex,
    words: Vec<Word>,
}

impl SegmentIndex {
    /// Reads the segments once.
    pub fn new<'a>(segments: impl IntoIterator<Item = &'a UserSegment>) -> Self {
        let mut items = Vec::new();
        let mut places: FxHashMap<Item, usize> = FxHashMap::default();
        let entries = segments.into_iter().map(|segment| {
            let references = segment.references().into_iter().map(|item| {
                *places.entry(item).or_insert_with_key(|item| {
                    items.push(item.clone());
                    items.len() - 1
                })
            });
            let references = references.collect();
            Entry { key: search_key(segment, None), references }
        });
        let entries = entries.collect();
        Self { entries, items }
    }

    /// Every group, organization and person that a segment names, once.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Prepares the search for a text. `known` says of each of [`SegmentIndex::items`] what is known of it.
    pub fn search<'a>(&'a self, text: &str, known: &[Known]) -> Search<'a> {
        let words = text.split_whitespace().map(|word| {
            let folded = fold(word);
            let has_word =
                |known: &Known| matches!(known, Known::Name(name) if name.contains(&folded));
            let in_name = known.iter().map(has_word).collect();
            Word { id: word.parse().ok(), folded, in_name }
        });
        Search { index: self, words: words.collect() }
    }

    /// Whether the segment at a place names something that no longer exists; `None` while that is not known.
    pub fn is_broken(&self, at: usize, known: &[Known]) -> Option<bool> {
        let mut all_known = true;
        for place in &self.entries.get(at)?.references {
            match known.get(*place) {
                Some(Known::Gone) => return Some(true),
                Some(Known::Name(_)) => {}
                Some(Known::Nothing) | None => all_known = false,
            }
        }
        all_known.then_some(false)
    }
}

impl Search<'_> {
    /// True when every word is in what the segment at a place says, in the name of something that it names, or is an id
    /// of its own or of something that it names. Words may be found in different places.
    pub fn finds(&self, at: usize, segment: &UserSegment) -> bool {
        let Some(entry) = self.index.entries.get(at) else { return false };
        self.words.iter().all(|word| {
            let named = |place: &usize| word.in_name.get(*place) == Some(&true);
            entry.key.contains(&word.folded)
                || entry.references.iter().any(named)
                || word.id.is_some_and(|id| has_id(segment, id))
        })
    }
}

/// True when it is the whole id of the segment or of something that it names. Parts of ids find nothing: "2027" is meant
/// as a word.
fn has_id(segment: &UserSegment, id: u64) -> bool {
    segment.id.0 == id
        || segment.group_ids.iter().any(|group| group.0 == id)
        || segment.organization_ids.iter().any(|organization| organization.0 == id)
        || segment.added_user_ids.iter().any(|user| user.0 == id)
}
