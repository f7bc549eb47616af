//! What pages leave behind when they go: nothing, however often somebody comes and goes.

use guidepost_e2e::{App, journey};
use serde_json::json;

/// Each round visits every kind of page once.
const ROUNDS: usize = 60;
/// After these, everything that is loaded once and kept is there.
const WARM_UP: usize = 4;
/// What garbage collection leaves differs from one time to the next by this much.
const SLACK: f64 = 1.1;
/// Wasm memory grows by pages of 64 KiB and never shrinks: two more pages are 6 % of it. A form that leaves its cells on
/// the lists of the app's signals makes it grow by two thirds.
const SLACK_OF_WASM: f64 = 1.25;

/// Keeps the app's wasm memory where the journey can ask for its size.
const KEEP_MEMORY: &str = r"
    const instantiate = (name) => {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await real.apply(WebAssembly, given);
            window.appMemory ??= (made.instance ?? made).exports.memory;
            return made;
        };
    };
    instantiate('instantiate');
    instantiate('instantiateStreaming');";

/// What the page holds: DOM nodes, event listeners, and bytes of wasm memory.
#[derive(Debug)]
struct Held {
    nodes: f64,
    listeners: f64,
    wasm: f64,
}

impl Held {
    async fn now(app: &App) -> Self {
        let browser = &app.browser;
        // What an object held is collected after the object.
        for _ in 0..3 {
            browser.command("HeapProfiler.collectGarbage", json!({})).await;
        }
        let counters = browser.command("Memory.getDOMCounters", json!({})).await;
        let wasm = browser.run("return appMemory.buffer.byteLength", []).await;
        Self {
            nodes: counters["nodes"].as_f64().unwrap(),
            listeners: counters["jsEventListeners"].as_f64().unwrap(),
            wasm: wasm.as_f64().unwrap(),
        }
    }
}

/// From the list to a segment's form, the permission groups, the matrix, a group's form and back, by links as in the
/// page.
async fn walk(app: &App, segment: &str, group: &str) {
    const FOLLOW: &str = "const link = document.createElement('a');
        link.href = arguments[0];
        document.querySelector('main').append(link);
        link.click();
        link.remove();";
    const IS_THERE: &str = "return location.pathname === arguments[0]
        && document.querySelector('main ' + arguments[1]) !== null
        && document.querySelector('main [aria-busy=true], main .skeleton, main .progress-note') === null";
    let browser = &app.browser;
    for (address, shows) in [
        (segment, ".panel"),
        ("/permission-groups", "tr[data-permission-group]"),
        ("/permission-groups/matrix", ".matrix .cell"),
        (group, ".privileges .cell"),
        ("/segments", "tr[data-segment]"),
    ] {
        browser
            .until(&format!("{address} is shown"), async || {
                let arguments = vec![json!(address), json!(shows)];
                // Chromium ignores a page that navigates more than 200 times in ten seconds.
                if browser.path().await != address {
                    browser.run(FOLLOW, [json!(address)]).await;
                }
                let there = browser.driver.execute(IS_THERE, arguments).await?;
                Ok((there.json() == true).then_some(()))
            })
            .await;
    }
}

#[test]
fn three_hundred_navigations_leave_nothing_behind() {
    journey("memory", async |app| {
        let source = json!({ "source": KEEP_MEMORY });
        app.browser.command("Page.addScriptToEvaluateOnNewDocument", source).await;
        app.list().open().await;
        let segment = format!("/segments/{}", app.account.id_of("Tour crew").await);
        let group =
            format!("/permission-groups/{}", app.account.group_id_of("Internal wiki").await);
        for _ in 0..WARM_UP {
            walk(app, &segment, &group).await;
        }
        let before = Held::now(app).await;
        for _ in WARM_UP..ROUNDS {
            walk(app, &segment, &group).await;
        }
        let after = Held::now(app).await;
        for (what, before, after, slack) in [
            ("DOM nodes", before.nodes, after.nodes, SLACK),
            ("event listeners", before.listeners, after.listeners, SLACK),
            ("bytes of wasm memory", before.wasm, after.wasm, SLACK_OF_WASM),
        ] {
            assert!(after <= before * slack, "{what}: {before} grew to {after}");
        }
    });
}
