// What readers do, as one list for every browser. Each step opens what it needs, so that one that
// fails does not take the next ones with it.

import assert from "node:assert/strict";

const MEASURE = "opinions-2026/13/";

/** Waits until what readers act on is alive. */
const alive = (page) => page.until("document.documentElement.hasAttribute('data-app')");

async function openAlive(page, host, path) {
  await page.goto(host.url + path);
  await alive(page);
}

/** Waits until another page is there whole. */
const arrived = (page, number) =>
  page.until((number) => location.pathname.endsWith(`/${number}/`) && document.readyState === "complete", number);

/** Asks in the box of the search page; waits for the ranked list. */
async function ask(page, query) {
  await page.evaluate("(document.querySelector('#q').value = '', true)");
  await page.tap("#q");
  await page.type(query);
  await page.press("Enter");
  // The link of a hit carries the query that found it: an old list under a new query is no answer.
  const answered = (query) => {
    const link = document.querySelector("#found-list .hit h3 a");
    return (
      new URL(location.href).searchParams.get("q") === query &&
      link && new URL(link.href).searchParams.get("q") === query &&
      !/载入|正在/.test(document.querySelector("#found-status").textContent)
    );
  };
  await page.until(answered, query);
}

const hitAddresses = () =>
  Array.prototype.map.call(document.querySelectorAll("#found-list .hit h3 a"), (link) => link.getAttribute("href"));

async function reading(page, host) {
  await page.goto(host.url + MEASURE);
  assert.match(await page.text("main h1"), /\(十三\)/);
  assert.ok((await page.count(".sentence")) > 1, "the sentences are on the page");
  const wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  assert.equal(wide, 0, "the page is as wide as the screen");
}

async function theToolsWork(page, host) {
  await openAlive(page, host, MEASURE);
  assert.match(await page.text("main h1"), /\(十三\)/);
}

async function fromPageToPage(page, host) {
  await openAlive(page, host, MEASURE);
  await page.tap("a[rel='next']");
  await arrived(page, 14);
  assert.match(await page.text("main h1"), /\(十四\)/);
  assert.equal(await page.evaluate("scrollY"), 0, "a new page begins at its top");
  await page.tap("a[rel='prev']");
  await arrived(page, 13);
  assert.match(await page.text("main h1"), /\(十三\)/);
  await page.evaluate("(history.back(), true)");
  await page.until("/\\/14\\/$/.test(location.pathname)");
  await page.until("/\\(十四\\)/.test(document.querySelector('main h1').textContent)");
}

