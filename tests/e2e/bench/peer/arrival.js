// Waits for the painted rows, and tells when they and the first answer with segments were there.
const [done] = arguments;

const PATIENCE = 120_000;
const LIST = "/api/v2/help_center/user_segments";

function look(time) {
  if (!window.painted && time < PATIENCE) return requestAnimationFrame(look);
  const answers = performance
    .getEntriesByType("resource")
    .filter(({ name, responseEnd }) => name.includes(LIST) && responseEnd > 0)
    .map(({ responseEnd }) => responseEnd);
  done({ answered: answers.length ? Math.min(...answers) : null, painted: window.painted });
}

requestAnimationFrame(look);
