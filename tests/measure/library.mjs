// How fast a large library is searched: a first question on a phone that has nothing yet, and the
// next ones, ours and Pagefind over the same pages. The questions are words of the library's own
// texts, so that any library can be measured; a right hit is the page that they stand on.

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { launch } from "../lib/site.mjs";
import { once, OURS, PAGEFIND, withPagefind } from "./search.mjs";
import { kilobytes, median, seconds } from "./table.mjs";

/** How many first questions, each from cold, and how many follow each of them. */
const QUESTIONS = 3;
const FOLLOWING = 5;

/** The documents of a site: their folders have numbered pages. */
const documentsOf = (site) => readdirSync(site).filter((name) => existsSync(join(site, name, "1/index.html")));

/** Words that stand on a page: the first stretch of its text that is as long as a question. */
function wordsOf(html) {
  const text = [...html.matchAll(/class="zh-line"[^>]*>(.*?)<\/p>/g)].map((line) => line[1].replace(/<[^>]*>/g, ""));
  return text.join("").match(/[\u4e00-\u9fff]{6,12}/)?.[0];
}

/** Questions spread over the whole library, always the same for the same library. */
function questions(site, documents, count) {
  const found = [];
  for (let at = 0; found.length < count && at < documents.length; at += 1) {
    const document = documents[(at * 137 + 11) % documents.length];
    const numbers = readdirSync(join(site, document)).filter((name) => /^\d+$/.test(name));
    const number = numbers[(at * 31) % numbers.length];
    const query = wordsOf(readFileSync(join(site, document, number, "index.html"), "utf8"));
    if (query) found.push({ query, right: `${document}/${number}/` });
  }
  return found;
}

export async function runLibrary(site, profiles, runs) {
  const documents = documentsOf(site);
  const asked = questions(site, documents, QUESTIONS + FOLLOWING);
  const following = asked.slice(QUESTIONS).map(({ query }) => query);
  const folder = await withPagefind(site, documents);
  const browser = await launch();
  const rows = [];
  try {
    for (const profile of profiles) {
      for (const engine of [OURS, PAGEFIND]) {
        const results = [];
        for (const first of asked.slice(0, QUESTIONS)) {
          for (let run = 0; run < runs; run += 1) {
            results.push(await once(browser, folder, profile, engine, first, following, []));
          }
        }
        const middle = (key) => median(results.map((result) => result[key]));
        const right = results.filter((result) => result.right);
        rows.push({
          network: profile.name,
          engine: engine.name,
          "first list": seconds(middle("first")),
          "right hit on top": right.length ? seconds(median(right.map((result) => result.right))) : "never",
          "in how many": `${right.length} of ${results.length}`,
          "bytes of the first": kilobytes(middle("firstBytes")),
          "next question": seconds(middle("warm")),
          "its bytes": kilobytes(middle("otherBytes")),
        });
        console.log(`  ${profile.name}, ${engine.name}: done`);
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}
