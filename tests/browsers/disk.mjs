// What is promised of a site that is opened from a disk, without a host: one list for every browser.
// What is not promised: the full search, reading in folders without script, and keeping pages.

import assert from "node:assert/strict";

const MEASURE = "opinions-2026/13/index.html";

/** Waits until what readers act on is alive. */
const alive = (page) => page.until("document.documentElement.hasAttribute('data-app')");

const arrived = (page, file) =>
  page.until((file) => location.pathname.endsWith(file) && document.readyState === "complete", file);

async function reading(page, root) {
  await page.goto(root + MEASURE);
  assert.match(await page.text("main h1"), /\(十三\)/);
  assert.ok((await page.count(".sentence")) > 1, "the sentences are on the page");
  const wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  assert.equal(wide, 0, "the page has its style");
}

async function goingOn(page, root) {
  await page.goto(root + MEASURE);
  await alive(page);
  await page.tap("a[rel='next']");
  await arrived(page, "/opinions-2026/14/index.html");
  await page.evaluate("(document.querySelector('a.language').click(), true)");
  await arrived(page, "/en/opinions-2026/14/index.html");
  await page.tap(".site-name");
  await arrived(page, "/en/index.html");
}

async function aTerm(page, root) {
  await page.goto(root + MEASURE);
  await alive(page);
  await page.tap("main a.term");
  const explained = await page.until("(document.querySelector('[role=dialog]') || {}).textContent");
  assert.match(explained, /词语解释/);
}

async function theSettings(page, root) {
  await page.goto(root + MEASURE);
  await alive(page);
  await page.tap("details.menu summary");
  await page.tap("details.menu [data-tool='settings']");
  await page.until("!!document.querySelector('.panel .sheet')");
  await page.tap(".panel .choice[aria-label*='长者'] button:last-child");
  await page.until("document.documentElement.hasAttribute('data-elder')");
  assert.match(await page.text(".panel .sheet"), /本站已经在这台设备上/, "it says that nothing needs to be kept");
}

async function searching(page, root) {
  await page.goto(root + MEASURE);
  await alive(page);
  await page.evaluate("(document.querySelector('#q').value = '牲畜圈舍', document.querySelector('form.search [type=submit]').click(), true)");
  await arrived(page, "/search/index.html");
  await page.until("document.querySelectorAll('#found-list .hit').length > 0");
  assert.match(await page.text("#found-status"), /条结果.*简易搜索.*完整搜索在这里不能运行/);
  await page.tap("#found-list .hit h2 a");
  await page.until("/(opinions|interpretation)-2026\\/[^/]+\\/index\\.html$/.test(location.pathname)");
}

async function figures(page, root) {
  await page.goto(`${root}facts/index.html`);
  const shown = "Array.prototype.filter.call(document.querySelectorAll('main tbody tr'), function (row) { return row.getClientRects().length }).length";
  const all = await page.until(shown);
  await page.tap("[data-find]");
  await page.type("万亩");
  await page.until(`${shown} < ${all} && ${shown} > 0`);
}

/** The steps in their order. */
export const DISK_STEPS = [
  ["a measure can be read", reading],
  ["links lead to files", goingOn],
  ["a term explains itself", aTerm],
  ["the settings, which say that the site is here already", theSettings],
  ["the plain search finds exact words, and says what it is", searching],
  ["the table of figures is narrowed down", figures],
];
