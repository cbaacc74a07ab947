// The interface in a further language: words, direction, switch, tools, search. Its words are samples.
// What readers meet is the same in every browser; axe and the links between languages in Chromium.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "./browsers/chromium.mjs";
import { firefox } from "./browsers/firefox.mjs";
import { webkit } from "./browsers/webkit.mjs";
import { FOLDER, pressed, sideways } from "./lib/five-languages.mjs";
import { Host } from "./lib/host.mjs";
import { chrome } from "./lib/paths.mjs";
import { assertQuiet, eventually, PHONE, SiteTest } from "./lib/site.mjs";

const site = new SiteTest();
const LINES = process.env.BROWSERS?.split("\n") ?? [`chromium=${chrome()}`];
const DRIVERS = { firefox, webkit };

before(() => assert.ok(existsSync(join(FOLDER, "index.html")), `there is no ${FOLDER}: build the fixture into it`));

// In the page: language, direction, and what stands beside the text.
const stateOf = () => {
  const { lang, dir, dataset } = document.documentElement;
  return [lang, dir, dataset.text, dataset.beside];
};

// In the page: each element whose own words match, with its language and direction.
const tellings = (selector, pattern) =>
  Array.prototype.filter
    .call(document.querySelectorAll(selector), (one) =>
      Array.prototype.some.call(one.childNodes, (node) => node.nodeType === 3 && new RegExp(pattern).test(node.data)),
    )
    .map((one) => [one.textContent, one.lang, getComputedStyle(one).direction]);

const HAN = "[\u4e00-\u9fff]";

