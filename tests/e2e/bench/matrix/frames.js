// Scrolls the matrix by so many pixels a frame, back and forth, and tells when each frame began.
const [across, down, count, done] = arguments;

// Before the first frame is counted, everything has come to rest.
const REST = 5;
// Pixels before it turns back: going back costs something else than going on, and is as much of it in every account.
const REACH = 6000;

const box = document.querySelector(".matrix-box");
const ends = [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight].map((end) =>
  Math.min(end, REACH),
);
const steps = [across, down];
const at = [0, 0];
const times = [];

function step() {
  for (const axis of [0, 1]) {
    const next = at[axis] + steps[axis];
    if (next < 0 || next > ends[axis]) steps[axis] = -steps[axis];
    at[axis] = Math.min(Math.max(at[axis] + steps[axis], 0), ends[axis]);
  }
  box.scrollTo(...at);
}

function frame(time) {
  times.push(time);
  if (times.length === REST + count + 1) return done(times.slice(REST));
  if (times.length > REST && (across || down)) step();
  requestAnimationFrame(frame);
}

box.scrollTo(0, 0);
requestAnimationFrame(frame);
