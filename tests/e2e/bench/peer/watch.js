// Runs before the page's own scripts: notes when rows are painted, which is the second frame after they are in the page.
function watch(row) {
  const SOME = 5;
  const look = () => {
    if (document.querySelectorAll(row).length <= SOME) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => (window.painted = performance.now())));
  };
  requestAnimationFrame(look);
}
