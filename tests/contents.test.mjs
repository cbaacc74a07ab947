// The contents of a document within reach of its measures.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { assertQuiet, PHONE, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();

describe("a measure", () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`has the contents at the thumb, and shows where one is, ${javaScriptEnabled ? "with" : "without"} script`, async () => {
      const page = await site.open("opinions-2026/21/", { viewport: PHONE, javaScriptEnabled });
      if (javaScriptEnabled) await page.waitForFunction(() => self.policy?.use);
      const contents = page.locator("details.reach");
      const list = contents.locator("nav");
      const bar = await contents.locator("summary").boundingBox();
      assert.ok(bar.y + bar.height <= PHONE.height + 1, "in view before one scrolls");
      await contents.locator("summary").click();
      const sheet = await list.boundingBox();
      assert.ok(sheet.y > 0 && sheet.y + sheet.height <= PHONE.height + 1, JSON.stringify(sheet));
      const here = list.locator("[aria-current=page]");
      assert.match(await textOf(here), /基础设施/);
      assert.equal(await list.locator("a[href*='/part-']").count(), 7, "all parts");
      if (javaScriptEnabled) {
        await page.keyboard.press("Escape");
        assert.ok(await list.isHidden());
        await contents.locator("summary").click();
      }
      await list.locator('a[href$="/22/"]').click();
      await page.waitForURL(/opinions-2026\/22\/$/);
      assertQuiet(page);
    });
  }

  test("has them where they are before the way on has arrived, and without a way back", async () => {
    const page = await site.open("opinions-2026/21/", { viewport: PHONE });
    const place = () => page.locator(".reach summary").evaluate((bar) => JSON.stringify(bar.getBoundingClientRect()));
    const whole = await place();
    await page.locator(".neighbours > .next").evaluate((link) => link.remove());
    assert.equal(await place(), whole, "while the page comes");
    await page.locator(".neighbours > .previous").evaluate((link) => link.remove());
    assert.equal(await place(), whole, "alone");
    assert.equal(await page.locator(".neighbours > a").count(), 0);
  });

  test("has the contents beside it where no passages need the room", async () => {
    const page = await site.open("opinions-2026/18/", { viewport: { width: 1280, height: 800 } });
    const list = await page.locator(".reach nav").boundingBox();
    const text = await page.locator(".columns").boundingBox();
    assert.ok(list && list.x >= text.x + text.width, JSON.stringify([list, text]));
    await page.goto(`${site.host.url}opinions-2026/3/`);
    assert.ok(await page.locator(".reach nav").isHidden());
    await page.locator(".reach summary").click();
    assert.ok(await page.locator(".reach nav").isVisible());
  });
});
