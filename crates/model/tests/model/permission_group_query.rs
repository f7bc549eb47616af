//! Search and order of the list of permission groups, what the matrix shows, and how both stand in the address.

use std::cmp::Ordering;

use guidepost_model::{
    MatrixQuery, PermissionGroup, PermissionGroupQuery, Sort, SortKey, Timestamp, fold,
};
use proptest::{option, prelude::*, sample::select};

use crate::support::{permission_group, text};

fn from(parameters: &[(&str, &str)]) -> PermissionGroupQuery {
    PermissionGroupQuery::from_parameters(parameters.iter().copied())
}

fn matrix(parameters: &[(&str, &str)]) -> MatrixQuery {
    MatrixQuery::from_parameters(parameters.iter().copied())
}

#[test]
fn what_is_not_set_stays_out_of_the_address() {
    assert_eq!(PermissionGroupQuery::default().to_parameters(), []);
    assert_eq!(from(&[("q", "  ")]).to_parameters(), []);
    assert_eq!(MatrixQuery::default().to_parameters(), []);
    assert_eq!(matrix(&[("segment", " "), ("group", "\t")]).to_parameters(), []);
}

#[test]
fn everything_set_stands_in_the_address() {
    let query = PermissionGroupQuery {
        text: "tier 3".into(),
        sort: Sort { key: SortKey::Name, descending: true },
    };
    let written = [("q", "tier 3".to_owned()), ("sort", "-name".to_owned())];
    assert_eq!(query.to_parameters(), written);
    let query = MatrixQuery {
        segments: "crew".into(),
        groups: "tour".into(),
        granted: true,
        changed: true,
    };
    assert_eq!(
        query.to_parameters(),
        [("segment", "crew"), ("group", "tour"), ("granted", "true"), ("changed", "true")]
            .map(|(key, value)| (key, value.to_owned()))
    );
}

#[test]
fn what_is_unknown_or_malformed_in_the_address_counts_as_not_set() {
    let odd = [
        ("sort", "--name"),
        ("granted", "yes"),
        ("changed", "1"),
        ("utm_source", "mail"),
        ("", ""),
    ];
    assert_eq!(from(&odd), PermissionGroupQuery::default());
    assert_eq!(matrix(&odd), MatrixQuery::default());
}

#[test]
fn a_matrix_is_narrowed_by_any_of_its_filters() {
    assert!(!MatrixQuery::default().narrows());
    assert!(!matrix(&[("segment", "  ")]).narrows());
    for parameter in [("segment", "a"), ("group", "b"), ("granted", "true"), ("changed", "true")] {
        assert!(matrix(&[parameter]).narrows(), "{parameter:?}");
    }
}

#[test]
fn every_word_of_a_search_must_be_found() {
    let key = fold("Tour support\nStage piano specialists\nGroße Bühne");
    for found in ["", " ", "tour", "TOUR", "piano support", "grosse buhne"] {
        assert!(from(&[("q", found)]).admits(&key), "{found}");
    }
    for missed in ["tours", "tour crew"] {
        assert!(!from(&[("q", missed)]).admits(&key), "{missed}");
    }
}

fn sorted(sort: &str, mut groups: Vec<PermissionGroup>) -> Vec<u64> {
    let query = from(&[("sort", sort)]);
    groups.sort_by(|one, other| query.compare(one, other));
    groups.into_iter().map(|group| group.id.0).collect()
}

#[test]
fn built_in_groups_stand_first_in_every_order() {
    let at = |seconds| Some(Timestamp::from_unix(seconds));
    let list = || {
        vec![
            PermissionGroup {
                updated_at: at(3),
                created_at: at(1),
                ..permission_group(1, "Ärzte")
            },
            PermissionGroup { updated_at: at(2), created_at: at(3), ..permission_group(2, "Zoo") },
            PermissionGroup { updated_at: at(1), built_in: true, ..permission_group(3, "Mitte") },
            PermissionGroup {
                updated_at: at(4),
                created_at: at(2),
                ..permission_group(4, "berlin")
            },
        ]
    };
    assert_eq!(sorted("-updated", list()), [3, 4, 1, 2]);
    assert_eq!(sorted("updated", list()), [3, 2, 1, 4]);
    assert_eq!(sorted("-created", list()), [3, 2, 4, 1]);
    assert_eq!(sorted("name", list()), [3, 1, 4, 2]);
    assert_eq!(sorted("-name", list()), [3, 2, 4, 1]);
}

fn sorts() -> impl Strategy<Value = Sort> {
    let keys = select(vec![SortKey::Updated, SortKey::Created, SortKey::Name]);
    (keys, any::<bool>()).prop_map(|(key, descending)| Sort { key, descending })
}

/// What somebody may have typed: nothing, or something that is not all spaces.
fn typed() -> impl Strategy<Value = String> {
    text("|\\PC{0,6}[a-zß字]")
}

/// Groups of which many are alike in what they are compared by.
fn alike() -> impl Strategy<Value = PermissionGroup> {
    let names = select(vec!["a", "A", "ä", "ß", "ss", "字", ""]);
    let moments = || option::of((0..3_i64).prop_map(Timestamp::from_unix));
    (0..4_u64, names, any::<bool>(), moments(), moments()).prop_map(
        |(id, name, built_in, created_at, updated_at)| PermissionGroup {
            built_in,
            created_at,
            updated_at,
            ..permission_group(id, name)
        },
    )
}

fn borrowed<'a>(
    parameters: &'a [(&'static str, String)],
) -> impl Iterator<Item = (&'a str, &'a str)> {
    parameters.iter().map(|(key, value)| (*key, value.as_str()))
}

proptest! {
    #[test]
    fn a_query_survives_the_address(text in typed(), sort in sorts()) {
        let query = PermissionGroupQuery { text, sort };
        let parameters = query.to_parameters();
        prop_assert_eq!(PermissionGroupQuery::from_parameters(borrowed(&parameters)), query);
    }

    #[test]
    fn what_the_matrix_shows_survives_the_address(
        segments in typed(), groups in typed(), granted: bool, changed: bool,
    ) {
        let query = MatrixQuery { segments, groups, granted, changed };
        let parameters = query.to_parameters();
        prop_assert_eq!(query.narrows(), !parameters.is_empty());
        prop_assert_eq!(MatrixQuery::from_parameters(borrowed(&parameters)), query);
    }

    #[test]
    fn the_order_is_total(sort in sorts(), a in alike(), b in alike(), c in alike()) {
        let query = PermissionGroupQuery { sort, ..PermissionGroupQuery::default() };
        let order = |one, other| query.compare(one, other);
        prop_assert_eq!(order(&a, &a), Ordering::Equal);
        prop_assert_eq!(order(&a, &b), order(&b, &a).reverse());
        if order(&a, &b).is_le() && order(&b, &c).is_le() {
            prop_assert!(order(&a, &c).is_le());
        }
        if a.id != b.id {
            prop_assert_ne!(order(&a, &b), Ordering::Equal);
        }
    }
}
