// axe, by day and at night, on every kind of page.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { KINDS } from "./lib/kinds.mjs";
import { appReady, PHONE, searchReady, SiteTest } from "./lib/site.mjs";

const site = new SiteTest();

/** The rules whose answer colours change: the others say at night what they say by day. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds, one line each. `AxeBuilder` opens a page of its own for nothing but frames. */
async function violations(page, rules) {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations: found } = await (rules ? axe.withRules(rules) : axe.withTags(tags)).analyze();
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
}

/** Waits until the page is as it stays, with an answer on the search page. */
async function settled(page) {
  if (await page.locator('script[src*="boot."]').count()) await appReady(page);
  if (/search\/\?q=/.test(page.url())) await searchReady(page);
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
}

describe("axe finds nothing", () => {
  for (const theme of ["light", "dark"]) {
    for (const prefix of ["", "en/"]) {
      test(`on any kind of page under /${prefix}, ${theme}`, async () => {
        const page = await site.page({ colorScheme: theme });
        const found = [];
        for (const kind of KINDS) {
          await page.goto(site.host.url + prefix + kind);
          await settled(page);
          const rules = theme === "dark" ? OF_COLOURS : undefined;
          found.push(...(await violations(page, rules)).map((words) => `/${prefix}${kind} ${words}`));
        }
        assert.deepEqual(found, []);
      });
    }
  }

  test("unless there is something to find", async () => {
    const page = await site.openApp("opinions-2026/13/");
    await page.evaluate(() => document.querySelector("h1").insertAdjacentHTML("afterend", "<img src='../../icon.svg'><button></button>"));
    const found = (await violations(page)).join();
    assert.match(found, /image-alt/);
    assert.match(found, /button-name/);
    await page.evaluate(() => document.querySelector("h1").style.setProperty("color", "#999"));
    assert.match((await violations(page, OF_COLOURS)).join(), /color-contrast/);
  });

  test("with passages opened, on a phone", async () => {
    const page = await site.openApp("opinions-2026/13/", { viewport: PHONE });
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    assert.deepEqual(await violations(page), []);
  });

  test("in elder mode, on the page for unknown addresses and on the probe", async () => {
    const page = await site.page({ before: () => localStorage.setItem("policy-reading", JSON.stringify({ elder: true })) });
    const found = [];
    for (const path of ["", "opinions-2026/13/", "en/search/", "facts/", "no/such/page", "probe.html"]) {
      await page.goto(site.host.url + path);
      await settled(page);
      found.push(...(await violations(page)).map((words) => `/${path} ${words}`));
    }
    assert.deepEqual(found, []);
  });
});
