// Measures that a reader saves: on the measure, on the list, passed on, and where nothing can be kept.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { appReady, assertQuiet, deviceReady, PHONE, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();

/** The measures that the list shows, as their addresses. */
const shown = (page) =>
  page.$$eval("[data-saved] li[data-at]", (rows) => rows.filter((row) => row.offsetParent).map((row) => row.dataset.at));

const star = (page) => page.locator("article.provision [data-tool='save']");

async function save(page, path) {
  await page.goto(site.host.url + path);
  await appReady(page);
  await star(page).click();
  await page.waitForSelector("article.provision [data-tool='save'][aria-pressed='true']");
}

async function openList(page, end = "") {
  await page.goto(`${site.host.url}saved/${end}`);
  await page.waitForSelector("[data-saved='shown']");
}

describe("saved measures", () => {
  test("are on the list in the order of the text, and stay there for the next visit", async () => {
    const page = await site.page({ viewport: PHONE });
    await save(page, "opinions-2026/21/");
    const told = page.locator(".notice");
    assert.match(await textOf(told), /已收藏/);
    assert.equal(await told.getByRole("link").getAttribute("href"), `${site.host.url}saved/`);
    await save(page, "interpretation-2026/2.1/");
    assert.equal(await told.count(), 0, "the second one needs no word");
    await save(page, "opinions-2026/13/");
    await page.reload();
    await page.waitForSelector("[data-tool='save'][aria-pressed='true']");
    await openList(page);
    assert.deepEqual(await shown(page), ["opinions-2026/13", "opinions-2026/21", "interpretation-2026/2.1"]);
    assert.match(await textOf(page.locator("[data-when='own']")), /共 3 条/);
    assertQuiet(page);
  });

  test("come off the list by their star, and on again as long as the page is open", async () => {
    const page = await site.page();
    await save(page, "opinions-2026/13/");
    await save(page, "opinions-2026/21/");
    await openList(page);
    const first = page.locator("li[data-at='opinions-2026/13'] button");
    assert.match(await first.getAttribute("aria-label"), /收藏.*十三/);
    await first.click();
    assert.equal(await first.getAttribute("aria-pressed"), "false");
    assert.match(await textOf(page.locator("[data-when='own']")), /共 1 条/);
    await first.click();
    assert.match(await textOf(page.locator("[data-when='own']")), /共 2 条/);
    await first.click();
    await openList(page);
    assert.deepEqual(await shown(page), ["opinions-2026/21"]);
  });

  test("are passed on as an address, which changes no other list until its reader agrees", async () => {
    const page = await site.page({ permissions: ["clipboard-read", "clipboard-write"] });
    await save(page, "opinions-2026/13/");
    await save(page, "opinions-2026/14/");
    await save(page, "interpretation-2026/2.1/");
    await openList(page);
    await page.getByRole("button", { name: "转发清单" }).click();
    await page.getByRole("dialog").getByRole("button", { name: /复制/ }).click();
    await page.getByText("已复制").waitFor();
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
    assert.ok(copied.some((line) => line.includes("(十三)")), copied.join("\n"));
    assert.ok(copied.includes(`${site.host.url}opinions-2026/13/`), copied.join("\n"));
    const address = copied.at(-1);
    assert.equal(address, `${site.host.url}saved/?m=interpretation-2026/2.1_opinions-2026/13_14`);

    const other = await site.page();
    await save(other, "opinions-2026/21/");
    await other.goto(`${address}_999`);
    await other.waitForSelector("[data-saved='shown']");
    assert.deepEqual(await shown(other), ["opinions-2026/13", "opinions-2026/14", "interpretation-2026/2.1"]);
    assert.match(await textOf(other.locator("[data-when='sent']")), /共 3 条/);
    assert.match(await textOf(other.locator("[data-when='gone']")), /1 条/);
    await openList(other);
    assert.deepEqual(await shown(other), ["opinions-2026/21"]);
    await other.goto(address);
    await other.getByRole("button", { name: "全部收藏" }).click();
    await other.waitForURL(`${site.host.url}saved/`);
    await other.waitForSelector("[data-saved='shown']");
    assert.equal((await shown(other)).length, 4);
    assertQuiet(other);
  });

  test("are there without a network", async () => {
    const page = await site.page();
    await save(page, "opinions-2026/13/");
    await deviceReady(page);
    await page.context().setOffline(true);
    await openList(page);
    assert.deepEqual(await shown(page), ["opinions-2026/13"]);
  });

  test("an empty list says how to begin, in both languages", async () => {
    const page = await site.page();
    await openList(page);
    assert.deepEqual(await shown(page), []);
    assert.match(await textOf(page.locator("main")), /还没有收藏/);
    await page.goto(`${site.host.url}en/saved/`);
    await page.waitForSelector("[data-saved='shown']");
    assert.match(await textOf(page.locator("main")), /Nothing is saved yet/);
    assert.equal(await page.getByRole("button", { name: /Share the list/ }).count(), 0);
  });

  test("a browser that keeps nothing is told so, and a list that was sent is shown there too", async () => {
    const refusing = () =>
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
    const page = await site.page({ before: refusing });
    await page.goto(`${site.host.url}opinions-2026/13/`);
    await appReady(page);
    await star(page).click();
    assert.match(await textOf(page.locator(".notice")), /没有收藏成/);
    assert.equal(await star(page).getAttribute("aria-pressed"), "false");
    await openList(page);
    assert.match(await textOf(page.locator("main")), /收藏不了/);
    await openList(page, "?m=opinions-2026/13_21");
    assert.deepEqual(await shown(page), ["opinions-2026/13", "opinions-2026/21"]);
    assert.equal(await page.getByRole("button", { name: "全部收藏" }).count(), 0);
    assertQuiet(page);
  });

  test("a full store refuses the writing alone", async () => {
    const full = () => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    };
    const page = await site.page({ before: full });
    await page.goto(`${site.host.url}opinions-2026/13/`);
    await appReady(page);
    await star(page).click();
    assert.match(await textOf(page.locator(".notice")), /没有收藏成/);
  });

  test("what others wrote in the address or the store is no list, and does no harm", async () => {
    const page = await site.page();
    await openList(page, `?m=${encodeURIComponent("<img src=x>_../..//_opinions-2026/13_%")}`);
    assert.deepEqual(await shown(page), ["opinions-2026/13"]);
    await page.evaluate(() => localStorage.setItem("policy-saved /", "{broken_opinions-2026/21"));
    await openList(page);
    assert.deepEqual(await shown(page), ["opinions-2026/21"]);
    await openList(page, "?m=%E0%A4%A");
    assertQuiet(page);
  });
});
