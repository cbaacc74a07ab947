// Thousands of hostile queries to the engine in its worker, past the page, which would drop old
// ones. Each is answered, none ends the worker, and the search goes on.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ask, assertQuiet, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
const QUERIES = 3000;

/** Asks `count` random queries; runs in the page. Gives how many answers of each kind there were. */
function askAll(count) {
  const PIECES = [
    "奶业", "羊圈", "的", "十三", "第", "1000万亩", "gbznt", "zhuang", "herders", "revitalisaton", "鄉村",
    "(", ")", "((((", "\"", "“", "”", " OR ", " -", "-", "title:", "part:", "document:", "lang:en ", ":", "*", "\\",
    "<img src=x onerror=alert(1)>", "'", "&amp;", "%00", "\u0000", "\u202e", "\ufeff", "\u200d", "\ud800", "\udfff",
    "😀", "𠮷", "é", "ﬁ", "Ａ", "　", "\n", "\t", "9".repeat(40), "-1", "1e999", "亿万千百十",
  ];
  let state = 7;
  const random = (below) => (state = (state * 48271) % 2147483647) % below;
  const varint = (number) => {
    const bytes = [];
    for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128);
    return [...bytes, number];
  };
  // `Request::Search` of search-index/src/protocol.rs as postcard: variant, id, query, no filters,
  // by relevance, from 0, at most 50, in Chinese.
  const request = (id, query) => {
    const text = new TextEncoder().encode(query);
    return Uint8Array.from([0, ...varint(id), ...varint(text.length), ...text, 0, 0, 0, 0, 0, 50, 0]);
  };
  const asked = (bytes) =>
    new Promise((resolve, reject) => policy.ask(bytes, resolve, (kind) => reject(new Error(kind))));
  const answer = (bytes) =>
    asked(bytes).then((reply) => (reply[0] === 0 ? "results" : "refused"), (error) => `failed: ${error.message}`);
  return (async () => {
    const kinds = {};
    // The requests are as the engine reads them: a good one has its answer.
    const good = new TextDecoder().decode(await asked(request(1, "羊圈")));
    if (!good.includes("牲畜圈舍")) throw new Error("the request is not read as meant");
    const tally = (kind) => (kinds[kind] = (kinds[kind] ?? 0) + 1);
    for (let id = 1; id <= count; id += 1) {
      const query = Array.from({ length: random(12) }, () => PIECES[random(PIECES.length)]).join("");
      tally(await answer(request(id, query)));
    }
    for (const long of ["(".repeat(1 << 20), "高标准农田".repeat(70_000), "a b ".repeat(99_999), "\"".repeat(1 << 20)]) {
      tally(await answer(request(1, long)));
    }
    // Not even a request.
    for (let length = 0; length < 40; length += 1) {
      tally(await answer(Uint8Array.from({ length }, () => random(256) | 3)));
    }
    return kinds;
  })();
}

describe("the engine in its worker", () => {
  test("answers whatever it is asked, and goes on", { timeout: 240_000 }, async () => {
    const page = await site.search("羊圈");
    await page.evaluate(() => (window.alert = () => (window.hurt = true)));
    const kinds = await page.evaluate(askAll, QUERIES);
    assert.deepEqual(Object.keys(kinds).sort(), ["refused", "results"], JSON.stringify(kinds));
    assert.ok(kinds.results >= QUERIES + 4, JSON.stringify(kinds));
    await ask(page, "奶业振兴");
    assert.match(await textOf(page.locator("#found-list")), /奶业振兴/);
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    assertQuiet(page);
  });
});
