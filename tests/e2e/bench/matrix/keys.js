// Notes how long it is from each key to the second frame after it: in the first one the answer is drawn.
window.answers = [];
addEventListener(
  "keydown",
  ({ timeStamp }) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => answers.push(performance.now() - timeStamp)),
    ),
  { capture: true },
);
