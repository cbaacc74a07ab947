// The page that tells what changed between two documents of a series: the ways to it, the words of
// both as printed, an address for each change, and the same as files.

import { before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import * as dist from "./lib/dist.mjs";
import { WORKSPACE } from "./lib/paths.mjs";
import { appReady, assertQuiet, PHONE, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
/** Built from site/tests/fixtures/two-editions by `cargo xtask test`. */
const FOLDER = process.env.TWO_EDITIONS_DIST ?? join(WORKSPACE, "target/two-editions-dist");
const FIXTURE = join(WORKSPACE, "site/tests/fixtures/two-editions");
const LANGUAGES = ["", "en/"];

before(() => assert.ok(existsSync(join(FOLDER, "index.html")), `there is no ${FOLDER}: build the fixture into it`));

const changes = (prefix) => `${prefix}lake-2026/changes/`;
const host = () => site.misbehaving({}, FOLDER);
const data = () => JSON.parse(dist.read("data/lake-2026.changes.json", FOLDER));

/** The changes of a page: its sections with an address, as [id, section]. */
function sections(prefix) {
  const { root } = dist.page(`${changes(prefix)}index.html`, FOLDER);
  return [...dist.elements(root)]
    .filter((element) => element.tagName === "section" && dist.attribute(element, "id") && dist.all(element, "h3").length)
    .filter((element) => dist.all(element, "h2").length === 0)
    .map((element) => [dist.attribute(element, "id"), element]);
}

/** The lines of an edition's source that begin with a number in brackets, without that and the title. */
function measures(edition) {
  const source = readFileSync(join(FIXTURE, edition, "source.txt"), "utf8");
  return source.split("\n").filter((line) => line.startsWith("（"));
}

describe("what changed", () => {
  test("is a click away from the newer document", async () => {
    const { url } = await host();
    for (const prefix of LANGUAGES) {
      const page = await site.page();
      await page.goto(`${url}${prefix}lake-2026/`);
      const href = `${url}${changes(prefix)}`;
      const link = page.locator("main a").filter({ hasText: prefix ? "See what changed" : "看有哪些变化" });
      await link.click();
      await page.waitForURL(href);
      assert.match(await textOf(page.locator("h1")), prefix ? /What changed/ : /有哪些变化/);
      assertQuiet(page);
    }
  });

  test("has the words of both documents as they are printed", () => {
    const printed = { "lake-2025": measures("lake-2025"), "lake-2026": measures("lake-2026") };
    for (const prefix of LANGUAGES) {
      const shown = sections(prefix);
      assert.ok(shown.length > 4, `${shown.length} changes`);
      for (const [id, section] of shown) {
        const sentences = dist.all(section, ".zh").map((element) => dist.text(element));
        assert.ok(sentences.length, id);
        for (const sentence of sentences) {
          const known = [...printed["lake-2025"], ...printed["lake-2026"]];
          assert.ok(known.some((line) => line.includes(sentence)), `${id}: ${sentence}`);
        }
      }
    }
  });

  test("strikes out only words that are gone, and underlines only new ones", () => {
    const all = { del: measures("lake-2025").join("\n"), ins: measures("lake-2026").join("\n") };
    for (const tag of ["del", "ins"]) {
      const marked = sections("").flatMap(([, section]) => dist.all(section, tag).map((element) => dist.text(element)));
      assert.ok(marked.length > 0, tag);
      for (const words of marked) assert.ok(all[tag].includes(words), `${tag}: ${words}`);
    }
    const struck = sections("").flatMap(([, section]) => dist.all(section, "del").map((element) => dist.text(element)));
    assert.ok(struck.some((words) => /10/.test(words)), "10 → 12 万亩");
  });

  test("says the same in its files", () => {
    const kinds = new Map();
    for (const { kind } of data().changes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const total = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    const { root } = dist.page(`${changes("")}index.html`, FOLDER);
    const counted = dist.all(root, "b").map((element) => Number(dist.text(element))).filter(Number.isInteger);
    assert.equal(counted.reduce((sum, count) => sum + count, 0), total);
    assert.deepEqual(counted.sort(), [...kinds.values()].sort());
    const links = dist.all(root, "a").map((element) => dist.attribute(element, "href"));
    for (const end of [".json", ".csv"]) {
      const href = links.find((link) => link?.endsWith(end));
      assert.ok(href && existsSync(join(FOLDER, dist.target(`${changes("")}index.html`, href))), `${end}: ${href}`);
    }
  });

  test("has an address for each change, which leads to it", async () => {
    const { url } = await host();
    const [id] = sections("").at(-1);
    for (const prefix of LANGUAGES) {
      const page = await site.page({ viewport: PHONE });
      await page.goto(`${url}${changes(prefix)}`);
      await page.locator(`[id="${id}"] a[href="#${id}"]`).click();
      assert.equal(decodeURIComponent(new URL(page.url()).hash), `#${id}`);
      const again = await site.page({ viewport: PHONE });
      await again.goto(page.url());
      const { top, bottom } = await again.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect());
      assert.ok(top < PHONE.height && bottom > 0, `${id} lies at ${top}`);
      assertQuiet(again);
    }
  });

  test("is told on the page of a measure, which leads to its change", async () => {
    const { url } = await host();
    const page = await site.page();
    const changed = data().changes.find((change) => change.kind === "changed");
    assert.ok(changed, "no measure changed");
    await page.goto(`${url}${changed.now}/`);
    await page.locator("main a[href*='changes/#']").click();
    await page.waitForURL(url + changed.page);
    const target = await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1))).textContent);
    assert.match(target, /文字有变/);
  });

  test("fits a phone, and has no fault that axe finds, by day and by night", async () => {
    const { url } = await host();
    for (const colorScheme of ["light", "dark"]) {
      for (const prefix of LANGUAGES) {
        const page = await site.page({ viewport: { width: 360, height: 640 }, colorScheme });
        await page.goto(`${url}${changes(prefix)}`);
        await appReady(page);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(sideways, 0, "no scrolling sideways");
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`), []);
      }
    }
  });

  test("is there without script", async () => {
    const { url } = await host();
    const page = await site.page({ javaScriptEnabled: false });
    await page.goto(`${url}${changes("")}`);
    await page.locator("summary").filter({ hasText: "文字相同" }).click();
    assert.ok(await page.locator("details[open] li").first().isVisible());
    assert.ok((await page.locator("del").count()) > 0);
  });
});
