//! Search, filters and order of the list, and how they stand in the address.

use std::cmp::Ordering;

use guidepost_model::{
    GroupId, Item, Known, OrganizationId, Origin, SegmentIndex, SegmentQuery, Sort, SortKey,
    Timestamp, UserId, UserSegment, UserType, fold,
};
use proptest::{option, prelude::*, sample::select};

use crate::support::{segment, segments, tags};

fn from(parameters: &[(&str, &str)]) -> SegmentQuery {
    SegmentQuery::from_parameters(parameters.iter().copied())
}

fn searching(text: &str) -> SegmentQuery {
    SegmentQuery { text: text.into(), ..SegmentQuery::default() }
}

fn finds(text: &str, segment: &UserSegment, names: &[&str]) -> bool {
    let mut segment = segment.clone();
    segment.added_user_ids.extend((90_001..).take(names.len()).map(UserId));
    let index = SegmentIndex::new([&segment]);
    let known = index.items().iter().map(|item| match item {
        Item::User(UserId(id @ 90_001..)) => Known::Name(fold(names[*id as usize - 90_001])),
        _ => Known::Nothing,
    });
    index.search(text, &known.collect::<Vec<_>>()).finds(0, &segment)
}

#[test]
fn what_is_not_set_stays_out_of_the_address() {
    assert_eq!(SegmentQuery::default().to_parameters(), []);
    assert_eq!(searching("  ").to_parameters(), []);
    assert_eq!(from(&[]), SegmentQuery::default());
}

#[test]
fn everything_set_stands_in_the_address() {
    let query = SegmentQuery {
        text: "tier 3".into(),
        user_type: Some(UserType::Staff),
        origin: Some(Origin::Custom),
        applicable: Some(false),
        broken: true,
        sort: Sort { key: SortKey::Name, descending: true },
    };
    assert_eq!(
        query.to_parameters(),
        [
            ("q", "tier 3".to_owned()),
            ("type", "staff".to_owned()),
            ("origin", "custom".to_owned()),
            ("applicable", "false".to_owned()),
            ("broken", "true".to_owned()),
            ("sort", "-name".to_owned()),
        ]
    );
}

#[test]
fn what_is_unknown_or_malformed_in_the_address_counts_as_not_set() {
    let odd = [
        ("type", "partners"),
        ("origin", "martian"),
        ("applicable", "yes"),
        ("sort", "--name"),
        ("utm_source", "mail"),
        ("", ""),
    ];
    assert_eq!(from(&odd), SegmentQuery::default());
}

#[test]
fn a_key_starts_in_its_natural_order() {
    assert_eq!(Sort::default(), Sort::natural(SortKey::Updated));
    assert!(Sort::natural(SortKey::Created).descending);
    assert!(!Sort::natural(SortKey::Name).descending);
}

#[test]
fn a_query_narrows_by_anything_but_its_order() {
    assert!(!SegmentQuery::default().narrows());
    assert!(!searching("  ").narrows());
    assert!(!from(&[("sort", "name")]).narrows());
    for parameter in [("q", "vip"), ("type", "staff"), ("origin", "custom"), ("applicable", "true")]
    {
        assert!(from(&[parameter]).narrows(), "{parameter:?}");
    }
}

#[test]
fn a_search_looks_in_the_name_the_tags_and_the_names_given() {
    let mut vip = segment(1, "VIP agents");
    vip.tags = tags(["gold_plan"]);
    vip.or_tags = tags(["k88"]);
    for text in ["vip", "AGENT", "gold", "k88", "billing", "noor", "", "  "] {
        assert!(finds(text, &vip, &["Billing", "Noor Haddad"]), "{text:?}");
    }
    assert!(!finds("billing", &vip, &[]));
    assert!(!finds("silver", &vip, &["Billing"]));
}

#[test]
fn every_word_must_be_found_in_any_order_and_place() {
    let mut vip = segment(1, "VIP agents");
    vip.tags = tags(["gold"]);
    assert!(finds("gold vip", &vip, &[]));
    assert!(finds(" agents\u{a0}vip ", &vip, &[]));
    assert!(!finds("vip silver", &vip, &[]));
}

