// Whoever searches for exact words can be sure that nothing was missed: what the page counts is what
// an independent count of the printed texts gives.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ask, SiteTest, textOf } from "./lib/site.mjs";
import { count, errata, folded, seeded, streams, unspaced } from "./lib/texts.mjs";

const site = new SiteTest();

describe("exact is exact", () => {
  /** Random strings of the printed text that a misprint does not touch, with their true count. */
  function samples(wanted, seed) {
    const texts = [...streams(unspaced)];
    const random = seeded(seed);
    const readings = errata().filter((one) => one.corrected).map((one) => folded(one.corrected));
    const found = [];
    while (found.length < wanted) {
      const [, text] = texts[Math.floor(random() * texts.length)];
      const length = 2 + Math.floor(random() * 9);
      const start = Math.floor(random() * (text.length - length));
      const needle = text.slice(start, start + length);
      const nearReading = readings.some((one) => one.includes(needle) || needle.includes(one));
      if (needle.length < length || !/^\p{Script=Han}+$/u.test(needle) || nearReading) continue;
      found.push([needle, texts.reduce((sum, [, other]) => sum + count(other, needle), 0)]);
    }
    return found;
  }

  test("the count of 50 random strings is that of the texts", async () => {
    const page = await site.search("高标准农田");
    const wrong = [];
    for (const [needle, expected] of samples(50, 20261123)) {
      const status = await ask(page, `"${needle}"`);
      const told = await exactCount(page, status);
      if (told !== expected) wrong.push(`${needle}: ${expected} in the texts, “${status}”`);
    }
    assert.deepEqual(wrong, []);
  });

  /** How often the words stand in the texts, as the page says: one place is not counted aloud. */
  async function exactCount(page, status) {
    const [, places] = /原词出现 (\d+) 次/.exec(status) ?? [];
    if (places) return Number(places);
    return page.locator("#found-list .group h2", { hasText: "文字完全相同" }).count();
  }

  test("both readings of a misprint are found", async () => {
    const page = await site.search('"十五五"');
    assert.ok((await textOf(page.locator("#found-list"))).includes("十四五"), "by the corrected reading");
    await ask(page, '"十四五"开局');
    assert.ok((await page.locator("#found-list .hit").count()) > 0, "by what is printed");
  });
});
