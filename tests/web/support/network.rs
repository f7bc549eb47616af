//! What the page asked for, and the answers of a site that the test page is not served from.

use js_sys::Function;
use serde::Deserialize;
use wasm_bindgen::JsValue;

/// Wrapped around `fetch` once. The app asks its own site for two things, `guidepost.json` and a new session; the
/// test page comes from another server, and answers for the site. Everything else goes to the sandbox as it is.
const WATCH: &str = r#"
if (!window.asked) {
  window.asked = [];
  const real = window.fetch;
  window.fetch = (request, options) => {
    if (!(request instanceof Request)) return real.call(window, request, options);
    const asked = { request, answered: false };
    window.asked.push(asked);
    const { origin, pathname } = new URL(request.url);
    if (origin === location.origin || !["/", "/guidepost.json"].includes(pathname))
      return real.call(window, request).finally(() => { asked.answered = !request.signal.aborted; });
    const account = { mode: "sandbox", account: "Fernhollow", plan: window.plan, resets: window.plan === "enterprise" };
    return Promise.resolve(new Response(pathname === "/" ? "<!doctype html>" : JSON.stringify(account)));
  };
}
window.asked.length = 0;
window.plan = "enterprise";
"#;

const TOLD: &str = r#"
return JSON.stringify(window.asked.map(({ request, answered }) => {
  const { pathname, search } = new URL(request.url);
  const query = decodeURIComponent(search.replace(/&$/, ""));
  const tag = request.headers.get("X-Sandbox-Tag") ?? "";
  return { tag, method: request.method, path: pathname + query, aborted: request.signal.aborted && !answered };
}));
"#;

/// A request that the page sent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Asked {
    /// The mark of the page that asked; what the tests themselves do has none.
    pub(super) tag: String,
    pub method: String,
    /// With its query.
    pub path: String,
    /// It was given up before its answer was here.
    pub aborted: bool,
}

/// Starts to watch, from nothing.
pub(super) fn watch() {
    Function::new_no_args(WATCH).call0(&JsValue::NULL).expect("a correct script");
}

/// What the site says of the account's plan; Enterprise until then.
pub(super) fn say_plan(plan: &str) {
    let say = Function::new_with_args("plan", "window.plan = plan;");
    say.call1(&JsValue::NULL, &plan.into()).expect("a correct script");
}

/// What was asked for since the page was opened.
pub(super) fn asked() -> Vec<Asked> {
    let told = Function::new_no_args(TOLD).call0(&JsValue::NULL).expect("a correct script");
    serde_json::from_str(&told.as_string().expect("text")).expect("a list of requests")
}
