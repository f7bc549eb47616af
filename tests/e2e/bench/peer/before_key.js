// Promises how long it takes from the next key to the frame after the one in which the rows have changed, or null where they
// stay as they are.
const [row] = arguments;

const PATIENCE = 6_000;

const read = () => [...document.querySelectorAll(row)].map((element) => element.textContent).join("\n");
const before = read();

window.rowsChanged = new Promise((resolve) => {
  const watch = ({ timeStamp }) => {
    const elapsed = () => performance.now() - timeStamp;
    const look = () => {
      if (read() !== before) requestAnimationFrame(() => resolve(elapsed()));
      else if (elapsed() > PATIENCE) resolve(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  addEventListener("keydown", watch, { capture: true, once: true });
});
