//! How long answers are to wait.

use std::time::Duration;

use guidepost_sandbox::{Connection, Delivery, Latency};
use serde_json::json;

use crate::support::{Answer, SEGMENTS, TestSandbox};

fn with(latency: &str) -> TestSandbox {
    TestSandbox::with(|settings| {
        settings.latency = Some(latency.parse().unwrap());
        settings.faults = true;
    })
}

fn delay(answer: &Answer) -> Option<Duration> {
    answer.extensions.get::<Delivery>().map(|delivery| delivery.delay)
}

#[tokio::test]
async fn every_answer_waits_as_long_as_asked() {
    let sandbox = with("250");
    for path in [SEGMENTS, "/api/v2/nothing", "/oauth/authorizations/new"] {
        assert_eq!(
            delay(&sandbox.nobody().get(path).await),
            Some(Duration::from_millis(250)),
            "{path}"
        );
    }
    assert_eq!(delay(&sandbox.manager().get("/sandbox/faults").await), None);
    assert_eq!(delay(&TestSandbox::start().manager().get(SEGMENTS).await), None);
}

#[tokio::test]
async fn a_range_is_drawn_from() {
    let sandbox = with("100-400");
    let mut drawn = Vec::new();
    for _ in 0..20 {
        drawn.push(delay(&sandbox.manager().get(SEGMENTS).await).unwrap());
    }
    let range = Duration::from_millis(100)..=Duration::from_millis(400);
    assert!(drawn.iter().all(|delay| range.contains(delay)), "{drawn:?}");
    assert!(drawn.iter().any(|delay| *delay != drawn[0]), "{drawn:?}");
}

#[tokio::test]
async fn a_fault_waits_on_top_and_keeps_what_it_does() {
    let sandbox = with("100");
    let fault = json!({ "path": SEGMENTS, "action": { "drop": true, "delay_ms": 30 } });
    sandbox.manager().post("/sandbox/faults", fault).await;
    let answer = sandbox.manager().get(SEGMENTS).await;
    let delivery = answer.extensions.get::<Delivery>().unwrap();
    assert_eq!(
        (delivery.delay, delivery.connection),
        (Duration::from_millis(130), Connection::Closed)
    );
}

#[test]
fn what_is_no_latency_is_told_so() {
    for text in ["", "-", "a", "10-", "-10", "20-10", "1.5", "10-20-30", "99999999999"] {
        assert!(text.parse::<Latency>().is_err(), "{text}");
    }
    assert_eq!("0-0".parse::<Latency>(), "0".parse());
}
