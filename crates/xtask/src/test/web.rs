//! The app's parts in a headless Chromium, against a live sandbox: tests/web, through wasm-bindgen's runner.

use serde_json::json;

use crate::command;
use crate::error::Error;
use crate::say;
use crate::server::{self, Profile, Server};
use crate::styles::{self, write_below};
use crate::tools::{self, Browser, WebTestTools};
use crate::workspace::Workspace;

/// Seconds for the whole binary; the runner's own default of 20 is for a handful of tests.
const TIME_LIMIT: &str = "900";

pub(super) fn run(workspace: &Workspace, filters: &[String]) -> Result<(), Error> {
    let tools = tools::for_web_tests(workspace)?;
    let binary = server::build(workspace, Profile::Dev)?;
    // Some tests look at what the styles do, and a list knows its rows' height from them.
    styles::join(workspace)?;

    say::step("starting the sandbox for the web tests");
    let args = "sandbox --listen 127.0.0.1:0 --database :memory: --faults --cors-friendly";
    let args = args.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let sandbox = Server::start(workspace, &binary, &args)?;
    // The runner serves the package's root, so the tests fetch this from /target/web-tests/sandbox.json.
    let told = json!({ "url": sandbox.url }).to_string();
    write_below(&workspace.generated("web-tests/sandbox.json"), &told)?;

    say::step("running tests/web in Chromium (compiling takes a minute the first time)");
    if filters.is_empty() {
        return run_once(workspace, &tools, None);
    }
    // The runner takes one filter at a time.
    filters.iter().try_for_each(|filter| run_once(workspace, &tools, Some(filter)))
}

fn run_once(
    workspace: &Workspace,
    tools: &WebTestTools,
    filter: Option<&String>,
) -> Result<(), Error> {
    let capabilities = workspace.generated("web-tests/webdriver.json");
    write_below(&capabilities, &browser_capabilities(&tools.browser))?;
    let mut cargo = workspace.cargo();
    cargo
        .args(["test", "--target", "wasm32-unknown-unknown"])
        .args(["--package", "guidepost", "--test", "web"])
        .env("PATH", &tools.path)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &tools.runner)
        .env("CHROMEDRIVER", &tools.browser.chromedriver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIME_LIMIT)
        // A failed test makes the runner itself print a stack that says nothing about the test.
        .env("RUST_BACKTRACE", "0")
        // As deployed: the site is not cross-origin isolated.
        .env("WASM_BINDGEN_TEST_NO_ORIGIN_ISOLATION", "1");
    if let Some(filter) = filter {
        cargo.args(["--", filter]);
    }
    command::run(&mut cargo)
}

/// Nothing that reaches for the network by itself, and a window in which the whole layout shows. The
/// runner adds headless and no-sandbox.
fn browser_capabilities(browser: &Browser) -> String {
    json!({
        "goog:chromeOptions": {
            "binary": browser.chromium,
            "args": [
                "disable-gpu",
                "disable-quic",
                "no-first-run",
                "disable-background-networking",
                "disable-component-update",
                "disable-sync",
                "window-size=1280,900",
            ],
        },
    })
    .to_string()
}
