// Layout shifts, as the browser itself counts them.

/** For `before` of a page: begins to count. */
export function recordShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      const moved = shift.sources.map(({ node }) => node?.id || node?.className || node?.nodeName);
      window.shifts.push({ at: shift.startTime, value: shift.value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/**
 * What has moved since the page was parsed. Before that, a slow machine may paint half a page (a
 * button before its label), which no program of ours can help.
 */
export function shifts(page) {
  return page.evaluate(() => {
    const parsed = performance.getEntriesByType("navigation")[0].domInteractive;
    return window.shifts.filter((shift) => shift.at > parsed);
  });
}
