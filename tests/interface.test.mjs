// The interface in a further language: words, direction, switch, tools, search. Its words are samples.

import { before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { FOLDER, pressed, sideways } from "./lib/five-languages.mjs";
import { assertQuiet, eventually, PHONE, SiteTest } from "./lib/site.mjs";

const site = new SiteTest();

before(() => assert.ok(existsSync(join(FOLDER, "index.html")), `there is no ${FOLDER}: build the fixture into it`));

describe("the interface in a further language", () => {
  const open = async (path, options) => {
    const host = await site.misbehaving({}, FOLDER);
    const page = await site.page(options);
    await page.goto(host.url + path);
    return { page, host };
  };
  const state = (page) =>
    page.evaluate(() => {
      const { lang, dir, dataset } = document.documentElement;
      return [lang, dir, dataset.text, dataset.beside];
    });

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
