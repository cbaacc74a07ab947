// Without script everything can be read, and nothing is offered that would not work.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
const OFF = { javaScriptEnabled: false };

describe("without script", () => {
  for (const prefix of ["", "en/"]) {
    test(`a measure under /${prefix} has its text, both languages, passages and links`, async () => {
      const page = await site.open(`${prefix}opinions-2026/13/`, OFF);
      for (const selector of ["#s1 > .zh-line", "#s1 > .en-line", "#s2 > .zh-line", "#s2 > .en-line"]) {
        assert.ok(await page.locator(selector).isVisible(), selector);
      }
      const passages = page.locator("#s1 details.beneath");
      await passages.locator("summary").click();
      assert.ok(await passages.locator("mark.shared").first().isVisible());
      await passages.locator(".source a").click();
      await page.waitForURL(/interpretation-2026\/2\.4\/#s3$/);
      assert.ok(await page.locator("#s3 > .zh-line").isVisible());
    });
  }

  test("links, contents and neighbours lead on", async () => {
    const page = await site.open("", OFF);
    await page.click(".contents summary >> nth=0");
    await page.click('.contents a[href$="opinions-2026/1/"]');
    assert.match(await textOf(page.locator("h1")), /提升粮食产能/);
    await page.click("a.next");
    assert.match(await textOf(page.locator("h1")), /肉牛羊/);
    await page.click("a.language");
    await page.waitForURL(/\/en\/opinions-2026\/2\/$/);
  });

  test("terms and errata are links to their notes", async () => {
    const page = await site.open("opinions-2026/0/", OFF);
    await page.click("#s1 a.erratum");
    assert.match(page.url(), /#e0$/);
    await page.click("#s1 > .zh-line a.term");
    await page.waitForURL(/glossary\/#/);
    assert.ok(await page.locator(":target").isVisible());
  });

  test("the search says what to do instead, and links it", async () => {
    for (const [path, words] of [["search/?q=羊圈", /搜索需要脚本/], ["en/search/?q=sheep", /Searching needs JavaScript/]]) {
      const page = await site.open(path, OFF);
      const note = page.locator("main");
      assert.match(await textOf(note), words);
      assert.ok((await note.locator("a[href]").count()) > 0, "a link to the whole text");
    }
  });

  test("the choice of text and the elder mode are reachable by links, or not offered", async () => {
    const page = await site.open("opinions-2026/13/", OFF);
    for (const selector of [".text-choice", ".filters input", "button.speak", "button.share"]) {
      const offered = await page.locator(selector).filter({ visible: true }).count();
      assert.equal(offered, 0, `${selector} would do nothing`);
    }
    const elder = page.locator('a[href*="elder"]').first();
    assert.ok(await elder.isVisible(), "a link to the elder mode");
    await elder.click();
    const size = await page.locator("#s1 > .zh-line").evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    assert.ok(size >= 18, `${size} px`);
  });

  test("facts, glossary, places and topics are whole", async () => {
    for (const [path, selector, atLeast] of [
      ["facts/", "[data-row]", 30],
      ["glossary/", ".entry", 50],
      ["places/", "[data-row]", 30],
      ["topics/", ".cards > li", 15],
      ["coverage/", ".square", 31],
    ]) {
      const page = await site.open(path, OFF);
      const count = await page.locator(selector).filter({ visible: true }).count();
      assert.ok(count >= atLeast, `${path}: ${count} of ${selector}`);
    }
  });
});
