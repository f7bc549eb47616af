// Runs before the page's own scripts: notes when its first cell is there, and when the lists are complete.
function watch(rows, columns) {
  window.arrival = {};
  const look = (time) => {
    const grid = document.querySelector(".matrix");
    if (grid?.querySelector(".cell")) arrival.first ??= time;
    if (grid?.ariaRowCount === rows && grid.ariaColCount === columns) arrival.complete ??= time;
    if (!arrival.complete) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
