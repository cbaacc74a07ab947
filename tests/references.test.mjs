// References: words that name another text are links, with a pop-up of what they name.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import * as dist from "./lib/dist.mjs";
import { appReady, assertQuiet, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
const isReference = (element) => dist.attribute(element, "data-tool") === "cited";

/** The pages of a language that have references, each as [path, its references]. */
function referring(prefix) {
  const pages = dist.pagePaths().filter((path) => path.startsWith("en/") === (prefix === "en/"));
  return pages
    .map((path) => [path, [...dist.elements(dist.page(path).root)].filter(isReference)])
    .filter(([, references]) => references.length);
}

describe("a reference", () => {
  test("is a link to a page that is there, and none stands within another link", () => {
    const known = new Set(dist.pagePaths());
    const pages = [...referring(""), ...referring("en/")];
    assert.ok(pages.length > 0, "no page refers to anything");
    for (const [path, references] of pages) {
      for (const reference of references) {
        const href = dist.attribute(reference, "href");
        assert.ok(known.has(dist.target(path, href)), `${path}: ${href}`);
        assert.ok(![...dist.elements(reference)].some((inner) => inner.tagName === "a"), path);
      }
    }
  });

  for (const prefix of ["", "en/"]) {
    test(`under /${prefix} opens the words of what it names, and leads there`, async () => {
      const [path] = referring(prefix).find(([path]) => /\/\d/.test(path));
      const address = path.replace("index.html", "");
      const page = await site.openApp(address);
      const link = page.locator("[data-tool='cited']:visible").first();
      const href = await link.evaluate((element) => element.href);
      await link.click();
      const box = page.getByRole("dialog");
      await box.waitFor();
      assert.equal(page.url(), site.host.url + address, "the reader stays");
      assert.ok((await textOf(box.locator("h2"))).length > 2);
      assert.ok((await textOf(box.locator("#term-text"))).length > 10);
      await page.keyboard.press("Escape");
      await box.waitFor({ state: "detached" });
      await link.click();
      await box.getByRole("link").first().click();
      await page.waitForURL(href);
      assertQuiet(page);
    });
  }

  test("is followed where its page can't be had beside it", async () => {
    const [path] = referring("").find(([path]) => /\/\d/.test(path));
    const page = await site.openApp(path.replace("index.html", ""));
    const link = page.locator("[data-tool='cited']:visible").first();
    const href = await link.evaluate((element) => element.href);
    await appReady(page);
    await page.evaluate(() => {
      self.fetch = () => Promise.reject(new Error("no network"));
    });
    await link.click();
    await page.waitForURL(href);
  });
});
