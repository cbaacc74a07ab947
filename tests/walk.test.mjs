// A random walk through the search: whatever the way, address, box, status line and list speak of
// the same question. The walks are drawn from numbers that are written here, so a failure returns.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { launch, SiteTest } from "./lib/site.mjs";

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

/** An address is there once the page is: one that the browser had kept fires no load event again. */
const ARRIVED = { waitUntil: "commit" };

const STEPS = {
  async search(page, random) {
    const query = QUERIES[Math.floor(random() * QUERIES.length)];
    await page.fill("#q", query);
    await page.press("#q", "Enter");
    await page.waitForURL((url) => url.pathname.endsWith("/search/") && url.searchParams.get("q") === query, ARRIVED);
    return `search ${query}`;
  },
  async open(page, random) {
    if (!onSearch(page) || !asked(page)) return "";
    await seen(page);
    // Those that have only a part of the words are folded where others have all of them.
    const links = page.locator("#found-list .hit h3 a:visible");
    const count = await links.count();
    if (!count) return "";
    await links.nth(Math.floor(random() * Math.min(count, 3))).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/search/"), ARRIVED);
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
    const page = await site.search("建设", { viewport: { width: 360, height: 640 } });
    // Beyond the hits that come at first.
    await page.locator("#found-more").getByRole("button").click();
    const link = page.locator("#found-list .hit h3 a").nth(24);
    await link.waitFor();
    const before = await seen(page);
    await link.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    assert.ok(place > 300, `scrolled to ${place}`);
    await link.click();
    await page.waitForURL((url) => !url.pathname.endsWith("/search/"), ARRIVED);
    await page.goBack();
    const after = await seen(page);
    assert.deepEqual(after.hits, before.hits);
    assert.equal(after.status, before.status);
    await page.waitForFunction((place) => Math.abs(scrollY - place) <= 2, place);
  });

  // Browsers keep whole pages for the way back, the running engine with them, unless something on
  // the page forbids it. The driver switches that off for its own ease.
  test("needs no second start: browsers may keep the page as it was", async () => {
    let kept = null;
    // The driver can lose a page that the browser exchanges for one that it kept.
    for (let round = 0; round < 3 && !kept; round++) kept = await keptOnTheWay();
    assert.deepEqual(kept, { goBack: true, goForward: true });
  });
});

/** On which ways the browser had kept the page; `null` where the driver lost it. */
async function keptOnTheWay() {
  const browser = await launch([], { ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      addEventListener("pageshow", ({ persisted }) => {
        self.fromCache = persisted;
      });
    });
    await page.goto(`${site.host.url}search/?q=${encodeURIComponent("羊圈")}`);
    // Pages that a service worker took over in the meantime are not kept: that is so once.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.locator("#found-list .hit h3 a").first().click();
    await page.locator("#s1").waitFor();
    // A browser that is short of time or memory gives a page up for reasons of its own, which it
    // masks. Whatever it names is the page's fault.
    const kept = { goBack: false, goForward: false };
    for (let round = 0; round < 3 && !(kept.goBack && kept.goForward); round++) {
      for (const step of Object.keys(kept)) {
        await page.evaluate((step) => (step === "goBack" ? history.back() : history.forward()), step);
        kept[step] ||= await becomesTrue(page, () => self.fromCache);
        if (page.isClosed()) return null;
        if (!kept[step]) assert.deepEqual(await page.evaluate(faults), [], step);
      }
    }
    return kept;
  } catch (error) {
    if (/has been closed/.test(error.message)) return null;
    throw error;
  } finally {
    await browser.close();
  }
}

/** Why the browser did not keep the page, as far as it is the page's fault. */
function faults() {
  const [{ notRestoredReasons }] = performance.getEntriesByType("navigation");
  return (notRestoredReasons?.reasons ?? []).map(({ reason }) => reason).filter((reason) => reason !== "masked");
}

/** Whether something becomes true on a page within a while; asking fails while pages are exchanged. */
async function becomesTrue(page, asked) {
  for (const end = Date.now() + 15_000; Date.now() < end && !page.isClosed(); await sleep(100)) {
    if ((await page.evaluate(asked).catch(() => undefined)) === true) return true;
  }
  return false;
}

/** An engine that takes its time, as on a phone that has much else to do. */
function slowEngine() {
  const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
  Object.defineProperty(Worker.prototype, "onmessage", {
    set(then) {
      set.call(this, then && ((event) => setTimeout(then, 400, event)));
    },
  });
}

describe("while the engine is at work", () => {
  test("address, title, status and list speak of one question, and change together", async () => {
    const page = await site.search("草畜平衡", { before: slowEngine });
    const first = await seen(page);
    await page.evaluate(() => {
      window.looks = [];
      const look = () => {
        const links = [...document.querySelectorAll("#found-list .hit h3 a")];
        window.looks.push(JSON.stringify({
          address: new URL(location.href).searchParams.get("q"),
          title: document.title.split(" · ")[0],
          status: document.querySelector("#found-status").textContent,
          hits: links.map((link) => link.getAttribute("href")),
        }));
        requestAnimationFrame(look);
      };
      look();
    });
    await page.fill("#q", "高标准农田");
    await page.waitForURL((url) => url.searchParams.get("q") === "高标准农田", ARRIVED);
    const second = await seen(page);
    assert.notDeepEqual(second.hits, first.hits);
    await page.goBack();
    const third = await seen(page);
    assert.deepEqual(third.hits, first.hits, "the way back");
    const looks = (await page.evaluate(() => [...new Set(window.looks)])).map((look) => JSON.parse(look));
    const whole = ({ address, title, status, hits }) => ({ address, title: title.split(" · ")[0], status, hits });
    assert.deepEqual(looks.slice(0, 2), [whole(first), whole(second)]);
    // On the way back the browser changes the address before anybody is asked.
    for (const look of looks) {
      assert.equal(look.title, look.address);
      if (look.address === first.address) assert.notEqual(look.status, second.status, "a count of another question");
    }
  });

  test("what is typed meanwhile is asked, and one question is left in the history", async () => {
    const page = await site.search("草畜平衡", { before: slowEngine });
    const length = await page.evaluate(() => history.length);
    await page.fill("#q", "高标准");
    await page.waitForTimeout(120);
    await page.fill("#q", "高标准农田");
    await page.press("#q", "Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === "高标准农田", ARRIVED);
    assert.equal(await page.evaluate(() => history.length), length + 1);
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get("q") === "草畜平衡", ARRIVED);
    assert.equal(await page.inputValue("#q"), "草畜平衡");
  });
});