#[test]
fn words_are_found_in_different_places() {
    let mut segment = segment(1, "Dealer desk");
    segment.tags = tags(["gold"]);
    let names = ["Billing", "Noor Haddad"];
    assert!(finds("billing dealer", &segment, &names));
    assert!(finds("haddad gold staff", &segment, &names));
    assert!(!finds("billing silver", &segment, &names));
}

#[test]
fn the_words_of_the_user_type_are_found() {
    let staff = segment(1, "VIP");
    let signed_in = UserSegment { user_type: UserType::SignedInUsers, ..segment(2, "VIP") };
    let built_in = UserSegment { built_in: true, ..segment(3, "VIP") };
    let found = |text| [&staff, &signed_in, &built_in].map(|segment| finds(text, segment, &[]));
    assert_eq!(found("staff"), [true, false, true]);
    assert_eq!(found("Signed-in users"), [false, true, false]);
    assert_eq!(found("built-in"), [false, false, true]);
}

#[test]
fn a_whole_id_is_found_and_a_part_of_one_is_not() {
    let segment = UserSegment {
        group_ids: vec![GroupId(20_271)],
        organization_ids: vec![OrganizationId(20_272)],
        added_user_ids: vec![UserId(20_273)],
        ..segment(360_001, "VIP")
    };
    for text in ["360001", "20271", "20272", "20273", "vip 360001"] {
        assert!(finds(text, &segment, &[]), "{text}");
    }
    for text in ["36000", "2027", "1", "vip 2027"] {
        assert!(!finds(text, &segment, &[]), "{text}");
    }
}

#[test]
fn only_what_is_known_to_be_broken_is_shown_as_broken() {
    let query = from(&[("broken", "true")]);
    let admits = |broken| query.admits(&segment(1, "VIP"), None, broken);
    assert_eq!([Some(true), Some(false), None].map(admits), [true, false, false]);
    assert!(from(&[]).admits(&segment(1, "VIP"), None, Some(true)));
    assert!(!from(&[("broken", "perhaps")]).broken);
}

#[test]
fn a_match_never_spans_two_texts() {
    let mut vip = segment(1, "VIP");
    vip.tags = tags(["gold"]);
    assert!(!finds("vipgold", &vip, &[]));
}

#[test]
fn a_search_finds_what_is_written_with_accents_and_other_scripts() {
    for (text, name) in [
        ("muller", "Kunden Müller"),
        ("MÜLLER", "Kunden muller"),
        ("strasse", "Große Straße"),
        ("仕入", "仕入先"),
        ("الدعم", "قسم الدعم"),
        ("<b>", "<b>bold</b>"),
    ] {
        assert!(finds(text, &segment(1, name), &[]), "{text} in {name}");
    }
}

#[test]
fn filters_admit_what_they_name() {
    let custom_staff = segment(1, "Staff");
    let built_in = UserSegment {
        built_in: true,
        user_type: UserType::SignedInUsers,
        ..segment(2, "Signed-in users")
    };
    let admitted = |parameter| {
        let query = from(&[parameter]);
        [&custom_staff, &built_in].map(|segment| query.admits(segment, None, None))
    };
    assert_eq!(admitted(("type", "staff")), [true, false]);
    assert_eq!(admitted(("type", "signed_in_users")), [false, true]);
    assert_eq!(admitted(("origin", "custom")), [true, false]);
    assert_eq!(admitted(("origin", "built_in")), [false, true]);
    assert_eq!(admitted(("q", "")), [true, true]);
}

#[test]
fn while_it_is_not_known_what_the_plan_applies_everything_is_shown() {
    let staff = segment(1, "Staff");
    for (wanted, known, admitted) in [
        ("true", Some(true), true),
        ("true", Some(false), false),
        ("false", Some(false), true),
        ("false", Some(true), false),
        ("true", None, true),
        ("false", None, true),
    ] {
        let query = from(&[("applicable", wanted)]);
        assert_eq!(query.admits(&staff, known, None), admitted, "{wanted} {known:?}");
    }
}

fn sorted(sort: &str, mut segments: Vec<UserSegment>) -> Vec<u64> {
    let query = from(&[("sort", sort)]);
    segments.sort_by(|one, other| query.compare(one, other));
    segments.into_iter().map(|segment| segment.id.0).collect()
}

