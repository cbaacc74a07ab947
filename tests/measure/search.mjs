// From the first key to the first hits: ours, and Pagefind over the same pages, in the same run and
// the same browser. Pagefind's own page is as plain as can be: a box, and its API.

import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Host } from "../lib/host.mjs";
import { DIST } from "../lib/paths.mjs";
import { launch } from "../lib/site.mjs";
import { kilobytes, median, p95, seconds } from "./table.mjs";

/** The first queries, each from cold, and what a right hit links to: wording of the text, and
    everyday words. */
const FIRST = [
  { query: "高标准农田", right: "opinions-2026/5/" },
  { query: "羊圈补贴", right: "opinions-2026/2/" },
];
/* Wording of the texts, which both engines find. */
const WARM = [
  "奶业振兴", "饲草", "就业", "牛羊肉", "粮食产能", "乡村医生", "以工代赈", "草原", "种业", "防灾减灾",
  "黑土地", "屠宰", "人居环境", "集体经济", "人才", "耕地保护", "冷链", "农机", "信贷", "土地承包",
];
/* Every other way of writing, which takes the engine more work; Pagefind finds little of it. */
const WAYS = [
  "羊卷", "房子快塌了国家管吗", "贷款到期还不上能往后延吗", "gaobiaozhun nongtian", "gbznt", "高標準農田建設條例", "草蓄平衡",
  "10 million mu", "第十三条", "rural broadbnad and mobile signal", "high standart farmlnad", "AI养牛", "宅基地 city people",
  "“永久基本农田”", "part:3 品牌", "想在家跟前的厂子上班", "monitoring people at risk of falling back into poverty",
  "低保一个月涨不涨", "title:奶业", "厕所 OR 垃圾",
];

