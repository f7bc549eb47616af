//! From the address to the painted list.

use std::time::Duration;

use guidepost_e2e::environment;
use serde_json::Value;
use tokio::time::sleep;

use super::{
    compared_app::ComparedApp,
    visitor::{AS_IT_IS, Arrival, Conditions, Line, Visitor},
};
use crate::{
    browsers::Browsers,
    figures::{Figures, quantile},
};

const SLOW_PROCESSOR: u32 = 4;
const SLOW_LINE: Line = Line { down_megabits: 10.0, up_megabits: 5.0, latency_ms: 40.0 };

/// After the first visit, before the second: what the browser keeps is written by then, compiled code too.
const REST: Duration = Duration::from_millis(2500);

struct Case {
    name: &'static str,
    conditions: Conditions,
    /// The second visit is measured, in a new tab.
    is_warm: bool,
}

const CASES: [Case; 3] = [
    Case { name: "cold", conditions: AS_IT_IS, is_warm: false },
    Case {
        name: "cold, CPU ÷ 4, 10 Mbit/s",
        conditions: Conditions { processor_slowdown: SLOW_PROCESSOR, line: Some(SLOW_LINE) },
        is_warm: false,
    },
    Case {
        name: "warm, CPU ÷ 4",
        conditions: Conditions { processor_slowdown: SLOW_PROCESSOR, line: None },
        is_warm: true,
    },
];

pub(super) fn measure(browsers: &Browsers, apps: &[ComparedApp; 2]) -> Vec<Value> {
    let rounds = environment::rounds();
    let mut figures = Vec::new();
    for case in CASES {
        println!("    first visit, {}", case.name);
        let mut arrivals = apps.each_ref().map(|_| Vec::new());
        for _ in 0..rounds {
            for (app, arrivals) in apps.iter().zip(&mut arrivals) {
                arrivals.push(browsers.in_fresh_one(app.site(), async |browser| {
                    visit(&Visitor::new(browser).await, app, &case).await
                }));
            }
        }
        figures.extend(figures_of(&case, apps, &arrivals));
    }
    figures
}

async fn visit(visitor: &Visitor<'_>, app: &ComparedApp, case: &Case) -> Arrival {
    let first = visitor.open(app, case.conditions).await;
    if !case.is_warm {
        return first;
    }
    sleep(REST).await;
    visitor.close_tab().await;
    visitor.open(app, case.conditions).await
}

fn figures_of(case: &Case, apps: &[ComparedApp; 2], arrivals: &[Vec<Arrival>; 2]) -> Vec<Value> {
    let mut figures = Figures::of("first visit", case.name);
    for (app, arrivals) in apps.iter().zip(arrivals) {
        let painted: Vec<f64> = arrivals.iter().map(|arrival| arrival.painted).collect();
        let name = format!("list painted, {}", app.name());
        figures.time(&name, quantile(&painted, 0.5), painted.len());
    }
    // Of Guidepost alone: the other shows nothing before the last page of the list.
    let [guidepost, _] = arrivals;
    let rest: Vec<f64> =
        guidepost.iter().map(|arrival| arrival.painted - arrival.answered).collect();
    let name = format!("first answer to painted rows, {}", apps[0].name());
    figures.time(&name, quantile(&rest, 0.5), rest.len());
    figures.into_values()
}