async function searching(page, host) {
  await page.goto(`${host.url}search/`);
  await page.until("!!document.querySelector('#q')");
  for (const [query, expected] of [
    ["高标准农田", /opinions-2026\/5\//],
    ["羊圈补贴", /opinions-2026\//],
    ["gbznt", /opinions-2026\/5\//],
  ]) {
    await ask(page, query);
    const [first] = await page.evaluate(hitAddresses);
    assert.match(first, expected, query);
  }
}

async function aHitWithMarks(page, host) {
  await page.goto(`${host.url}search/?q=${encodeURIComponent("高标准农田")}`);
  await page.until("document.querySelectorAll('#found-list .hit').length > 0");
  await page.until("!/载入|正在/.test(document.querySelector('#found-status').textContent)");
  await page.tap("#found-list .hit h3 a");
  await page.until("/opinions-2026|interpretation-2026/.test(location.pathname)");
  await page.until("document.querySelectorAll('main mark.match').length > 0");
  assert.equal(await page.text("main mark.match"), "高标准农田");
  const colour = await page.style("main mark.match", "backgroundColor");
  assert.ok(!/transparent|, 0\)$/.test(colour), `the mark has a colour: ${colour}`);
}

async function settings(page, host) {
  await openAlive(page, host, MEASURE);
  // On a phone they are in the menu.
  await page.tap("details.menu summary");
  await page.tap("details.menu [data-tool='settings']");
  await page.until("!!document.querySelector('.panel .sheet')");
  await page.tap(".panel .choice[aria-label*='长者'] button:last-child");
  await page.until("document.documentElement.hasAttribute('data-elder')");
  const size = parseFloat(await page.style("main p", "fontSize"));
  assert.ok(size >= 18, `text is ${size} px high`);
  await page.press("Escape");
  await page.until("!document.querySelector('.panel')");
  await page.reload();
  assert.equal(await page.evaluate("document.documentElement.hasAttribute('data-elder')"), true, "it is kept");
  await page.evaluate("(localStorage.clear(), true)");
}

async function aTerm(page, host) {
  await openAlive(page, host, MEASURE);
  const line = await page.style("main a.term", "textDecorationLine");
  assert.match(line ?? "", /underline/, "a term is underlined");
  await page.tap("main a.term");
  const explained = await page.until("(document.querySelector('[role=dialog]') || {}).textContent");
  assert.match(explained, /词语解释/);
  await page.press("Escape");
  await page.until("!document.querySelector('[role=dialog]')");
}

async function aCard(page, host) {
  await openAlive(page, host, MEASURE);
  await page.tap("[data-tool='share']");
  await page.until("!!document.querySelector('.panel .sheet')");
  await page.tap(".panel button", "图片");
  await page.until(() => {
    const picture = document.querySelector(".panel img");
    return picture && picture.complete && picture.naturalWidth > 300;
  });
}

async function copying(page, host) {
  await openAlive(page, host, MEASURE);
  await page.tap("[data-tool='share']");
  await page.until("!!document.querySelector('.panel .sheet')");
  await page.tap(".panel button", "复制");
  await page.until("/已复制/.test(document.body.textContent)");
}

async function figures(page, host) {
  await page.goto(`${host.url}facts/`);
  const shown = "Array.prototype.filter.call(document.querySelectorAll('main tbody tr'), function (row) { return row.getClientRects().length }).length";
  const all = await page.until(shown);
  await page.tap("[data-find]");
  await page.until("document.activeElement === document.querySelector('[data-find]')");
  await page.type("万亩");
  await page.until("document.querySelector('[data-find]').value === '万亩'");
  await page.until(`${shown} < ${all} && ${shown} > 0`);
}

async function withoutANetwork(page, host) {
  await openAlive(page, host, MEASURE);
  if (!(await page.evaluate("'serviceWorker' in navigator"))) return;
  await page.until(() => {
    const { controller } = navigator.serviceWorker;
    return controller && controller.state === "activated";
  });
  host.online = false;
  try {
    await page.goto(`${host.url}opinions-2026/20/`);
    await page.until("/\\(二十\\)/.test(document.querySelector('main h1').textContent)");
    await page.goto(`${host.url}search/`);
    await page.until("!!document.querySelector('#q')");
    await ask(page, "高标准农田");
  } finally {
    host.online = true;
  }
}

async function noEvaluation(page, host, browser) {
  await openAlive(page, host, MEASURE);
  // Only what the text did tells: Chromium 72 reports a violation for every program that it
  // compiles, though it allows it.
  const evaluates = await page.evaluate(`new Promise(function (done) {
    try { setTimeout("self.evaluated = true", 0) } catch (error) { done(false) }
    var tries = 0;
    var waiting = setInterval(function () {
      if (!self.evaluated && ++tries < 20) return;
      clearInterval(waiting);
      done(!!self.evaluated);
    }, 100);
  })`);
  const strict = browser.name === "firefox" || browser.name === "webkit" || browser.name === "chromium";
  assert.equal(evaluates, !strict, "a browser that can forbid eval and allow WebAssembly does so");
}

/** What browsers write down when a step asks for it: refused evaluation, a host that is off, with
 * files that were cut off on their way. */
const REFUSED = /Content Security Policy|content-security-policy|violates the following/i;
const OFFLINE = /net::ERR_|Failed to load resource|NS_ERROR|NetworkError|Cannot load|Load failed|ServiceWorker|integrity attribute/i;

/** The steps in their order: what the reader does, the step, and errors that are part of it. */
export const STEPS = [
  ["a measure can be read", reading],
  ["the tools come alive", theToolsWork],
  ["next, previous and back", fromPageToPage],
  ["searching by wording, everyday words and initials", searching],
  ["a hit opens with its marks", aHitWithMarks],
  ["the settings, and type for old eyes", settings],
  ["a term explains itself", aTerm],
  ["a picture of the clause with its code", aCard],
  ["copying", copying],
  ["the table of figures is narrowed down", figures],
  ["text is not run as program where the browser can forbid it", noEvaluation, REFUSED],
  ["reading and searching without a network", withoutANetwork, OFFLINE],
];