const PAGEFIND_PAGE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>Pagefind</title>
<input id="q"><ol id="list"></ol><script type="module">
const box = document.getElementById("q");
const list = document.getElementById("list");
let pagefind;
box.addEventListener("focus", async () => { pagefind ??= import("./pagefind/pagefind.js"); (await pagefind).init(); });
box.addEventListener("input", async () => {
  const asked = box.value;
  pagefind ??= import("./pagefind/pagefind.js");
  const { results } = await (await pagefind).search(asked);
  const first = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  if (box.value !== asked) return;
  list.innerHTML = first.map((one) => '<li><a href="' + one.url + '">' + one.excerpt + "</a></li>").join("");
  list.dataset.query = asked;
});
</script></html>`;

export async function runSearch(profiles, runs) {
  const folder = await withPagefind(DIST, ["opinions-2026", "interpretation-2026"]);
  const browser = await launch();
  const rows = [];
  try {
    for (const profile of profiles) {
      for (const [engine, first] of [OURS, PAGEFIND].flatMap((engine) => FIRST.map((first) => [engine, first]))) {
        const results = [];
        for (let run = 0; run < runs; run += 1) results.push(await once(browser, folder, profile, engine, first, WARM, WAYS));
        const middle = (key) => median(results.map((result) => result[key]));
        rows.push({
          network: profile.name,
          engine: engine.name,
          query: first.query,
          "first list": seconds(middle("first")),
          "ranked": seconds(middle("ranked")),
          "right hit first": results.every((result) => result.right) ? seconds(middle("right")) : "never",
          "warm, median": `${middle("warm").toFixed(0)} ms`,
          "warm, p95": `${middle("warm95").toFixed(0)} ms`,
          "other ways, p95": engine.ways ? `${middle("ways95").toFixed(0)} ms` : "–",
          "for the search": kilobytes(middle("searchBytes")),
          "with the page": kilobytes(middle("bytes")),
          requests: middle("requests"),
        });
        console.log(`  ${profile.name}, ${engine.name}, ${first.query}: done`);
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

/** The site with Pagefind's index over the Chinese pages of some documents beside it. */
export async function withPagefind(site, documents) {
  const folder = mkdtempSync(join(tmpdir(), "policy-measure-"));
  for (const name of readdirSync(site)) symlinkSync(join(site, name), join(folder, name));
  const modules = process.env.MEASURE_MODULES;
  if (!modules) throw new Error("MEASURE_MODULES is not set; run `cargo xtask measure`");
  const words = [
    join(modules, "pagefind/lib/runner/bin.cjs"),
    "--site", site,
    "--output-path", join(folder, "pagefind"),
    "--glob", `{${documents.join(",")}}/**/index.html`,
    "--root-selector", "main",
    "--force-language", "zh",
  ];
  await promisify(execFile)(process.execPath, words, { maxBuffer: 1 << 26 });
  writeFileSync(join(folder, "pagefind.html"), PAGEFIND_PAGE);
  return folder;
}

export const OURS = {
  name: "ours",
  ways: true,
  page: "search/",
  ready: "html[data-app]",
  list: ".hit h3 a",
  /* The list of the engine: the title, which is written with the list, names the query (or its
     beginning), and the status line no longer says that something is on its way. */
  ranked: (asked) =>
    document.title.startsWith(asked.slice(0, 40)) &&
    /\d/.test(document.querySelector("#found-status")?.textContent ?? "") &&
    !/载入|正在/.test(document.querySelector("#found-status").textContent),
};

export const PAGEFIND = {
  name: "Pagefind 1.6",
  page: "pagefind.html",
  ready: "#q",
  list: "#list a",
  ranked: (asked) => document.querySelector("#list").dataset.query === asked,
};

/** One visit: a first question from cold, then others one after another. */
export async function once(browser, folder, { kbps, rtt, cpu }, engine, { query, right }, others, moreWays) {
  // Both come from a host that compresses, over the same line. The line is the host's: a browser's
  // own emulation does not reach workers.
  const host = await Host.start(folder, {
    compression: "gzip",
    headers: { "cache-control": "max-age=3600" },
    network: { kbps, rtt },
  });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  // On idle the site fetches its engine where the network is good; here it is not.
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { effectiveType: "3g", saveData: false, addEventListener() {} } });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  try {
    await page.goto(host.url + engine.page);
    await page.waitForSelector(engine.ready, { state: "attached" });
    const before = host.sent;
    await page.evaluate(watch, [engine.list, engine.ranked.toString(), right]);
    await page.locator("#q").click();
    await page.keyboard.insertText(query);
    const cold = await page.evaluate(() => window.measured);
    const again = async (query) => {
      // Who types on a phone leaves this long between two keys.
      await page.waitForTimeout(200);
      await page.evaluate(watch, [engine.list, engine.ranked.toString()]);
      await page.locator("#q").fill(query);
      return (await page.evaluate(() => window.measured)).ranked;
    };
    const warm = [];
    const bytesOfOthers = [];
    const first = host.sent;
    for (const query of others) {
      const from = host.sent;
      warm.push(await again(query));
      bytesOfOthers.push(host.sent - from);
    }
    const ways = [];
    for (const query of engine.ways ? moreWays : []) ways.push(await again(query));
    return {
      ...cold, warm: median(warm), warm95: p95(warm), ways95: ways.length ? p95(ways) : 0,
      firstBytes: first - before, otherBytes: median(bytesOfOthers),
      bytes: host.sent, searchBytes: host.sent - before, requests: host.requests.length,
    };
  } finally {
    await context.close();
    await host.stop();
  }
}

/** In the page: times from the next input to the first list, to a right hit on top and to the ranked
    list, by its frames. */
function watch([list, ranked, rightPath]) {
  const isRanked = new Function(`return ${ranked}`)();
  window.measured = new Promise((resolve, reject) => {
    document.querySelector("#q").addEventListener(
      "input",
      (event) => {
        const start = event.timeStamp;
        const asked = event.target.value;
        let first, right;
        const look = () => {
          const link = document.querySelector(list);
          const now = performance.now() - start;
          if (link && first === undefined) first = now;
          /* On top until the end: what another list pushes down was not there yet. */
          if (!link || !link.href.includes(rightPath)) right = undefined;
          else if (right === undefined) right = now;
          if (isRanked(asked)) resolve({ first: first ?? now, ranked: now, right });
          else if (now > 60_000) reject(new Error(`no ranked list for “${asked}”`));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
}