#[test]
fn built_in_segments_stand_first_in_every_order() {
    let at = |seconds| Some(Timestamp::from_unix(seconds));
    let list = || {
        vec![
            UserSegment { updated_at: at(3), created_at: at(1), ..segment(1, "Ärzte") },
            UserSegment { updated_at: at(2), created_at: at(3), ..segment(2, "Zoo") },
            UserSegment { updated_at: at(1), built_in: true, ..segment(3, "Mitte") },
            UserSegment { updated_at: at(4), created_at: at(2), ..segment(4, "berlin") },
        ]
    };
    assert_eq!(sorted("-updated", list()), [3, 4, 1, 2]);
    assert_eq!(sorted("updated", list()), [3, 2, 1, 4]);
    assert_eq!(sorted("-created", list()), [3, 2, 4, 1]);
    assert_eq!(sorted("created", list()), [3, 1, 4, 2]);
    assert_eq!(sorted("name", list()), [3, 1, 4, 2]);
    assert_eq!(sorted("-name", list()), [3, 2, 4, 1]);
}

#[test]
fn equal_times_are_ordered_by_name_and_equal_names_by_id() {
    let list = vec![segment(3, "b"), segment(2, "a"), segment(1, "B")];
    assert_eq!(sorted("-updated", list.clone()), [2, 1, 3]);
    assert_eq!(sorted("-name", list), [1, 3, 2]);
}

fn sorts() -> impl Strategy<Value = Sort> {
    let keys = select(vec![SortKey::Updated, SortKey::Created, SortKey::Name]);
    (keys, any::<bool>()).prop_map(|(key, descending)| Sort { key, descending })
}

fn queries() -> impl Strategy<Value = SegmentQuery> {
    (
        "|\\PC{0,6}[a-zß字]",
        option::of(select(vec![UserType::Staff, UserType::SignedInUsers])),
        option::of(select(vec![Origin::BuiltIn, Origin::Custom])),
        option::of(any::<bool>()),
        any::<bool>(),
        sorts(),
    )
        .prop_map(|(text, user_type, origin, applicable, broken, sort)| SegmentQuery {
            text,
            user_type,
            origin,
            applicable,
            broken,
            sort,
        })
}

/// Segments of which many are alike in what they are compared by.
fn alike() -> impl Strategy<Value = UserSegment> {
    let names = select(vec!["a", "A", "ä", "ß", "ss", "字", ""]);
    let moments = || option::of((0..3_i64).prop_map(Timestamp::from_unix));
    (0..4_u64, names, any::<bool>(), moments(), moments()).prop_map(
        |(id, name, built_in, created_at, updated_at)| UserSegment {
            built_in,
            created_at,
            updated_at,
            ..segment(id, name)
        },
    )
}

proptest! {
    #[test]
    fn a_query_survives_the_address(query in queries()) {
        let parameters = query.to_parameters();
        let read = SegmentQuery::from_parameters(
            parameters.iter().map(|(key, value)| (*key, value.as_str())),
        );
        prop_assert_eq!(read, query);
    }

    #[test]
    fn the_order_is_total(sort in sorts(), a in alike(), b in alike(), c in alike()) {
        let query = SegmentQuery { sort, ..SegmentQuery::default() };
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

    #[test]
    fn a_segment_is_found_by_its_own_name_and_tags(segment in segments()) {
        let name = segment.name.clone();
        prop_assert!(finds(&name, &segment, &[]), "{}", name);
        for tag in &segment.or_tags {
            prop_assert!(finds(tag, &segment, &[]), "{}", tag);
        }
    }
}

#[test]
fn what_a_segment_names_is_broken_once_one_of_it_is_known_to_be_gone() {
    let mut desk = segment(1, "Desk");
    desk.group_ids = vec![GroupId(5), GroupId(6)];
    let plain = segment(2, "Plain");
    let index = SegmentIndex::new([&desk, &plain]);
    assert_eq!(index.items(), [Item::Group(GroupId(5)), Item::Group(GroupId(6))]);
    let name = || Known::Name("support".into());
    for (known, broken) in [
        ([Known::Nothing, name()], None),
        ([Known::Gone, Known::Nothing], Some(true)),
        ([name(), Known::Gone], Some(true)),
        ([name(), name()], Some(false)),
    ] {
        assert_eq!(index.is_broken(0, &known), broken, "{known:?}");
        assert_eq!(index.is_broken(1, &known), Some(false));
    }
}
