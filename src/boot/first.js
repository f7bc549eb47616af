// Runs before the first paint, so it is a classic script and small: the stored theme, so that a page
// in the other theme never flashes, and what must work even when the app itself does not load.

// "light" or "dark", written by the app; anything else follows the system (see style/tokens.css).
try {
  const theme = localStorage.getItem("guidepost.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused (cookies blocked, or a sandboxed frame): the system's theme will do.
}

// Captured, because a script that can't be fetched fires its error event without bubbling.
addEventListener("error", ({ target }) => {
  const boot = document.getElementById("boot");
  // Without #boot the app runs, and its own panic hook speaks for it. Preload hints may fail harmlessly.
  if (!boot || target instanceof HTMLLinkElement) return;
  boot.hidden = true;
  document.getElementById("load-failed").hidden = false;
}, true);

// Not a link: after a crash the router's click handler would be called in a stopped app.
addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("[data-reload]")) location.reload();
});
