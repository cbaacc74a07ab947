// A library that is too large to be loaded whole: its texts come in pieces. The project's own texts are
// built as if they were one, so that what is found is known.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "./browsers/chromium.mjs";
import { firefox } from "./browsers/firefox.mjs";
import { webkit } from "./browsers/webkit.mjs";
import { Host } from "./lib/host.mjs";
import { WORKSPACE } from "./lib/paths.mjs";
import { ask, assertQuiet, deviceReady, searchReady, SiteTest, textOf } from "./lib/site.mjs";

/** Built by `cargo xtask test`. */
const FOLDER = process.env.BY_NEED_DIST ?? join(WORKSPACE, "target/by-need-dist");
const PIECES = readdirSync(join(FOLDER, "assets")).find((name) => /^pieces\.[0-9a-f]{16}$/.test(name));

const site = new SiteTest();

/** The search page with a query, on a host of the library in pieces; what it asked the host for. */
async function search(query, { behaviour, path = "search/", ...options } = {}) {
  const host = await site.misbehaving(behaviour, FOLDER);
  const asked = [];
  const page = await site.page(options);
  page.on("request", (request) => asked.push(request.url().slice(host.url.length)));
  await page.goto(`${host.url}${path}?q=${encodeURIComponent(query)}`);
  return { page, asked, host };
}

const isPiece = (path) => path.startsWith(`assets/${PIECES}/`);

describe("a library in pieces", () => {
  test("answers from a few of them, without engine and index", async () => {
    const { page, asked } = await search("高标准农田");
    const status = await searchReady(page);
    assert.match(status, /找到 \d+ 条/);
    const first = page.locator("#found-list li").first();
    assert.match(await textOf(first), /高标准农田/);
    assert.ok(await first.locator("mark").count(), "the words are marked");
    const pieces = asked.filter(isPiece);
    const all = readdirSync(join(FOLDER, "assets", PIECES)).length;
    assert.ok(pieces.length > 1 && pieces.length < all, `${pieces.length} of ${all} pieces`);
    assert.equal(new Set(pieces).size, pieces.length, "no piece is fetched twice");
    assert.deepEqual(asked.filter((path) => /^assets\/(engine|index|engine-program)\./.test(path)), []);
    assertQuiet(page);
  });

  test("answers the next question with what is lacking, and everyday words", async () => {
    const { page, asked } = await search("高标准农田");
    await searchReady(page);
    const before = asked.filter(isPiece).length;
    await ask(page, "羊圈补贴");
    assert.match(await textOf(page.locator("#found-list")), /牲畜圈舍/);
    const after = asked.filter(isPiece);
    assert.ok(after.length > before);
    assert.equal(new Set(after).size, after.length, "no piece is fetched twice");
    await ask(page, "高标准农田");
    assert.equal(asked.filter(isPiece).length, after.length, "what was read is kept");
    assertQuiet(page);
  });

  test("finds what is typed in pinyin, with a wrong character, or with a figure in other digits", async () => {
    for (const [typed, found] of [
      ["gaobiaozhun nongtian", "高标准农田"],
      ["羊卷", "牲畜圈舍"],
      ["六百万亩", "600万亩"],
    ]) {
      const { page, asked } = await search(typed);
      await searchReady(page);
      const marks = await page.locator("#found-list li").first().locator("mark").allTextContents();
      assert.ok(marks.join("").includes(found), `${typed}: ${marks.join("|")}`);
      const pieces = asked.filter(isPiece);
      assert.equal(new Set(pieces).size, pieces.length, `${typed}: no piece is fetched twice`);
      assertQuiet(page);
    }
  });

  test("leads to the page of a hit, on which the words are marked", async () => {
    const { page } = await search("高标准农田");
    await searchReady(page);
    await page.locator("#found-list h3 a").first().click();
    await page.locator("article.provision mark.match").first().waitFor();
    const marked = await page.locator("article.provision mark.match").allTextContents();
    assert.ok(marked.join("").includes("高标准农田"), marked.join("|"));
    assertQuiet(page);
  });

  test("works in English", async () => {
    const { page } = await search("farmland", { path: "en/search/" });
    assert.match(await searchReady(page), /[Aa]t least \d+ results/);
    assert.match(await textOf(page.locator("#found-list")), /farmland/i);
    assertQuiet(page);
  });

  test("shows the next hits on demand, each once", async () => {
    const { page } = await search("建设");
    await searchReady(page);
    const links = () => page.locator("#found-list h3 a").evaluateAll((all) => all.map((link) => link.pathname));
    const first = await links();
    await page.locator("#found-more button").click();
    await page.waitForFunction((count) => document.querySelectorAll("#found-list h3 a").length > count, first.length);
    const all = await links();
    assert.equal(new Set(all).size, all.length);
    assertQuiet(page);
  });

  test("says when pieces are lost or damaged, and claims nothing about the texts", async () => {
    for (const [behaviour, words] of [
      [{ refuse: new RegExp(`^assets/${PIECES}/`) }, /没有取到/],
      [{ change: (path, bytes) => (isPiece(path) ? Buffer.from("no piece") : bytes) }, /损坏/],
    ]) {
      const { page } = await search("高标准农田", { behaviour });
      const failed = page.locator("#found-notices .failed");
      await failed.waitFor();
      assert.match(await textOf(failed), words);
      assert.doesNotMatch(await textOf(page.locator("#found-status")), /没有找到/);
    }
  });

  test("finds again without a network what it found before", async () => {
    const host = await Host.start(FOLDER);
    try {
      const page = await site.open("", { host });
      await deviceReady(page);
      const address = `${host.url}search/?q=${encodeURIComponent("高标准农田")}`;
      await page.goto(address);
      const status = await searchReady(page);
      await page.waitForFunction(
        (name) => caches.keys()
          .then((keys) => Promise.all(keys.map((key) => caches.open(key).then((cache) => cache.keys()))))
          .then((all) => all.flat().some((request) => request.url.includes(name))),
        `${PIECES}/p`,
      );
      host.online = false;
      await page.goto(address);
      assert.equal(await searchReady(page), status);
    } finally {
      await host.stop();
    }
  });
});

// As `browsers` has them: every browser that `cargo xtask test` could install.
for (const line of process.env.BROWSERS?.split("\n") ?? []) {
  const [name, program] = [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)];
  test(`${name} finds in a library in pieces, and marks what it found`, async () => {
    const host = await Host.start(FOLDER);
    const browser = await ({ firefox, webkit }[name] ?? chromium)(program);
    try {
      const page = await browser.page(360, 640);
      await page.goto(`${host.url}search/?q=${encodeURIComponent("高标准农田")}`);
      await page.until("document.querySelectorAll('#found-list .hit mark').length > 0");
      assert.match(await page.text("#found-list .hit"), /高标准农田/);
      assert.ok(host.requests.some(isPiece));
      await page.tap("#found-list .hit h3 a");
      await page.until("document.querySelectorAll('main mark.match').length > 0");
      assert.deepEqual(page.notes, []);
    } finally {
      await browser.close();
      await host.stop();
    }
  });
}
