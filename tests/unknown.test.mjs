// Addresses that the site does not have.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
const ADDRESSES = ["nowhere", "nowhere/", "a/b/c/d/e/", "opinions-2026/99/", "en/opinions-2026/99/", "en/nowhere/x/y"];

describe("an unknown address", () => {
  for (const base of ["/", "/gov/policy/2026/"]) {
    for (const address of ADDRESSES) {
      test(`${base}${address} gives a page that helps`, async () => {
        const host = await site.misbehaving({ base });
        const page = await site.page();
        const response = await page.goto(host.url + address);
        assert.equal(response.status(), 404);
        const english = address.startsWith("en/");
        const main = page.locator("main");
        await main.waitFor();
        assert.match(await textOf(main), english ? /no such page/i : /没有这个页面/);
        assert.ok(await main.evaluate((element) => getComputedStyle(element).paddingLeft !== "0px"), "it is styled");
        const home = main.locator("a").first();
        await home.click();
        await page.waitForLoadState();
        // Links of the page must work at any depth, without a rewrite on the host.
        assert.ok(page.url().startsWith(host.url), page.url());
        assert.match(await textOf(page.locator("h1")), /内蒙古2026年乡村全面振兴实施意见/);
        assert.deepEqual(page.notes.violations, []);
      });
    }
  }

  test("gives a page that helps where the host refuses JSON and knows no media types", async () => {
    const host = await site.misbehaving({ base: "/gov/", type: "application/octet-stream", refuse: /\.json$/ });
    const page = await site.page();
    await page.goto(`${host.url}opinions-2026/99/`);
    await page.locator("main a").first().click();
    await page.waitForLoadState();
    assert.match(await textOf(page.locator("h1")), /内蒙古2026年乡村全面振兴实施意见/);
  });

  test("within the app is left to the host", async () => {
    const page = await site.openApp("opinions-2026/13/");
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.href = "../99/";
      link.textContent = "99";
      document.querySelector("main").prepend(link);
    });
    await page.click('main > a[href="../99/"]');
    await page.waitForFunction(() => /没有这个页面/.test(document.body.innerText));
  });

  test("of a sentence shows its measure", async () => {
    const page = await site.openApp("opinions-2026/13/#s99");
    assert.match(await textOf(page.locator("h1")), /精深加工/);
    assert.deepEqual(page.notes.errors, []);
  });
});
