// A site of another publisher: one policy with nothing but its text, in colours of its own and with
// a logo.

import { before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import * as dist from "./lib/dist.mjs";
import { WORKSPACE } from "./lib/paths.mjs";
import { appReady, assertQuiet, deviceReady, PHONE, SiteTest } from "./lib/site.mjs";

const site = new SiteTest();
/** Built from site/tests/fixtures/eight-parts by `cargo xtask test`. */
const FOLDER = process.env.EIGHT_PARTS_DIST ?? join(WORKSPACE, "target/eight-parts-dist");

before(() => assert.ok(existsSync(join(FOLDER, "index.html")), `there is no ${FOLDER}: build the fixture into it`));

const logo = (page) => page.locator("header.site img");
const loaded = (page) => logo(page).evaluate((image) => image.decode().then(() => image.naturalWidth));

describe("a site with a theme of its own", () => {
  test("shows its logo on every page, in any folder, and the name is told once", async () => {
    const host = await site.misbehaving({ base: "/a/deep/path/" }, FOLDER);
    const page = await site.page();
    for (const path of ["", "upland-roads/3/", "en/facts/", "search/?q=%E5%85%AC%E8%B7%AF", "about/"]) {
      await page.goto(host.url + path);
      assert.ok((await loaded(page)) > 0, path);
      const name = page.getByRole("banner").getByRole("link", { name: "山乡公路政策", exact: true });
      assert.equal(await name.count(), 1, path);
    }
    assertQuiet(page);
  });

  test("nothing moves when the logo and the app come", async () => {
    const held = (path) => path.startsWith("assets/logo") || path.endsWith(".bin");
    const host = await site.misbehaving({ hold: held }, FOLDER);
    const page = await site.page({
      viewport: PHONE,
      before: () => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((one) => one.value)))
          .observe({ type: "layout-shift", buffered: true });
      },
    });
    await page.goto(`${host.url}upland-roads/3/`, { waitUntil: "domcontentloaded" });
    const before = await logo(page).boundingBox();
    assert.ok(before.width > before.height && before.height > 20, JSON.stringify(before));
    host.goOn();
    await appReady(page);
    await loaded(page);
    await page.waitForTimeout(150);
    assert.deepEqual(await logo(page).boundingBox(), before);
    assert.deepEqual(await page.evaluate(() => window.shifts), []);
  });

  test("has its colours by day, at night and in elder mode, and axe finds nothing", async () => {
    const host = await site.misbehaving({}, FOLDER);
    const elder = () => localStorage.setItem("policy-reading", JSON.stringify({ elder: true }));
    for (const [colorScheme, script, accent] of [
      ["light", undefined, "rgb(29, 90, 60)"],
      ["dark", undefined, "rgb(143, 208, 174)"],
      ["light", elder, undefined],
      ["dark", elder, undefined],
    ]) {
      const page = await site.page({ colorScheme, before: script });
      for (const path of ["", "upland-roads/3/", "facts/", "about/"]) {
        await page.goto(host.url + path);
        await appReady(page);
        const colour = await page.locator(".site-name").evaluate((element) => getComputedStyle(element).color);
        if (accent) assert.equal(colour, accent);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0].html.slice(0, 120)}`), []);
      }
    }
  });

  test("keeps its logo for reading without a network", async () => {
    const host = await site.misbehaving({}, FOLDER);
    const page = await site.page();
    await page.goto(`${host.url}upland-roads/3/`);
    await deviceReady(page);
    const image = dist.attribute(dist.first(dist.page("index.html", FOLDER).root, "img"), "src");
    await page.waitForFunction((image) => caches.match(image).then(Boolean), new URL(image, host.url).href);
    host.online = false;
    await page.goto(`${host.url}upland-roads/4/`);
    assert.ok((await loaded(page)) > 0);
  });
});
