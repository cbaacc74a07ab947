// How fast the built site is on slow networks and slow phones, beside Pagefind over the same pages.
// Run by `cargo xtask measure`, which installs what is needed and names it in the environment:
// DIST, CHROME, MEASURE_MODULES, LIGHTHOUSE_NODE. Options: --runs N (default 3), --only
// lighthouse|search; --library FOLDER, a built site of many documents that is measured instead.

import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runLighthouse } from "./lighthouse.mjs";
import { runLibrary } from "./library.mjs";
import { runSearch } from "./search.mjs";
import { table } from "./table.mjs";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "3" }, only: { type: "string" }, library: { type: "string" } },
});
const runs = Math.max(1, Number(values.runs));

/** The yardstick of the project's budgets. */
export const PROFILES = [
  { name: "slow 4G", kbps: 1600, rtt: 150, cpu: 4 },
  { name: "2G-like", kbps: 400, rtt: 400, cpu: 6 },
];

if (values.library) {
  console.log(`\nA library's first and next questions, median of ${runs} run(s) each\n`);
  console.log(table(await runLibrary(resolve(values.library), PROFILES.slice(0, 1), runs)));
  console.log("Goals at 50,000 provisions: 4 s and 400 kB for the first question, 150 kB for the next.");
} else if (values.only !== "search") {
  console.log(`\nLighthouse, median of ${runs} run(s) each\n`);
  console.log(table(await runLighthouse(PROFILES, runs)));
  console.log("Budgets: LCP 1.5 s on slow 4G and 3 s on 2G-like; CLS 0.");
}
if (!values.library && values.only !== "lighthouse") {
  console.log(`\nFrom the first key to the first hits, median of ${runs} run(s) each\n`);
  console.log(table(await runSearch(PROFILES, runs)));
  console.log("Budgets: cold 2.0 s on slow 4G; warm 50 ms at p95 with CPU ×4.");
  console.log("A question in everyday words has its right hit within 1.3 s on slow 4G and 4 s on 2G-like, cold; aim 1 and 3.");
  console.log("The CPU is slowed on the page's own thread; workers, which both engines use, run at full speed.");
  console.log("“other ways”: 20 queries in everyday words, pinyin, with typing errors ….");
  console.log("“right hit first”: from then on the hit on top is a right one; “never”: it is another.");
  console.log("“first list”: any hits on the page, exact matches included; “ranked”: the engine's own answer.");
}
