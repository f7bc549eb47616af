// Returns when no request has ended for a while.
const [done] = arguments;

const QUIET = 2_000;

let timer;
const wait = () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    observer.disconnect();
    done();
  }, QUIET);
};
const observer = new PerformanceObserver(wait);
observer.observe({ type: "resource" });
wait();
