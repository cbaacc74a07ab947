// A random walk through the search: whatever the way, address, box, status line and list speak of
// the same question. The walks are drawn from numbers that are written here, so a failure returns.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { SiteTest } from "./lib/site.mjs";

const site = new SiteTest();

const QUERIES = ["贷款", "草畜平衡", "高标准农田", "羊圈补贴", "350亿元", "gbznt"];

/** Numbers between 0 and 1 that follow from a first one (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const onSearch = (page) => new URL(page.url()).pathname.endsWith("/search/");
const asked = (page) => new URL(page.url()).searchParams.get("q") ?? "";

/** What a reader sees of the search, once the engine has answered. */
async function seen(page) {
  await page.waitForFunction(() => {
    const status = document.querySelector("#found-status");
    return status && status.textContent.trim() && !/载入|正在|可以用平常的话/.test(status.textContent);
  });
  return page.evaluate(() => ({
    address: new URL(location.href).searchParams.get("q"),
    box: document.querySelector("#q").value,
    status: document.querySelector("#found-status").textContent,
    title: document.title,
    queries: [...document.querySelectorAll("#found-list .hit h3 a")].map((link) => new URL(link.href).searchParams.get("q")),
    hits: [...document.querySelectorAll("#found-list .hit h3 a")].map((link) => link.getAttribute("href")),
  }));
}

const STEPS = {
  async search(page, random) {
    const query = QUERIES[Math.floor(random() * QUERIES.length)];
    await page.fill("#q", query);
    await page.press("#q", "Enter");
    await page.waitForURL((url) => url.pathname.endsWith("/search/") && url.searchParams.get("q") === query);
    return `search ${query}`;
  },
  async open(page, random) {
    if (!onSearch(page) || !asked(page)) return "";
    await seen(page);
    const links = page.locator("#found-list .hit h3 a");
    const count = await links.count();
    if (!count) return "";
    await links.nth(Math.floor(random() * Math.min(count, 3))).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/search/"));
    return "open a hit";
  },
  async scroll(page, random) {
    await page.evaluate((part) => scrollTo(0, document.documentElement.scrollHeight * part), random());
    return "scroll";
  },
  async back(page) {
    await page.goBack();
    return "back";
  },
  async forward(page) {
    await page.goForward();
    return "forward";
  },
};

describe("a walk through the search", { concurrency: false }, () => {
  for (const seed of [1, 2, 3, 4]) {
    test(`number ${seed}`, async () => {
      const random = numbers(seed);
      const page = await site.openApp("search/");
      const answers = new Map();
      const way = ["open the search page"];
      for (let step = 0; step < 24; step += 1) {
        const names = Object.keys(STEPS);
        // Twice as likely as the rest: without searches and hits there is nothing to come back to.
        const name = [...names, "search", "open"][Math.floor(random() * (names.length + 2))];
        way.push((await STEPS[name](page, random)) || "nothing");
        if (page.url() === "about:blank") {
          await page.goForward();
          continue;
        }
        if (!onSearch(page) || !asked(page)) continue;
        const found = await seen(page);
        const told = `${way.join(" → ")}: ${JSON.stringify(found)}`;
        assert.equal(found.box, found.address, `the box; ${told}`);
        assert.ok(found.title.startsWith(found.address), `the title; ${told}`);
        assert.ok(found.queries.every((query) => query === null || query === found.address), `the list; ${told}`);
        const before = answers.get(found.address);
        if (before) {
          assert.equal(found.status, before.status, `the count is another than before; ${told}`);
          assert.deepEqual(found.hits, before.hits, `the hits are others than before; ${told}`);
        } else {
          answers.set(found.address, found);
        }
      }
    });
  }
});

describe("the way back from a hit", () => {
  test("leads to the same list at the same place", async () => {
    const page = await site.search("草原", { viewport: { width: 360, height: 640 } });
    const more = page.locator('[data-do="more"]');
    if (await more.count()) await more.click();
    const before = await seen(page);
    const link = page.locator("#found-list .hit h3 a").nth(7);
    await link.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    assert.ok(place > 300, `scrolled to ${place}`);
    await link.click();
    await page.waitForURL((url) => !url.pathname.endsWith("/search/"));
    await page.goBack();
    const after = await seen(page);
    assert.deepEqual(after.hits, before.hits);
    assert.equal(after.status, before.status);
    await page.waitForFunction((place) => Math.abs(scrollY - place) <= 2, place);
  });
});
