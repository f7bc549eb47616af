// What the walk knows of the page, and what it decides for it: errors, messages, answers that wait, and time.
(() => {
  const soak = (window.soak = { errors: [], said: [], left: [], hold: 0, held: [], controls: [] });
  const { setTimeout: later, clearTimeout: never } = window;

  addEventListener("error", (event) => event.message && soak.errors.push(event.message));
  addEventListener("unhandledrejection", (event) => soak.errors.push(`unhandled: ${event.reason}`));

  // Time passes when the walk says so: timers that take longer than a moment, and what time it is.
  let now = 0;
  let last = 1e9;
  const timers = new Map();
  const begin = (act, wait, every) => {
    timers.set(++last, { at: now + wait, act, every });
    return last;
  };
  const isMoment = (wait) => !(wait >= 50);
  window.setTimeout = (act, wait, ...given) =>
    isMoment(wait) ? later(act, wait, ...given) : begin(() => act(...given), wait);
  window.setInterval = (act, wait, ...given) => begin(() => act(...given), Math.max(wait, 50), Math.max(wait, 50));
  window.clearTimeout = (id) => timers.delete(id) || never(id);
  window.clearInterval = window.clearTimeout;
  const realNow = Date.now;
  Date.now = () => realNow() + now;
  const moment = () => new Promise((go) => later(go, 0));
  // More often than this no timer has reason to run in two hours: whoever waits is told, and does not look.
  const OFTEN = 10_000;
  soak.advance = async (time) => {
    const end = now + time;
    for (let ran = 0; ; ran += 1) {
      const due = [...timers].filter(([, timer]) => timer.at <= end).sort((one, other) => one[1].at - other[1].at)[0];
      if (!due) break;
      if (ran === OFTEN) {
        soak.errors.push(`timers ran ${OFTEN} times within ${time} ms: ${due[1].act}`);
        break;
      }
      const [id, timer] = due;
      now = Math.max(now, timer.at);
      if (timer.every) timer.at = now + timer.every;
      else timers.delete(id);
      timer.act();
      await moment();
    }
    now = end;
  };

  // Answers can be held back until some steps later, so that something happens before they arrive.
  let open = 0;
  const ask = window.fetch;
  window.fetch = async function (...given) {
    open += 1;
    const held = soak.hold > 0;
    if (held) soak.hold -= 1;
    try {
      const answer = await ask.apply(window, given);
      // Whole, even if it breaks off.
      await answer.clone().arrayBuffer().catch(() => {});
      if (held) await new Promise((go) => soak.held.push(go));
      return answer;
    } finally {
      open -= 1;
    }
  };
  soak.release = () => soak.held.splice(0).forEach((go) => go());

  // Messages as they come and go, and how they went.
  let taken = null;
  const messages = (nodes) =>
    [...nodes].flatMap((node) => (node.matches?.(".toast") ? [node] : [...(node.querySelectorAll?.(".toast") ?? [])]));
  let moved = 0;
  new MutationObserver((changes) => {
    moved += 1;
    for (const { addedNodes, removedNodes } of changes) {
      for (const toast of messages(addedNodes)) soak.said.push([toast.id, toast.querySelector(".toast__text").textContent]);
      for (const toast of messages(removedNodes)) soak.left.push([toast.id, taken === toast.id || taken === "any"]);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener(
    "click",
    ({ target }) => (taken = target.closest?.(".toast__action") ? target.closest(".toast").id : null),
    true,
  );
  // Undone by key, or a button of it pressed by key: which one it was, the app knows.
  addEventListener("keydown", ({ key }) => (taken = ["z", "Enter", " "].includes(key) ? "any" : null), true);

  // Waits until nothing moves and nothing is under way that is not held back. What takes too long runs into its limit.
  const frame = () => new Promise((go) => requestAnimationFrame(() => later(go, 0)));
  soak.settle = async () => {
    const start = performance.now();
    let calm = 0;
    let late = false;
    while (calm < 3 && performance.now() - start < 30_000) {
      const before = moved;
      await frame();
      calm = before === moved && open === soak.held.length ? calm + 1 : 0;
      if (!late && performance.now() - start > 6_000) {
        late = true;
        await soak.advance(21_000);
      }
    }
    return calm >= 3 ? null : `${open} requests under way, ${soak.held.length} of them held back, ${moved} changes`;
  };

  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const nameOf = (element) =>
    (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).replace(/\s+/g, " ").trim();
  const SELECTORS = {
    click: "a[href]:not([target], [download]), button:not([disabled], [data-reload]), input[type=checkbox], input[type=radio], [role=option]",
    main: ".dialog__foot .btn:last-child, .save-bar .btn--primary",
    choose: "form input[type=radio]",
    type: "input:not([type=checkbox], [type=radio]), textarea",
  };
  // What can be used now, by name; the walk picks by number.
  soak.find = (kind) => {
    const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
    soak.controls = [...top.querySelectorAll(SELECTORS[kind] ?? `a[href="${kind}"]`)].filter((element) => !element.disabled && isShown(element));
    return soak.controls.map(nameOf);
  };

  soak.news = () => ({
    errors: soak.errors.splice(0),
    said: soak.said.splice(0),
    left: soak.left.splice(0),
    crashed: document.getElementById("crash")?.hidden === false,
    // A page whose object is on its way has none yet.
    heading: soak.held.length > 0 || [...document.querySelectorAll("h1")].some(isShown),
    address: location.pathname + location.search,
  });
})();
