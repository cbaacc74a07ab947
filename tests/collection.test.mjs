// A library of documents that have nothing to do with each other: each is kept on the device by
// itself, and saved measures have their names from their own pages.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import { Host } from "./lib/host.mjs";
import { WORKSPACE } from "./lib/paths.mjs";
import { appReady, assertQuiet, deviceReady, eventually, PHONE, SiteTest, textOf } from "./lib/site.mjs";

/** Built by `cargo xtask test`. */
const FOLDER = process.env.TWO_LAWS_DIST ?? join(WORKSPACE, "target/two-laws-dist");

const site = new SiteTest();
let host;

/** A page of the library, once its tools work. */
async function open(path, options) {
  const page = await site.open(path, { host, ...options });
  await appReady(page);
  return page;
}

/** The names of the files that the device keeps. */
const kept = (page) =>
  page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const requests = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
    return requests.map((request) => request.url.split("/").pop());
  });

const settings = async (page) => {
  await page.getByRole("button", { name: "设置" }).first().click();
  return page.locator(".panel");
};

async function save(page, path) {
  await page.goto(host.url + path);
  await appReady(page);
  await page.locator("article.provision [data-tool='save']").click();
  await page.waitForSelector("article.provision [data-tool='save'][aria-pressed='true']");
}

const rows = (page) =>
  page.$$eval("[data-saved] li[data-at]:not([hidden]) a", (links) => links.map((link) => link.textContent));

describe("a large collection", () => {
  before(async () => {
    host = await Host.start(FOLDER);
  });
  after(() => host?.stop());

  test("keeps a document at the reader's wish, tells its size, and no other", async () => {
    const own = await site.misbehaving({}, FOLDER);
    const page = await site.open("river-rules/7/", { host: own });
    await appReady(page);
    await deviceReady(page);
    assert.ok(!(await kept(page)).some((name) => /-rules/.test(name)), "no document comes unasked");
    const panel = await settings(page);
    const keep = panel.getByRole("button", { name: /保存这份文件（约 0\.\d MB）/ });
    await keep.click();
    await panel.getByText("这份文件的中文网页已全部存在这台设备上").waitFor();
    const names = await kept(page);
    assert.ok(names.some((name) => name.startsWith("pages-zh-river-rules-0.")));
    assert.ok(!names.some((name) => /road-rules|pages-en-river/.test(name)), names.join(" "));
    own.online = false;
    await page.goto(`${own.url}river-rules/93/`);
    assert.match(await textOf(page.locator("main h1")), /第九十三条/);
    await page.goto(`${own.url}road-rules/93/`);
    assert.match(await textOf(page.locator("main h1")), /这一页不在这台设备上/);
  });

  test("says on pages of no document how to keep one", async () => {
    const page = await open("about/");
    await deviceReady(page);
    const panel = await settings(page);
    await panel.getByText("每份文件可以单独存下来").waitFor();
    assert.equal(await panel.getByRole("button", { name: /MB/ }).count(), 0);
    assertQuiet(page);
  });

  test("keeps the pages that were opened, if they came whole", async () => {
    const own = await site.misbehaving({}, FOLDER);
    const page = await site.open("", { host: own });
    await deviceReady(page);
    await page.goto(`${own.url}road-rules/12/`);
    await eventually(page, async () => !!(await window.caches.match(location.href)));
    own.behaviour = { change: (path, bytes) => (path.startsWith("road-rules/40/") ? bytes.subarray(0, 4000) : bytes) };
    await page.goto(`${own.url}road-rules/40/`);
    own.online = false;
    await page.goto(`${own.url}road-rules/12/`);
    assert.match(await textOf(page.locator("main h1")), /第十二条/);
    await page.goto(`${own.url}road-rules/40/`);
    assert.match(await textOf(page.locator("main h1")), /这一页不在这台设备上/);
  });

  test("names saved measures from their own pages, by document and in the order of the text", async () => {
    const page = await site.page({ viewport: PHONE });
    for (const path of ["road-rules/12/", "road-rules/3/", "river-rules/93/"]) await save(page, path);
    await page.goto(`${host.url}saved/`);
    await page.waitForFunction(() => document.querySelectorAll("[data-saved] li[data-at]:not([data-name]):not([hidden])").length === 3);
    assert.deepEqual(await rows(page), ["第九十三条", "第三条", "第十二条"]);
    const headings = await page.$$eval("[data-group]:not([hidden]) h2", (all) => all.map((one) => one.textContent));
    assert.deepEqual(headings, ["某某县河道管理办法", "某某县乡村道路管理办法"]);
    assert.match(await textOf(page.locator("[data-when='own']")), /共 3 条/);
    const star = page.locator("li[data-at='road-rules/3'] button");
    assert.match(await star.getAttribute("aria-label"), /收藏.*第三条/);
    await star.click();
    assert.match(await textOf(page.locator("[data-when='own']")), /共 2 条/);
    assertQuiet(page);
  });

  test("passes a table on row by row, and one row of it", async () => {
    const page = await site.page({ before: () => {
      navigator.share = async (what) => { window.shared = what; };
      navigator.canShare = () => true;
    } });
    const shared = async (button) => {
      await page.goto(`${host.url}river-rules/161/`);
      await appReady(page);
      await page.locator(button).first().click();
      await page.getByRole("dialog").getByRole("button", { name: /用手机转发/ }).click();
      await page.waitForFunction(() => window.shared);
      return (await page.evaluate(() => window.shared)).text;
    };
    const whole = await shared("[data-tool='share']:not(.permalink)");
    assert.match(whole, /按下表划分：\n等级 \| 水位（米） \| 措施\n一级 \| 12\.5 \| 停止通航\n二级 \| 11 \| 限制通航\n/);
    assert.match(whole, /—— 《某某县河道管理办法》，第一百六十一条/, "no issuer is known, and none is named");
    const row = await shared("tr#s3 .permalink");
    assert.match(row, /^一级 \| 12\.5 \| 停止通航\n/);
    assertQuiet(page);
  });

  test("tells which measures of a list it does not have, and whose names could not be read", async () => {
    const own = await site.misbehaving({ cut: (path) => path.startsWith("river-rules/5/") }, FOLDER);
    const page = await site.open("saved/?m=road-rules/3_999_river-rules/5", { host: own });
    await page.waitForFunction(() => {
      const told = (when) => !document.querySelector(`[data-when='${when}']`).hidden;
      return told("gone") && told("unread");
    });
    assert.match(await textOf(page.locator("[data-when='gone']")), /另有 1 条/);
    assert.match(await textOf(page.locator("[data-when='unread']")), /有 1 条/);
    assert.deepEqual(await rows(page), ["river-rules/5", "第三条"]);
  });
});
