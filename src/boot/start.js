// Loads the app. A file, because the Content-Security-Policy allows no inline script; the names of the
// two hashed files come from the meta element that Trunk writes (see Trunk.toml).
const { content, dataset } = document.querySelector('meta[name="guidepost-app"]');

try {
  const app = await import(content);
  await app.default({ module_or_path: dataset.wasm });
} catch (error) {
  // Becomes an error event on the window; src/boot/first.js shows it.
  reportError(error);
}
