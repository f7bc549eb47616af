//! Figures from samples, as `cargo xtask bench` reads them.

use serde_json::{Value, json};

/// The figures of one case of a part, one after the other.
pub(crate) struct Figures {
    part: &'static str,
    case: &'static str,
    all: Vec<Value>,
}

impl Figures {
    pub(crate) fn of(part: &'static str, case: &'static str) -> Self {
        Self { part, case, all: Vec::new() }
    }

    pub(crate) fn into_values(self) -> Vec<Value> {
        self.all
    }

    /// A number of things.
    pub(crate) fn count(&mut self, name: &str, value: usize, n: usize) {
        self.add(name, json!(value), "", n);
    }

    /// How long something took each time, in milliseconds: the middle, what 19 of 20 stay below, and the worst.
    pub(crate) fn times(&mut self, name: &str, samples: &[f64]) {
        let n = samples.len();
        for (what, value) in [
            ("p50", quantile(samples, 0.5)),
            ("p95", quantile(samples, 0.95)),
            ("max", quantile(samples, 1.0)),
        ] {
            self.time(&format!("{name}, {what}"), value, n);
        }
    }

    /// In milliseconds.
    pub(crate) fn time(&mut self, name: &str, value: f64, n: usize) {
        self.add(name, json!((value * 10.0).round() / 10.0), "ms", n);
    }

    fn add(&mut self, name: &str, value: Value, unit: &str, n: usize) {
        self.all.push(json!({
            "part": self.part, "case": self.case, "name": name, "value": value, "unit": unit, "n": n,
        }));
    }
}

/// The smallest sample that at least this share of them do not exceed.
pub(crate) fn quantile(samples: &[f64], share: f64) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted[rank.clamp(1, sorted.len()) - 1]
}
