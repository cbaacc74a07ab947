// Lighthouse on four pages, with its four scores and what costs any of them. Its throttling is applied in the browser (“devtools”), not computed.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Host } from "../lib/host.mjs";
import { chrome, DIST } from "../lib/paths.mjs";
import { kilobytes, median, seconds } from "./table.mjs";

const PAGES = [
  ["overview", ""],
  ["measure", "opinions-2026/13/"],
  ["search", `search/?q=${encodeURIComponent("羊圈")}`],
  ["topics", "topics/"],
];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** A row for each page and profile. The host compresses as a good one does. */
export async function runLighthouse(profiles, runs) {
  const host = await Host.start(DIST, { compression: "gzip" });
  const rows = [];
  try {
    for (const profile of profiles) {
      for (const [name, path] of PAGES) {
        const results = [];
        for (let run = 0; run < runs; run += 1) results.push(await once(host.url + path, profile));
        rows.push(row(profile, name, results));
        console.log(`  ${profile.name}, ${name}: ${faults(results[0]).join("; ") || "no fault"}`);
      }
    }
  } finally {
    await host.stop();
  }
  return rows;
}

function row(profile, page, results) {
  const middle = (pick) => median(results.map(pick));
  return {
    network: profile.name,
    page,
    scores: CATEGORIES.map((one) => Math.round(100 * middle((result) => result.categories[one].score))).join(" "),
    LCP: seconds(middle((result) => result.audits["largest-contentful-paint"].numericValue)),
    FCP: seconds(middle((result) => result.audits["first-contentful-paint"].numericValue)),
    CLS: middle((result) => result.audits["cumulative-layout-shift"].numericValue).toFixed(3),
    bytes: kilobytes(middle((result) => result.audits["total-byte-weight"].numericValue)),
    requests: middle((result) => result.audits["network-requests"].details.items.length),
  };
}

/** The audits that cost a point, timings apart: those swing with the machine's load. */
function faults(report) {
  return CATEGORIES.slice(1).flatMap((category) => {
    const counted = report.categories[category].auditRefs.filter(({ weight }) => weight > 0);
    const failed = counted.map(({ id }) => report.audits[id]).filter(({ score }) => score !== null && score < 1);
    return failed.map(({ id, title }) => `${category}: ${id}: ${title}`);
  });
}

async function once(url, { kbps, rtt, cpu }) {
  const modules = process.env.MEASURE_MODULES;
  if (!modules) throw new Error("MEASURE_MODULES is not set; run `cargo xtask measure`");
  const folder = mkdtempSync(join(tmpdir(), "policy-lighthouse-"));
  const settings = {
    extends: "lighthouse:default",
    settings: {
      onlyCategories: CATEGORIES,
      formFactor: "mobile",
      throttlingMethod: "devtools",
      throttling: {
        requestLatencyMs: rtt,
        downloadThroughputKbps: kbps,
        uploadThroughputKbps: kbps / 2,
        cpuSlowdownMultiplier: cpu,
        rttMs: rtt,
        throughputKbps: kbps,
      },
      maxWaitForLoad: 90_000,
    },
  };
  try {
    const config = join(folder, "config.json");
    const output = join(folder, "report.json");
    writeFileSync(config, JSON.stringify(settings));
    const node = process.env.LIGHTHOUSE_NODE || process.execPath;
    const program = join(modules, "lighthouse/cli/index.js");
    const words = [program, url, "--quiet", "--output=json", `--output-path=${output}`, `--config-path=${config}`, `--chrome-flags=${FLAGS}`];
    await promisify(execFile)(node, words, { env: { ...process.env, CHROME_PATH: chrome() }, timeout: 240_000, maxBuffer: 1 << 26 });
    const report = JSON.parse(readFileSync(output, "utf8"));
    if (report.runtimeError) throw new Error(`Lighthouse: ${report.runtimeError.message}`);
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