/** Browsers from before further languages of the interface are asked elsewhere whether pages work. */
for (const line of LINES.filter((line) => !/^chromium-\d+=/.test(line))) {
  const [name, program] = [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)];
  describe(name, { concurrency: false }, () => {
    let browser;
    let host;
    const opened = async (path, width = 1280, height = 900) => {
      const page = await browser.page(width, height);
      await page.goto(host.url + path);
      return page;
    };
    // The tools are there when the page says that it is alive.
    const alive = (page) => page.until("document.documentElement.hasAttribute('data-app')");

    before(async () => {
      host = await Host.start(FOLDER);
      browser = await (DRIVERS[name] ?? chromium)(program);
    });
    after(async () => {
      await browser?.close();
      await host?.stop();
    });

    test("a page has its words, its direction, and the source with its translation", async () => {
      for (const [width, height] of [[1280, 900], [360, 740]]) {
        const page = await opened("ug/udhr/1/", width, height);
        assert.deepEqual(await page.evaluate(stateOf), ["ug", "rtl", "zh", "ug"]);
        assert.equal(await page.text(".menu summary"), "تىزىملىك");
        const lines = await page.evaluate(() =>
          Array.prototype.filter
            .call(document.querySelectorAll(".text .zh-line, .text .more-line"), (one) => one.getClientRects().length)
            .map((one) => [(one.querySelector("[lang]") || one).lang, getComputedStyle(one).direction]),
        );
        assert.deepEqual(lines, [["zh-Hans", "ltr"], ["ug", "rtl"], ["zh-Hans", "ltr"], ["ug", "rtl"]]);
        assert.equal(await page.evaluate(sideways), 0);
        assert.deepEqual(page.notes, []);
      }
    });

    test("what is Chinese in place of a word of the language is told to be", async () => {
      const page = await opened("ug/udhr/1/");
      await alive(page);
      const untold = (root) => {
        const walker = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
          const { data, parentElement: around } = walker.currentNode;
          if (!/[\u4e00-\u9fff]/.test(data) || around.closest("svg, script, style")) continue;
          const { lang } = around.closest("[lang]");
          if (!/^zh/.test(lang) || getComputedStyle(around.closest("[lang]")).direction !== "ltr") found.push([data, lang]);
        }
        return found;
      };
      assert.deepEqual(await page.evaluate(untold, "body"), []);
      await page.tap(".wide [data-tool='settings']");
      await page.until("document.querySelector('[role=dialog] .choice')");
      await page.until((pattern) => new RegExp(pattern).test(document.querySelector("[role=dialog]").textContent), HAN);
      assert.deepEqual(await page.evaluate(untold, "[role=dialog]"), []);
      const [close] = await page.evaluate(tellings, "[role=dialog] button", "تاقاش");
      assert.deepEqual(close, ["تاقاش", "", "rtl"], "words of the language are left alone");
      assert.deepEqual(page.notes, []);
    });

    test("the choice of English stays, with the tools and on other pages, on a phone as well", async () => {
      const first = await opened("ug/udhr/1/");
      await alive(first);
      await first.tap("a[data-tool='text'][data-text='en']");
      await first.until("document.documentElement.getAttribute('data-text') === 'en'");
      for (const [width, height] of [[1280, 900], [360, 740]]) {
        for (const path of ["ug/udhr/2/", "mn/udhr/1/"]) {
          const page = await opened(path, width, height);
          assert.equal((await page.evaluate(stateOf))[2], "en", `${path} as it is painted`);
          await alive(page);
          assert.equal((await page.evaluate(stateOf))[2], "en", `${path} with the tools`);
          const shown = await page.evaluate(() =>
            [".zh-line", ".en-line"].map((line) => document.querySelector(`.text ${line}`).getClientRects().length > 0),
          );
          assert.deepEqual(shown, [false, true]);
          assert.equal(await page.text("[data-tool='text'][aria-current]"), await page.text("[data-tool='text'][data-text='en']"));
        }
      }
      const last = await opened("ug/udhr/1/");
      await alive(last);
      await last.tap("a[data-tool='text'][data-text='zh']");
      await last.goto(`${host.url}ug/udhr/2/`);
      await alive(last);
      assert.equal((await last.evaluate(stateOf))[2], "zh", "and can be taken back");
      assert.deepEqual(last.notes, []);
    });

    test("the search answers in the language, and what it lacks is told to be Chinese", async () => {
      const page = await opened(`ug/search/?q=${encodeURIComponent("理性")}`);
      await page.until(() => /نەتىجە/.test(document.getElementById("found-status").textContent));
      const snippets = await page.evaluate(() =>
        Array.prototype.map.call(document.querySelectorAll(".snippet"), (one) => [one.lang, getComputedStyle(one).direction]),
      );
      assert.ok(snippets.length > 0);
      for (const [lang, direction] of snippets) assert.equal(direction, lang === "ug" ? "rtl" : "ltr", lang);
      const names = await page.evaluate(tellings, ".hit h3 a", HAN);
      assert.ok(names.length > 0);
      for (const [text, lang, direction] of names) assert.deepEqual([lang, direction], ["zh-Hans", "ltr"], text);
      const documents = await page.evaluate(tellings, ".hit .from", HAN);
      assert.ok(documents.length > 0);
      for (const [text, lang, direction] of documents) assert.deepEqual([lang, direction], ["zh-Hans", "ltr"], text);
      assert.deepEqual(page.notes, []);
    });
  });
}

