// Nothing from elsewhere, nothing that the policy forbids, and texts that stay texts.

import { before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as dist from "./lib/dist.mjs";
import { KINDS } from "./lib/kinds.mjs";
import { WORKSPACE } from "./lib/paths.mjs";
import { assertQuiet, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
const HOSTILE = join(WORKSPACE, "site/tests/fixtures/hostile");

const listen = () => {
  window.refused = [];
  window.addEventListener("securitypolicyviolation", (event) => {
    window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
};

describe("every kind of page", () => {
  for (const path of [...KINDS, ...KINDS.map((kind) => `en/${kind}`), "probe.html", "no/such/page"]) {
    test(`/${path} asks no other origin and obeys its policy`, async () => {
      const page = await site.open(path, { before: listen });
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await page.evaluate(() => window.refused), []);
      assertQuiet(page);
      const cookies = await page.context().cookies();
      assert.deepEqual(cookies, []);
    });
  }

  test("the policy is at work: inline script and other origins are refused", async () => {
    const page = await site.open("opinions-2026/13/", { before: listen });
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.hurt = true";
      document.body.append(script);
      const image = new Image();
      image.src = "https://elsewhere.invalid/x.png";
      document.body.append(image);
      const link = document.createElement("div");
      link.innerHTML = '<p style="color:red" onclick="window.hurt = true">x</p>';
      document.body.append(link);
      link.firstChild.click();
    });
    await page.waitForFunction(() => window.refused.length >= 3);
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    const fetched = await page.evaluate(() => fetch("https://elsewhere.invalid/").then(() => "fetched", () => "refused"));
    assert.equal(fetched, "refused");
    // In a task of the page's own: what the driver evaluates itself may do anything.
    await page.evaluate(() => {
      setTimeout(() => {
        try {
          window.made = new Function("return 1")();
        } catch {
          window.made = "refused";
        }
      });
    });
    await page.waitForFunction(() => window.made !== undefined);
    assert.equal(await page.evaluate(() => window.made), "refused");
  });

  test("forms lead to the site itself, and links to elsewhere give no opener", () => {
    for (const path of dist.pagePaths()) {
      for (const element of dist.elements(dist.page(path).root)) {
        const target = dist.attribute(element, "target");
        if (target) assert.match(dist.attribute(element, "rel") ?? "", /noopener/, path);
        if (element.tagName === "form") assert.doesNotMatch(dist.attribute(element, "action") ?? "", /^[a-z]+:|^\/\//, path);
      }
    }
  });
});

describe("a policy whose every text is hostile", () => {
  // Built by `cargo xtask build` from the fixture, beside the site, when HOSTILE_DIST names it.
  const folder = process.env.HOSTILE_DIST ?? join(WORKSPACE, "target/hostile-dist");
  let built;
  before(() => {
    built = existsSync(join(folder, "index.html"));
  });

  test("is built", () => {
    assert.ok(built, `there is no ${folder}: build the fixture into it`);
  });

  test("stays text on every page", async () => {
    assert.ok(built, "not built");
    const host = await site.misbehaving({}, folder);
    const page = await site.page({ before: () => { window.alert = () => (window.hurt = true); } });
    for (const path of dist.pagePaths(folder)) {
      await page.goto(host.url + path.replace(/index\.html$/, ""));
      await page.waitForTimeout(150);
      assert.equal(await page.evaluate(() => window.hurt), undefined, path);
      const links = await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.protocol ?? new URL(a.href.baseVal, location).protocol));
      assert.ok(links.every((protocol) => ["http:", "https:", "mailto:"].includes(protocol)), `${path}: ${links}`);
      assert.equal(await page.locator("main script, main iframe, main img[onerror], main svg[onload]").count(), 0, path);
    }
    assertQuiet(page);
  });

  test("stays text in the search, whatever is asked", async () => {
    const queries = readFileSync(join(HOSTILE, "queries.txt"), "utf8").split("\n").filter(Boolean);
    for (const host of [site.host, ...(built ? [await site.misbehaving({}, folder)] : [])]) {
      const page = await site.page({ before: () => { window.alert = () => (window.hurt = true); } });
      for (const query of queries) {
        await page.goto(`${host.url}search/?q=${encodeURIComponent(query)}`);
        // The box is filled once the app is there.
        const shown = query.replace(/[\r\n]/g, "");
        await page.waitForFunction((shown) => document.querySelector("#q").value === shown, shown);
        assert.equal(await page.evaluate(() => window.hurt), undefined, query);
        assert.equal(await page.locator("main script, main iframe, main img").count(), 0, query);
        await textOf(page.locator("h1"));
      }
      assertQuiet(page);
    }
  });
});
