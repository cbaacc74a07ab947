// What is fetched, when, and how often: a slow line is for what the reader waits for.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { appReady, searchReady, SiteTest } from "./lib/site.mjs";

const site = new SiteTest();
const ENGINE = /^assets\/engine\.\w+\.bin$/;
const LATER = /^assets\/tools\.|^sw\.js$/;

/** Everything that a visit fetches by its content's name, as often as it does. */
const packed = (host) => host.requests.filter((path) => path.endsWith(".bin")).sort();

describe("a search that was sent on", () => {
  test("has the line to itself until its hits are there", async () => {
    let meanwhile;
    const host = await site.misbehaving({
      delay(path) {
        if (!ENGINE.test(path)) return 0;
        setTimeout(() => (meanwhile = [...host.requests]), 2900);
        return 3000;
      },
    });
    // A slow phone whose browser says all the time that it is idle: no moment may be free.
    const before = () => {
      const { setTimeout } = self;
      self.requestIdleCallback = (then) => setTimeout(then, 0);
      self.setTimeout = (then, time, ...rest) => setTimeout(then, time === 250 ? 0 : time, ...rest);
    };
    const page = await site.page({ before });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(`${host.url}search/?q=${encodeURIComponent("羊圈")}`);
    await searchReady(page);
    assert.ok(meanwhile.some((path) => ENGINE.test(path)));
    assert.deepEqual(meanwhile.filter((path) => LATER.test(path)), []);
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
    assert.ok(host.requests.includes("sw.js"), "the device keeps the release afterwards");
  });

  test("does not wait for its program on the page before it asks for the engine", async () => {
    // The program comes whole, and never starts.
    const host = await site.misbehaving({});
    const script = () => {
      WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => new Promise(() => {});
    };
    const page = await site.page({ before: script });
    const asked = page.context().waitForEvent("request", (request) => ENGINE.test(request.url().slice(host.url.length)));
    await page.goto(`${host.url}search/?q=${encodeURIComponent("羊圈")}`);
    await asked;
    assert.equal(await page.locator("html[data-app]").count(), 0);
  });

  test("is answered by the whole search again when a program got lost at first", async () => {
    let lost = true;
    const host = await site.misbehaving({ cut: (path) => lost && /^assets\/search\.\w+\.bin$/.test(path) });
    const page = await site.open(`search/?q=${encodeURIComponent("羊圈")}`, { host });
    await page.getByText("这是简易搜索").waitFor();
    lost = false;
    await page.locator("#q").fill("合作社贷款");
    await page.locator("#q").press("Enter");
    await searchReady(page);
    assert.ok(await page.locator("#found-list .hit").count());
    assert.deepEqual(page.notes.errors, []);
  });
});

describe("a host that gives no leave to keep anything", () => {
  test("is asked once for a file whose name tells its content", async () => {
    const host = await site.misbehaving({});
    const page = await site.open("opinions-2026/13/", { host, serviceWorkers: "block" });
    await appReady(page);
    for (let tries = 0; packed(host).length < 4 && tries < 100; tries += 1) await page.waitForTimeout(50);
    assert.ok(packed(host).length >= 4, `the search is fetched ahead: ${packed(host)}`);
    await page.goto(`${host.url}search/?q=${encodeURIComponent("羊圈")}`);
    await searchReady(page);
    assert.deepEqual([...new Set(packed(host))], packed(host));
  });

  test("mends what the browser keeps of a damaged file", async () => {
    let damaged = true;
    const host = await site.misbehaving({
      change(path, bytes) {
        if (!damaged || !/^assets\/search\.\w+\.bin/.test(path)) return bytes;
        const copy = Buffer.from(bytes);
        copy[copy.length >> 1] ^= 0xff;
        return copy;
      },
    });
    const page = await site.open("search/", { host, serviceWorkers: "block" });
    // Kept, asked for anew, and looked at once more for what is wrong with it.
    await page.waitForFunction(() => {
      const asked = performance.getEntriesByType("resource").filter((entry) => /\/search\.\w+\.bin$/.test(entry.name));
      return asked.length >= 3;
    });
    assert.equal(await page.locator("html[data-app]").count(), 0);
    damaged = false;
    await page.goto(`${host.url}en/search/`);
    await appReady(page);
  });
});
