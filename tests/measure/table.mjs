// Numbers in columns.

/** Rows of objects with the same keys, as lines of text; numbers stand to the right. */
export function table(rows) {
  const keys = Object.keys(rows[0] ?? {});
  const cells = [keys, ...rows.map((row) => keys.map((key) => String(row[key] ?? "")))];
  const widths = keys.map((_, column) => Math.max(...cells.map((line) => width(line[column]))));
  const pad = (words, column, right) => {
    const room = " ".repeat(widths[column] - width(words));
    return right ? room + words : words + room;
  };
  const isNumber = keys.map((key) => rows.every((row) => /^[\d.–-]/.test(String(row[key] ?? "–"))));
  const lines = cells.map((line) => line.map((words, column) => pad(words, column, isNumber[column])).join("  "));
  lines.splice(1, 0, widths.map((length) => "─".repeat(length)).join("  "));
  return lines.join("\n");
}

/** Chinese characters take two columns. */
function width(words) {
  return [...words].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** The value that 95 of 100 do not exceed. */
export function p95(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)];
}

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
