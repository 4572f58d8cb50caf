const TICK_MS = 4;

/**
 * Watches how long the page answers nobody. The function that it returns ends that and gives the longest such
 * time, in ms: the longest task that the browser reports, or the longest delay of a timer if that is more.
 */
export function watchMainThread(): () => number {
  let longestMs = 0;
  let tickAtMs = performance.now();
  let timer = setTimeout(tick, TICK_MS);

  function tick(): void {
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - tickAtMs - TICK_MS);
    tickAtMs = nowMs;
    timer = setTimeout(tick, TICK_MS);
  }

  const note = (tasks: PerformanceEntryList): void => {
    for (const { duration } of tasks) longestMs = Math.max(longestMs, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  if (PerformanceObserver.supportedEntryTypes.includes('longtask')) observer.observe({ type: 'longtask' });

  return () => {
    tick();
    clearTimeout(timer);
    note(observer.takeRecords());
    observer.disconnect();
    return longestMs;
  };
}
