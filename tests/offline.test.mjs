// Without a network: what was once opened stays readable and searchable, and never becomes a
// mixture of two releases.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeNextRelease } from "./lib/next-release.mjs";
import { DIST } from "./lib/paths.mjs";
import { appReady, deviceReady, eventually, searchReady, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
let next;

const caches = (page) =>
  page.evaluate(async () => {
    const found = {};
    for (const name of await window.caches.keys()) {
      const cache = await window.caches.open(name);
      found[name] = (await cache.keys()).map((request) => request.url);
    }
    return found;
  });

/** Waits until the archives of a language are kept. */
const languageKept = (page, language) =>
  eventually(page, async (language) => {
    for (const name of await window.caches.keys()) {
      const requests = await (await window.caches.open(name)).keys();
      if (requests.some(({ url }) => url.includes(`/pages-${language}-0.`))) return true;
    }
    return false;
  }, language);

/**
 * Opens a page and waits until its service worker, which can't keep the release, has given up.
 * The page's own promise is asked: before the worker installs, and after it failed, the browser
 * knows of no registration alike.
 */
async function refused(page, url) {
  await page.addInitScript(() => {
    const container = Object.getPrototypeOf(navigator.serviceWorker);
    const { register } = container;
    container.register = function (...its) {
      return (self.registered = register.apply(this, its));
    };
  });
  await page.goto(url);
  await eventually(page, async () => self.registered && !(await self.registered).installing);
}

const release = (page) => page.locator('meta[name="release"]').getAttribute("content");

/** A device that has kept this release while the host has gone on to the next one. */
async function beforeTheUpdate(behaviour) {
  const host = await site.misbehaving(behaviour);
  const page = await site.open("", { host });
  await deviceReady(page);
  const first = await release(page);
  host.folder = next;
  return { host, page, first };
}

describe("offline", () => {
  before(() => {
    assert.ok(existsSync(join(DIST, "sw.js")), "there is no service worker (sw.js)");
    next = makeNextRelease();
  });

  after(() => {
    if (next) rmSync(next, { recursive: true, force: true });
  });

  test("after one visit pages open without a network, in every language that was read", async () => {
    const host = await site.misbehaving({});
    const page = await site.openApp("en/opinions-2026/13/", { host });
    await deviceReady(page);
    await page.goto(`${host.url}opinions-2026/13/`);
    await languageKept(page, "zh");
    host.online = false;
    await page.reload();
    await appReady(page);
    assert.match(await textOf(page.locator("#s1 > .zh-line")), /前置屠宰加工中心/);
    for (const [path, heading] of [["opinions-2026/21/", /基础设施/], ["en/interpretation-2026/2.1/", /grain production/], ["", /内蒙古2026年/], ["topics/", /与我有关/], ["glossary/", /词语/]]) {
      await page.goto(host.url + path);
      await page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector("h1").innerText), heading.source);
    }
    await page.getByRole("button", { name: "设置" }).first().click();
    await page.getByText("中文网页已经全部存在这台设备上").waitFor();
  });

  test("the pages before and after are there before they are asked for", async () => {
    const host = await site.misbehaving({});
    const page = await site.open("opinions-2026/13/", { host });
    await deviceReady(page);
    await page.goto(`${host.url}opinions-2026/20/`);
    await languageKept(page, "zh");
    host.online = false;
    await page.click("a.next");
    await page.waitForURL(/opinions-2026\/21\/$/);
    await page.waitForLoadState();
    // The page itself, and not one that says that it is not here: only the page has a description.
    assert.equal(await page.locator("meta[name=description]").count(), 1);
    assert.match(await textOf(page.locator("h1")), /基础设施/);
  });

  for (const connection of [{ effectiveType: "2g" }, { effectiveType: "4g", saveData: true }]) {
    test(`no page is fetched ahead where bytes are dear: ${JSON.stringify(connection)}`, async () => {
      const host = await site.misbehaving({});
      const page = await site.page();
      await page.context().addInitScript((value) => Object.defineProperty(navigator, "connection", { value }), connection);
      await page.goto(`${host.url}opinions-2026/20/`, { waitUntil: "networkidle" });
      await page.waitForTimeout(600);
      const ahead = host.requests.filter((path) => /opinions-2026\/(19|21)\//.test(path));
      assert.deepEqual(ahead, []);
    });
  }

  test("a page of a language that was not read says so, and leads to what is kept", async () => {
    const host = await site.misbehaving({});
    const page = await site.openApp("", { host });
    await deviceReady(page);
    host.online = false;
    for (const [path, told] of [["en/topics/", /not on this device/], ["en/glossary/", /not on this device/]]) {
      await page.goto(host.url + path);
      assert.match(await textOf(page.locator("h1")), told, path);
      const contents = page.locator("main a[href]").first();
      await contents.click();
      await page.waitForURL((url) => !url.pathname.endsWith(path));
      assert.doesNotMatch(await textOf(page.locator("h1")), told, "what it leads to is kept");
    }
  });

  test("after one search the search works without a network", async () => {
    const host = await site.misbehaving({});
    const page = await site.open(`search/?q=${encodeURIComponent("奶业")}`, { host });
    await searchReady(page);
    await deviceReady(page);
    const engine = readdirSync(join(DIST, "assets")).filter((name) => /^(engine|index)\./.test(name));
    await page.reload();
    await searchReady(page);
    await eventually(page, async (names) => {
      const found = [];
      for (const name of await window.caches.keys()) {
        found.push(...(await (await window.caches.open(name)).keys()).map((request) => request.url));
      }
      return names.every((name) => found.some((url) => url.endsWith(name)));
    }, engine);
    host.online = false;
    await page.goto(`${host.url}search/?q=${encodeURIComponent("羊圈")}`);
    await searchReady(page);
    assert.match(await textOf(page.locator(".found")), /牲畜圈舍/);
  });

  test("a tampered file is not stored", async () => {
    const [library] = readdirSync(join(DIST, "assets")).filter((name) => name.startsWith("library."));
    const host = await site.misbehaving({
      change: (path, bytes) => (path.endsWith(library) ? Buffer.from(bytes).fill(7, 100, 120) : bytes),
    });
    const page = await site.page();
    await refused(page, `${host.url}opinions-2026/13/`);
    const urls = Object.values(await caches(page)).flat();
    assert.ok(!urls.some((url) => url.endsWith(library)), "it was kept");
    assert.ok(await page.locator("#s1 > .zh-line").isVisible());
    const states = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return [registration?.active?.state ?? null];
    });
    assert.deepEqual(states, [null], "a release that is not whole must not take over");
  });

  test("an update waits until it is whole, asks, and then replaces all at once", async () => {
    const { host, page, first } = await beforeTheUpdate({});
    await page.reload();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    const offer = page.getByRole("button", { name: /更新|新版|刷新/ }).first();
    await offer.waitFor();
    assert.equal(await release(page), first, "the old one is shown until the reader agrees");
    await Promise.all([page.waitForEvent("load"), offer.click()]);
    await page.waitForFunction(() => document.querySelector('meta[name="release"]').content === "feedfacefeed");
  });

  test("with an older worker and a newer host every page is of one release until the reader agrees", async () => {
    const behaviour = {};
    const { host, page, first } = await beforeTheUpdate(behaviour);
    // The newer release can't be kept yet: nothing is offered by itself.
    behaviour.cut = (path) => /^assets\/offline/.test(path);
    const isFirst = async (path, words) => {
      await page.goto(host.url + path);
      await page.waitForFunction((text) => document.body.innerText.includes(text), words);
      assert.equal(await release(page), first, path);
      assert.equal(await page.locator("[data-next]").count(), 0, path);
    };
    await isFirst("", "内蒙古2026年");
    await isFirst("opinions-2026/13/", "前置屠宰加工中心");
    await isFirst("topics/", "与我有关");
    // A page that only the host could show is not shown: the reader is asked.
    await page.goto(`${host.url}en/opinions-2026/14/`);
    assert.match(await textOf(page.locator("body")), /This site has a new version/);
    assert.equal(await page.locator("[data-next]").count(), 0);
    await isFirst("interpretation-2026/2.1/", "粮食");
    await page.goto(`${host.url}en/opinions-2026/14/`);
    await page.getByRole("link", { name: "Open the new version" }).click();
    await page.waitForSelector("[data-next]", { state: "attached" });
    for (const path of ["", "opinions-2026/13/", "en/opinions-2026/14/", "topics/", "interpretation-2026/2.1/"]) {
      await page.goto(host.url + path);
      assert.equal(await release(page), "feedfacefeed", path);
      assert.equal(await page.locator("main[data-next]").count(), 1, path);
    }
  });

  test("an interrupted update leaves the old release working", async () => {
    const behaviour = {};
    const { host, page, first } = await beforeTheUpdate(behaviour);
    behaviour.cut = (path) => /^assets\/(offline|not-kept)/.test(path) || path === "en/";
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
    await page.waitForTimeout(800);
    host.online = false;
    await page.reload();
    assert.equal(await release(page), first);
    await page.goto(`${host.url}opinions-2026/21/`);
    await page.waitForFunction(() => /基础设施/.test(document.querySelector("h1").innerText));
    host.online = true;
    behaviour.cut = undefined;
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
    await page.getByRole("button", { name: /更新|新版|刷新/ }).first().waitFor();
  });

  test("a second tab keeps its release until it is closed or reloaded, and never mixes", async () => {
    const host = await site.misbehaving({});
    const page = await site.open("", { host });
    await deviceReady(page);
    const second = site.watch(await page.context().newPage());
    await second.goto(`${host.url}opinions-2026/13/`);
    await appReady(second);
    host.folder = next;
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    const offer = page.getByRole("button", { name: /更新|新版|刷新/ }).first();
    await offer.waitFor();
    await offer.click();
    await page.waitForFunction(() => document.querySelector('meta[name="release"]').content === "feedfacefeed");
    // The second tab goes on with what it has: its program, its texts, its engine.
    await second.bringToFront();
    await second.click("a.next");
    await second.waitForFunction(() => /加大品牌培育力度/.test(document.querySelector("h1").innerText));
    await second.fill("#q", "羊圈");
    await second.press("#q", "Enter");
    await searchReady(second);
    assert.match(await textOf(second.locator(".found")), /牲畜圈舍/);
    assert.deepEqual(second.notes.errors, []);
  });

  test("where there is no room, reading goes on and nothing half is kept", async () => {
    const page = await site.page();
    const client = await page.context().newCDPSession(page);
    await client.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.host.url).origin, quotaSize: 60_000 });
    await refused(page, `${site.host.url}opinions-2026/13/`);
    await appReady(page);
    assert.ok(await page.locator("#s1 > .zh-line").isVisible());
    const state = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? null);
    const stored = Object.entries(await caches(page)).filter(([name]) => !name.endsWith("wishes"));
    assert.equal(state, null, "a release without room must not take over");
    assert.deepEqual(stored.flatMap(([, urls]) => urls), []);
    assert.deepEqual(page.notes.errors, []);
  });

  test("each document can be kept as one file that needs nothing else", async () => {
    for (const document of ["opinions-2026", "interpretation-2026"]) {
      const file = join(DIST, "data", `${document}.html`);
      const page = await site.page({ offline: true });
      await page.goto(`file://${file}`);
      assert.match(await textOf(page.locator("body")), /乡村/);
      assert.deepEqual(page.notes, { errors: [], violations: [], elsewhere: [] });
      assert.equal(await page.locator('script[src], link[rel="stylesheet"], img[src^="http"]').count(), 0);
    }
  });

  test("the web manifest has real icons", async () => {
    const page = await site.open("opinions-2026/13/");
    const href = await page.locator('link[rel="manifest"]').evaluate((link) => link.href);
    const manifest = await (await fetch(href)).json();
    assert.ok(manifest.name && manifest.start_url && manifest.icons.length >= 2);
    for (const icon of manifest.icons) {
      const bytes = Buffer.from(await (await fetch(new URL(icon.src, href))).arrayBuffer());
      assert.equal(bytes.subarray(1, 4).toString(), "PNG", icon.src);
      const size = `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
      assert.equal(size, icon.sizes, icon.src);
    }
  });
});
