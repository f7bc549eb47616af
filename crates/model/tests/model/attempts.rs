//! Finding out whether a creation arrived whose answer was lost.

use guidepost_model::{Attempts, SegmentId, UserSegment};

use crate::support::segment;

fn attempts() -> Attempts<UserSegment> {
    Attempts::new(vec![SegmentId(1), SegmentId(2)]).with(segment(0, "Piano tuners").draft())
}

#[test]
fn a_new_object_with_what_was_sent_may_be_the_one() {
    assert!(attempts().may_have_created(&segment(3, "Piano tuners")));
}

#[test]
fn what_was_there_before_is_not_it() {
    assert!(!attempts().may_have_created(&segment(2, "Piano tuners")));
}

#[test]
fn other_content_is_not_it() {
    assert!(!attempts().may_have_created(&segment(3, "Piano movers")));
}

#[test]
fn a_built_in_object_is_not_it() {
    let built_in = UserSegment { built_in: true, ..segment(3, "Piano tuners") };
    assert!(!attempts().may_have_created(&built_in));
}

#[test]
fn every_attempt_counts_not_only_the_last() {
    let attempts = attempts().with(segment(0, "Piano movers").draft());
    assert!(attempts.may_have_created(&segment(3, "Piano tuners")));
    assert!(attempts.may_have_created(&segment(4, "Piano movers")));
}

#[test]
fn an_object_that_was_looked_at_and_left_is_known_from_then_on() {
    let mut attempts = attempts();
    attempts.accept(SegmentId(3));
    assert!(!attempts.may_have_created(&segment(3, "Piano tuners")));
    assert!(attempts.may_have_created(&segment(4, "Piano tuners")));
}

#[test]
fn they_survive_storage_with_ids_that_no_float_can_hold() {
    let attempts = Attempts::<UserSegment>::new(vec![SegmentId(9_007_199_254_740_993)])
        .with(segment(0, "Piano tuners").draft());
    let stored = serde_json::to_string(&attempts).unwrap();
    assert_eq!(serde_json::from_str::<Attempts<UserSegment>>(&stored).unwrap(), attempts);
}
