// Figures of many samples, and how they are printed.

/** The value below which a share of the samples lies. */
export const percentile = (samples, share) => samples.toSorted((a, b) => a - b)[Math.ceil(samples.length * share) - 1];

export const median = (samples) => percentile(samples, 0.5);

export const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export const ms = (time) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;

/** A row of the table. A figure without a limit is there to make another one clear. */
export const row = (figure, measured, limit = "", ok = true) => ({ figure, measured, limit, ok });

export function table(rows) {
  const mark = ({ limit, ok }) => (limit === "" ? "" : ok ? "yes" : "**no**");
  const cells = [["figure", "measured", "limit", "ok"], ...rows.map((row) => [row.figure, row.measured, row.limit, mark(row)])];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  const lines = cells.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`);
  return lines.toSpliced(1, 0, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`).join("\n");
}