describe("the interface in a further language", () => {
  const open = async (path, options) => {
    const host = await site.misbehaving({}, FOLDER);
    const page = await site.page(options);
    await page.goto(host.url + path);
    return { page, host };
  };
  const state = (page) => page.evaluate(stateOf);

  test("words, direction, source and translation are there at once, on a phone as well", async () => {
    for (const options of [{}, { viewport: PHONE }]) {
      const { page } = await open("ug/udhr/1/", options);
      assert.deepEqual(await state(page), ["ug", "rtl", "zh", "ug"]);
      assert.equal(await page.locator(".menu summary").textContent(), "تىزىملىك");
      const shown = ".more-line:visible";
      assert.deepEqual(await page.locator(`.text ${shown}`).evaluateAll((all) => all.map((one) => one.lang)), ["ug", "ug"]);
      const chinese = page.locator(".text .zh-line .zh").first();
      assert.ok(await chinese.isVisible());
      assert.deepEqual(await chinese.evaluate((one) => [one.lang, getComputedStyle(one.parentNode).direction]), ["zh-Hans", "ltr"]);
      // The name of the site begins where lines begin.
      const { right } = await page.locator(".site-name").evaluate((one) => one.getBoundingClientRect());
      assert.ok(right > (await page.evaluate(() => innerWidth)) - 60, String(right));
      assert.equal(await page.evaluate(sideways), 0);
      assertQuiet(page);
    }
  });

  test("the header leads to every other language, and the ways on keep it", async () => {
    const { page, host } = await open("ug/udhr/1/");
    const links = page.locator(".wide a.language");
    assert.deepEqual(await links.allTextContents(), ["中文", "English", "Монгол"]);
    await page.getByRole("link", { name: /كېيىنكى/ }).last().click();
    await page.waitForURL(`${host.url}ug/udhr/2/`);
    await page.getByRole("link", { name: /ئالدىنقى/ }).last().click();
    await page.waitForURL(`${host.url}ug/udhr/1/`);
    await links.last().click();
    await page.waitForURL(/\/mn\/udhr\/1\//);
    assert.deepEqual(await state(page), ["mn", "", "zh", "mn"]);
    await page.locator(".wide a.language").first().click();
    await page.waitForURL(`${host.url}udhr/1/`);
    assert.deepEqual(await state(page), ["zh-Hans", "", undefined, undefined], "Chinese pages are as they were");
    assertQuiet(page);
  });

  test("a choice of translations is one of the language's own", async () => {
    const { page, host } = await open("mn/udhr/1/");
    await page.click(".languages [data-in='bo']");
    await page.goto(`${host.url}mn/udhr/2/`);
    assert.deepEqual(await page.evaluate(pressed), ["mn", "bo"]);
    await page.goto(`${host.url}ug/udhr/2/`);
    assert.deepEqual(await page.evaluate(pressed), ["ug"]);
    assert.equal(await page.evaluate(() => localStorage.getItem("policy-languages")), null);
  });

  test("the tools have its words, and Chinese or English ones where it lacks them", async () => {
    for (const [path, close, lacking] of [["ug/udhr/1/", "تاقاش", "字号"], ["mn/udhr/1/", "Хаах", "Type size"]]) {
      const { page } = await open(path);
      await page.locator(".wide [data-tool='settings']").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: close }).waitFor();
      assert.ok((await dialog.textContent()).includes(lacking));
      await dialog.getByRole("button", { name: close }).click();
      assert.equal((await state(page))[2], "zh", "the tools leave the text as it is");
      assertQuiet(page);
    }
  });

  test("the search answers in it, from the translation and the source", async () => {
    const { page, host } = await open(`mn/search/?q=${encodeURIComponent("эрх")}`);
    await page.locator(".hit").first().waitFor();
    assert.match(await page.locator("#found-status").textContent(), /^\d илэрц/);
    await page.locator(".hit a").first().click();
    await page.waitForURL((url) => url.href.startsWith(`${host.url}mn/udhr/`));
    await page.goto(`${host.url}ug/search/?q=${encodeURIComponent("理性")}`);
    await eventually(page, () => /نەتىجە/.test(document.getElementById("found-status").textContent));
    assert.equal(await page.locator(".snippet").first().evaluate((one) => getComputedStyle(one).direction), "ltr");
    assertQuiet(page);
  });

  test("axe finds nothing, from either side, on a phone and in large type", async () => {
    const elder = () => localStorage.setItem("policy-reading", JSON.stringify({ elder: true }));
    for (const options of [{}, { colorScheme: "dark" }, { viewport: PHONE }, { before: elder, viewport: PHONE }]) {
      for (const path of ["ug/", "ug/udhr/", "ug/udhr/1/", "mn/udhr/1/", "ug/about/"]) {
        const { page } = await open(path, options);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0].html.slice(0, 160)}`), []);
        assert.equal(await page.evaluate(sideways), 0, path);
        assertQuiet(page);
      }
    }
  });
});
