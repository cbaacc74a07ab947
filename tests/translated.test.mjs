// Search in translations into further languages: what is found, how it is shown, and where it leads.

import { before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { WORKSPACE } from "./lib/paths.mjs";
import { ask, assertQuiet, eventually, PHONE, searchReady, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
/** Built from site/tests/fixtures/five-languages by `cargo xtask test`. */
const FOLDER = process.env.FIVE_LANGUAGES_DIST ?? join(WORKSPACE, "target/five-languages-dist");

before(() => assert.ok(existsSync(join(FOLDER, "index.html")), `there is no ${FOLDER}: build the fixture into it`));

/** A word of each translation. */
const WORDS = { "mn-Mong": "ᠴᠢᠯᠥᠭᠡ", mn: "эрх", bo: "ཐོབ་ཐང", ug: "ھوقۇق" };

describe("search in further languages", () => {
  const open = async (path, options) => {
    const host = await site.misbehaving({}, FOLDER);
    const page = await site.page(options);
    await page.goto(host.url + path);
    return page;
  };
  const search = async (query, options) => {
    const page = await open(`search/?q=${encodeURIComponent(query)}`, options);
    await searchReady(page);
    return page;
  };
  const sideways = (page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  test("a word leads to its sentence, where it is marked in its own language", async () => {
    for (const [tag, word] of Object.entries(WORDS)) {
      const page = await search(word, { viewport: PHONE });
      const snippet = page.locator(`#found-list .snippet[lang="${tag}"]`).first();
      assert.equal(await snippet.locator("mark.match").first().textContent(), word, tag);
      assert.equal(await sideways(page), 0, tag);
      // The words as printed, beside those of the source.
      const source = page.locator('#found-list .snippet[lang="zh-Hans"]').first();
      assert.match(await source.textContent(), /[\u4e00-\u9fff]{4}/, tag);
      await snippet.locator("a").click();
      await page.waitForURL(/beside=/);
      const line = page.locator(`.${tag}-line mark.match`).first();
      await line.waitFor();
      assert.ok(await line.isVisible(), `${tag}: shown on a phone, whatever was chosen`);
      assert.equal(await line.textContent(), word);
      const marks = await page.locator("mark.match").count();
      assert.match(await textOf(page.locator("#match-bar")), new RegExp(`${marks}`), tag);
      assertQuiet(page);
    }
  });

  test("the marks go when the reader takes them away, and every character stays", async () => {
    const page = await open("udhr/1/?beside=mn-Mong");
    const lines = () => page.locator(".mn-Mong-line").allTextContents();
    const before = await lines();
    await page.goto(page.url().replace("?", `?q=${encodeURIComponent(WORDS["mn-Mong"])}&`));
    await page.locator(".mn-Mong-line mark.match").first().waitFor();
    assert.deepEqual(await lines(), before);
    await page.locator("#match-bar button").last().click();
    await eventually(page, () => !document.querySelector("mark.match"));
    assert.deepEqual(await lines(), before);
    assertQuiet(page);
  });

  test("Mongolian hits stand in columns, Uyghur ones begin on the right", async () => {
    for (const [tag, mode, direction] of [
      ["mn-Mong", "vertical-lr", "ltr"],
      ["ug", "horizontal-tb", "rtl"],
    ]) {
      const page = await search(WORDS[tag]);
      const style = await page.locator(`.snippet[lang="${tag}"] a`).first().evaluate((link) => {
        const { writingMode, direction } = getComputedStyle(link);
        return [writingMode, direction];
      });
      assert.deepEqual(style, [mode, direction]);
    }
  });

  test("the count is that of the words on the pages", async () => {
    const page = await search("ھەممە");
    const told = Number(/出现 (\d+) 次/.exec(await textOf(page.locator("#found-status")))[1]);
    const root = new URL("../", page.url().split("?")[0]);
    let counted = 0;
    for (const number of [1, 2, 3]) {
      await page.goto(new URL(`udhr/${number}/`, root).href);
      for (const line of await page.locator(".ug-line").allTextContents()) {
        counted += line.split(/[^\p{L}]+/u).filter((word) => word === "ھەممە").length;
      }
    }
    assert.equal(told, counted);
    assert.ok(told > 1);
  });

  test("typed in Latin letters it is read, and told so; English and Chinese are searched as ever", async () => {
    const page = await search("erhe");
    assert.match(await textOf(page.locator("#found-notices")), /“erhe”读作：ᠡᠷᠬᠡ/);
    assert.ok((await page.locator('.snippet[lang="mn-Mong"] mark.match').count()) > 0);
    await ask(page, "自由");
    assert.ok((await page.locator('.snippet[lang="zh-Hans"] mark.match').count()) > 0);
    await ask(page, "rights");
    assert.ok((await page.locator('.snippet[lang="en"] mark.match').count()) > 0);
    assert.equal(await page.locator('.snippet[lang="mn-Mong"]').count(), 0);
    assertQuiet(page);
  });

  test("no engine is needed, and the one for Chinese is not thought to be there", async () => {
    const host = await site.misbehaving({ refuse: /^assets\/index\./ }, FOLDER);
    const page = await site.page();
    await page.goto(`${host.url}search/?q=${encodeURIComponent(WORDS.ug)}`);
    assert.match(await searchReady(page), /找到 \d+ 条/);
    await page.fill("#q", "自由");
    await page.press("#q", "Enter");
    await page.locator("#found-notices .failed").waitFor();
    assert.ok((await page.locator('.snippet[lang="zh-Hans"] mark.match').count()) > 0, "exact words all the same");
    await page.fill("#q", WORDS.bo);
    await page.press("#q", "Enter");
    await page.locator('.snippet[lang="bo"] mark.match').first().waitFor();
    assert.equal(await page.locator("#found-notices .failed").count(), 0);
  });

  test("what no translation has is told as not found", async () => {
    const page = await search("ᠮᠣᠷᠢ");
    assert.match(await textOf(page.locator("#found-status")), /没有找到“ᠮᠣᠷᠢ”/);
    assertQuiet(page);
  });

  test("where programs do not run, the plain search has all languages", async () => {
    for (const [tag, word] of Object.entries(WORDS)) {
      const page = await open(`search/?q=${encodeURIComponent(word)}`, { before: () => delete window.WebAssembly });
      const mark = page.locator(`#found-list li[lang="${tag}"] mark.match`).first();
      await mark.waitFor();
      assert.equal(await mark.textContent(), word, tag);
    }
  });
});
