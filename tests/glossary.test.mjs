// The pop-up on a term: by mouse, touch and keyboard, never in the way of the link that the term
// is without script.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import * as dist from "./lib/dist.mjs";
import { DIST, WORKSPACE } from "./lib/paths.mjs";
import { appReady, assertQuiet, deviceReady, PHONE, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
const MEASURE = "opinions-2026/13/";

const popup = (page) => page.getByRole("dialog");
const term = (page) => page.locator("#s1 > .zh-line a.term").first();

async function opened(page, open = () => term(page).click()) {
  await open();
  await popup(page).waitFor();
  return popup(page);
}

/** What the glossary page says of the term that a link leads to. */
function entry(href, english) {
  const { root } = dist.page(`${english ? "en/" : ""}glossary/index.html`);
  const id = decodeURIComponent(href.split("#")[1]);
  const found = dist.all(root, ".entry").find((one) => dist.attribute(one, "id") === id);
  assert.ok(found, `no entry ${id}`);
  return (...selectors) => {
    const part = selectors.reduce((within, selector) => dist.first(within, selector), found);
    return dist.text(part).replace(/\s+/g, " ").trim();
  };
}

async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .setLegacyMode(true)
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
}

/** The box of the pop-up lies on the page, beside its term, and in view. */
async function assertPlaced(page) {
  const { box, term: word, view } = await page.evaluate(() => {
    const plain = (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const { clientWidth, clientHeight, scrollWidth } = document.scrollingElement;
    return {
      box: plain(document.querySelector(".term-box")),
      term: plain(document.querySelector("a.term[aria-expanded]")),
      view: { width: clientWidth, height: clientHeight, whole: scrollWidth },
    };
  });
  assert.ok(box.left >= 0 && box.right <= view.width, `${JSON.stringify(box)} in ${view.width}`);
  assert.ok(view.whole <= view.width, "no scrolling sideways");
  const apart = Math.min(Math.abs(box.top - word.bottom), Math.abs(word.top - box.bottom));
  assert.ok(apart <= 12, `${apart} px from its term`);
  if (box.bottom - box.top < view.height) assert.ok(box.top >= 0 && box.bottom <= view.height + 1, "in view");
}

describe("a term", () => {
  for (const prefix of ["", "en/"]) {
    test(`under /${prefix} opens what the glossary says of it`, async () => {
      const page = await site.openApp(prefix + MEASURE);
      const href = await term(page).getAttribute("href");
      const said = entry(href, prefix);
      const box = await opened(page);
      assert.equal(page.url(), site.host.url + prefix + MEASURE, "the reader stays");
      assert.equal(await textOf(box.locator("h2 .zh")), said("h3", ".zh"));
      assert.equal(await textOf(box.locator("h2 .en")), said("h3", ".en"));
      assert.equal(await textOf(box.locator("#term-text")), said(prefix ? "p.en" : "p.zh"));
      assert.equal(await textOf(box.locator(".basis")), said(".basis"));
      await assertPlaced(page);
      await box.getByRole("link", { name: prefix ? "glossary" : "词语解释" }).click();
      await page.waitForURL(/glossary\/#/);
      assert.ok(await page.locator(":target").isVisible());
      assertQuiet(page);
    });
  }

  test("works by keyboard, and the focus comes back", async () => {
    const page = await site.openApp(MEASURE);
    const box = await opened(page, async () => {
      await term(page).focus();
      await page.keyboard.press("Enter");
    });
    assert.ok(await box.evaluate((element) => element === document.activeElement), "the focus is on it");
    assert.notEqual(await box.evaluate((element) => getComputedStyle(element).outlineStyle), "none");
    await page.keyboard.press("Escape");
    await box.waitFor({ state: "detached" });
    const focused = () => page.evaluate(() => document.activeElement.className);
    assert.equal(await focused(), "term");
    await opened(page, () => page.keyboard.press("Enter"));
    const inside = await box.locator("a, button").count();
    for (let press = 0; press < inside; press += 1) await page.keyboard.press("Tab");
    assert.equal(await textOf(page.locator(":focus")), "关闭");
    await page.keyboard.press("Enter");
    assert.equal(await popup(page).count(), 0);
    assert.equal(await focused(), "term");
    assertQuiet(page);
  });

  test("stands for the Tab key where its term stands", async () => {
    const page = await site.openApp(MEASURE);
    const order = "a[href], button, input, summary";
    await term(page).evaluate((link, order) => {
      const all = [...document.querySelectorAll(order)].filter((element) => element.checkVisibility());
      window.after = all[all.indexOf(link) + 1];
    }, order);
    const box = await opened(page);
    const links = await box.locator("button, a").count();
    for (let press = 0; press <= links; press += 1) await page.keyboard.press("Tab");
    assert.equal(await popup(page).count(), 0, "left behind");
    assert.ok(await page.evaluate(() => document.activeElement === window.after));
    await opened(page);
    await page.keyboard.press("Shift+Tab");
    assert.equal(await popup(page).count(), 0);
    assert.ok(await term(page).evaluate((link) => link === document.activeElement));
  });

  test("opens by touch on a phone, and a touch elsewhere closes it", async () => {
    const page = await site.openApp(MEASURE, { viewport: PHONE, hasTouch: true, isMobile: true });
    await term(page).scrollIntoViewIfNeeded();
    const box = await opened(page, () => term(page).tap());
    await assertPlaced(page);
    const close = await box.getByRole("button").boundingBox();
    assert.ok(close.height >= 44 && close.width >= 44, JSON.stringify(close));
    await page.locator("main h1").tap();
    assert.equal(await popup(page).count(), 0);
    await opened(page, () => term(page).tap());
    await term(page).tap();
    assert.equal(await popup(page).count(), 0, "the second touch on the term closes it");
    assertQuiet(page);
  });

  test("gives way to the next one, and to the next page", async () => {
    const page = await site.openApp(MEASURE);
    const others = page.locator("#s1 > .zh-line a.term, #s2 > .zh-line a.term");
    await opened(page, () => others.nth(0).click());
    const first = await textOf(popup(page).locator("h2"));
    await others.nth(1).click();
    await page.waitForFunction((first) => {
      const heading = document.querySelector(".term-box h2");
      return heading && heading.innerText.replace(/\s+/g, " ").trim() !== first;
    }, first);
    assert.equal(await popup(page).count(), 1);
    await page.evaluate(() => document.querySelector("a.next").click());
    await page.waitForURL(/opinions-2026\/14\/$/);
    await popup(page).waitFor({ state: "detached" });
    // The app has put another page in place: its terms open as well.
    await opened(page, () => page.locator("main a.term").first().click());
    assert.match(page.url(), /opinions-2026\/14\/$/);
    assertQuiet(page);
  });

  test("opened with another key or button is the link that it is", async () => {
    const page = await site.openApp(MEASURE);
    for (const click of [{ modifiers: ["Control"] }, { button: "middle" }]) {
      const [other] = await Promise.all([page.context().waitForEvent("page"), term(page).click(click)]);
      await other.waitForURL(/glossary\/#/);
      await other.close();
      assert.equal(await popup(page).count(), 0);
    }
  });
});

describe("the pop-up", () => {
  for (const [name, options] of [
    ["by day", {}],
    ["at night", { colorScheme: "dark" }],
    ["in elder mode", { viewport: PHONE, before: () => localStorage.setItem("policy-reading", JSON.stringify({ elder: true })) }],
    ["in English on a phone", { viewport: PHONE, path: `en/${MEASURE}?text=both` }],
  ]) {
    test(`gives axe nothing to find, ${name}`, async () => {
      const { path = MEASURE, ...rest } = options;
      const page = await site.openApp(path, rest);
      // Further down than the first, where the pop-up covers none of the page's own buttons.
      const lower = page.locator("#s2 > .zh-line a.term").first();
      // Nor does the head, which stays above the screen on the way down: axe takes it for in the way.
      if (name === "in elder mode") await lower.evaluate((one) => one.scrollIntoView());
      const box = await opened(page, () => lower.click());
      assert.deepEqual(await violations(page), []);
      await assertPlaced(page);
      if (name !== "in elder mode") return;
      for (const target of await box.locator("button, a").all()) {
        const { height } = await target.boundingBox();
        assert.ok(height >= 60, `${height} px`);
        assert.ok(await target.evaluate((one) => one.scrollWidth <= one.clientWidth), "its words fit");
      }
    });
  }

  test("fits at 400 %, and nothing in it moves", async () => {
    const page = await site.openApp(MEASURE, { viewport: { width: 320, height: 256 } });
    const box = await opened(page);
    await assertPlaced(page);
    const style = await box.evaluate((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return [transitionDuration, animationName];
    });
    assert.deepEqual(style, ["0s", "none"]);
    const last = box.getByRole("button");
    await last.focus();
    const { y, height } = await last.boundingBox();
    assert.ok(y >= 0 && y + height <= 256, "its end can be reached");
  });

  test("has a border in forced colours", async () => {
    const page = await site.openApp(MEASURE, { forcedColors: "active" });
    const box = await opened(page);
    assert.match(await box.evaluate((element) => getComputedStyle(element).border), /2px solid/);
  });
});

describe("where the pop-up can't come", () => {
  test("without script, the term leads to the glossary", async () => {
    const page = await site.open(MEASURE, { javaScriptEnabled: false });
    await term(page).click();
    await page.waitForURL(/glossary\/#/);
    assert.ok(await page.locator(":target").isVisible());
  });

  test("without its explanations, the term leads to the glossary", async () => {
    const host = await site.misbehaving({ refuse: /terms-zh/ });
    const page = await site.open(MEASURE, { host });
    await appReady(page);
    await term(page).click();
    await page.waitForURL(/glossary\/#/);
  });

  test("without a network it opens from what the device kept", async () => {
    const host = await site.misbehaving({});
    const page = await site.openApp(MEASURE, { host });
    await deviceReady(page);
    host.online = false;
    await page.reload();
    await appReady(page);
    const box = await opened(page);
    assert.ok((await textOf(box.locator("#term-text"))).length > 5);
  });

  test("from a disk it opens all the same", async () => {
    const page = await site.page();
    await page.goto(pathToFileURL(join(DIST, MEASURE, "index.html")).href);
    const box = await opened(page);
    assert.ok((await textOf(box.locator("#term-text"))).length > 5);
    await box.getByRole("link", { name: "词语解释" }).click();
    await page.waitForURL(/glossary\/index\.html#/);
  });
});

test("hostile explanations stay text", async () => {
  const folder = process.env.HOSTILE_DIST ?? join(WORKSPACE, "target/hostile-dist");
  const host = await site.misbehaving({}, folder);
  const page = await site.page({ before: () => { window.alert = () => (window.hurt = true); } });
  let seen = 0;
  for (const path of dist.pagePaths(folder).filter((path) => /danger\/\d+\/index\.html$/.test(path))) {
    await page.goto(host.url + path.replace(/index\.html$/, ""));
    await appReady(page);
    if (!(await page.locator("main a.term").count())) continue;
    const box = await opened(page, () => page.locator("main a.term").first().click());
    seen += 1;
    assert.match(await textOf(box), /<|\$\{|\{\{/, "the attack is shown as it is written");
    assert.equal(await box.locator("script, img, svg, iframe, b, i").count(), 0);
    assert.equal(await page.evaluate(() => window.hurt), undefined, path);
  }
  assert.ok(seen > 0, "no hostile term was opened");
  assertQuiet(page);
});
