//! Pieces that several screens show: a rule in words, a difference, a failure.

mod content_names;
mod count_articles;
mod diff;
mod doubles;
mod facts;
mod failure;
mod item_chip;
mod pause;
mod phrase;
mod rule;
mod usage;

pub(crate) use content_names::{ContentLink, ContentName, ContentNames};
pub(crate) use count_articles::{CountArticles, CountScope, SCOPE, brands_left_out, grouped};
pub(crate) use diff::short_label;
pub use diff::{DeltaList, Diff};
pub(crate) use doubles::{Made, look_for_doubles};
pub(crate) use facts::Facts;
pub use failure::FailureBanner;
pub use item_chip::ItemChip;
pub(crate) use item_chip::symbol_of;
pub use pause::PauseBanner;
pub(crate) use phrase::{Phrase, Piece};
pub use rule::{Rule, SentenceLine};
pub use usage::{Usage, count_of, list_in_words, load_usage};
