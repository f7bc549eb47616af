//! How many articles use each group.

use guidepost_model::PermissionGroupId;

use crate::{
    pages::parts::{Piece, grouped},
    store::{Articles, Counting},
};

/// The number of one group's articles in the table. Tracks.
pub(super) fn count_in_cell(articles: Articles, id: PermissionGroupId) -> Vec<Piece> {
    match articles.of(id) {
        Some(0) => vec![Piece::Span("muted", "0".to_owned())],
        Some(count) => vec![Piece::Text(grouped(count))],
        None if matches!(articles.counting(), Counting::Idle | Counting::Quietly) => {
            vec![Piece::Mute("skeleton", String::new(), "")]
        }
        None => vec![Piece::Span("not-counted", "Not counted".to_owned())],
    }
}

/// The same in words, where there is no column for it.
pub(crate) fn in_words(articles: Articles, id: PermissionGroupId) -> Option<String> {
    Some(match articles.of(id)? {
        0 => "no article".to_owned(),
        1 => "1 article".to_owned(),
        many => format!("{} articles", grouped(many)),
    })
}
