// For all eyes and hands: what is heard, structure, the keyboard, zoom, targets, elder mode.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { KINDS } from "./lib/kinds.mjs";
import { appReady, PHONE, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();

describe("what is heard", () => {
  test("the way to pass a sentence on has a name with its number", async () => {
    for (const [path, name] of [["opinions-2026/13/", "第 2 句：转发、复制"], ["en/opinions-2026/13/", "Sentence 2: share, copy"]]) {
      const page = await site.open(path);
      assert.equal(await page.getByRole("link", { name, exact: true }).count(), 1, path);
      await page.context().close();
    }
  });

  test("marks say what they mean, each kind otherwise, and the text stays as it is", async () => {
    for (const path of ["opinions-2026/13/", "en/opinions-2026/13/"]) {
      const page = await site.open(path);
      const said = await page.evaluate(() => {
        const kinds = ["shared", "changed", "added", "dropped"].map((kind) => {
          const mark = document.createElement("mark");
          mark.className = kind;
          mark.textContent = "甲";
          document.querySelector("main").append(mark);
          return [getComputedStyle(mark, "::before").content, mark.innerText];
        });
        return kinds;
      });
      assert.equal(new Set(said.map(([words]) => words)).size, 4, `${path}: ${said}`);
      for (const [words, text] of said) {
        assert.match(words, /[a-z\u4e00-\u9fff]{2,}/, path);
        assert.equal(text, "甲");
      }
      await page.context().close();
    }
  });
});

describe("structure", () => {
  test("landmarks: one banner, main and content information, named navigations", async () => {
    for (const path of KINDS) {
      const page = await site.open(path);
      for (const role of ["banner", "main", "contentinfo", "search"]) {
        assert.equal(await page.getByRole(role).count(), 1, `${path}: ${role}`);
      }
      const names = await page.locator("nav").evaluateAll((all) =>
        all.map((nav) => nav.getAttribute("aria-label") ?? document.getElementById(nav.getAttribute("aria-labelledby"))?.textContent),
      );
      assert.ok(names.every(Boolean), `${path}: a nav without a name`);
      assert.equal(new Set(names).size, names.length, `${path}: ${names}`);
      await page.context().close();
    }
  });

  test("the skip link comes first and leads to the text", async () => {
    const page = await site.openApp("opinions-2026/13/");
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    assert.match(await textOf(skip), /跳到正文/);
    const box = await skip.boundingBox();
    assert.ok(box.x >= 0 && box.y >= 0 && box.height >= 24, "visible when focused");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  });

  test("a change of page is one that browsers and screen readers tell: its title first, read from its top", async () => {
    const page = await site.openApp("opinions-2026/13/");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.click("a.next");
    await page.waitForURL(/opinions-2026\/14\/$/);
    await appReady(page);
    assert.match(await page.title(), /^[^·]*加大品牌培育力度/);
    assert.match(await textOf(page.locator("main h1")), /加大品牌培育力度/);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.id === "main");
    await page.click("a.language");
    await page.waitForURL(/\/en\/opinions-2026\/14\//);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  });
});

describe("by keyboard", () => {
  test("everything on a measure is reached in reading order, visibly focused", async () => {
    const page = await site.openApp("opinions-2026/13/");
    const wanted = await page.evaluate(() => {
      const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
      const visible = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0);
      visible.forEach((element, index) => (element.dataset.order = index));
      return visible.length;
    });
    const reached = [];
    for (let presses = 0; presses < wanted + 3; presses += 1) {
      await page.keyboard.press("Tab");
      const found = await page.evaluate(() => {
        const element = document.activeElement;
        const style = getComputedStyle(element);
        const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        return { order: element.dataset?.order, seen: seen || style.boxShadow !== "none", words: element.outerHTML?.slice(0, 80) };
      });
      if (found.order === undefined) break;
      assert.ok(found.seen, `no visible focus on ${found.words}`);
      reached.push(Number(found.order));
    }
    assert.equal(reached.length, wanted, "all of them");
    assert.deepEqual(reached, [...reached].sort((a, b) => a - b), "in their order");
  });

  test("passages open with Enter and the space bar", async () => {
    const page = await site.openApp("opinions-2026/13/");
    const details = page.locator("#s1 details.beneath");
    await details.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.equal(await details.getAttribute("open"), "");
    await page.keyboard.press(" ");
    assert.equal(await details.getAttribute("open"), null);
  });

  test("a term's explanation opens and closes without a mouse", async () => {
    const page = await site.openApp("opinions-2026/13/");
    await page.locator("#s1 .zh-line a.term").first().focus();
    await page.keyboard.press("Enter");
    const opened = page.locator("[role=dialog], [role=tooltip], dialog[open], .term-note").first();
    await Promise.race([opened.waitFor(), page.waitForURL(/glossary\/#/)]);
    if (page.url().includes("glossary")) return; // As a link; so it is without script.
    assert.match(await textOf(opened), /屠宰/);
    await page.keyboard.press("Escape");
    await opened.waitFor({ state: "hidden" });
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains("term")));
  });
});

describe("room", () => {
  test("at 320 px (400 % zoom) nothing needs scrolling sideways", async () => {
    const page = await site.page({ viewport: { width: 320, height: 256 } });
    const wide = [];
    for (const path of [...KINDS, ...KINDS.map((kind) => `en/${kind}`), "no/such/page", "probe.html"]) {
      await page.goto(site.host.url + path);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
      if (width > 320) wide.push(`/${path}: ${width}`);
    }
    assert.deepEqual(wide, []);
  });

  test("text with wide spacing is not cut (WCAG 1.4.12)", async () => {
    const page = await site.openApp("opinions-2026/13/", { viewport: PHONE });
    const cut = await page.evaluate(() => {
      for (const element of document.querySelectorAll("#app *")) {
        element.style.setProperty("line-height", "1.5", "important");
        element.style.setProperty("letter-spacing", "0.12em", "important");
        element.style.setProperty("word-spacing", "0.16em", "important");
      }
      return [...document.querySelectorAll("main *, header *")]
        .filter((element) => getComputedStyle(element).overflow === "hidden" && element.scrollWidth > element.clientWidth + 1)
        /* What only those get who hear the page is one pixel wide. */
        .filter((element) => !element.closest(".visually-hidden") && element.clientWidth > 1)
        .map((element) => element.outerHTML.slice(0, 80));
    });
    assert.deepEqual(cut, []);
    assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth)) <= PHONE.width);
  });

  /** Controls that are smaller than `least`; links within running text may be (WCAG 2.5.8). */
  const small = (page, least) =>
    page.evaluate((least) => {
      const inText = (element) => getComputedStyle(element).display === "inline" && element.closest("p, li, dd, td, th, h1, h2, h3, small, figcaption");
      return [...document.querySelectorAll("a[href], button, input, select, summary")]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !inText(element))
        .filter((element) => !element.closest(".skip, .visually-hidden") && !element.matches(".skip"))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < least - 0.5 || box.width < Math.min(least, 24) - 0.5))
        .map(({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 70)}`);
    }, least);

  for (const [mode, least] of [["usual", 44], ["elder", 60]]) {
    test(`targets are at least ${least} px high in ${mode} mode on a phone`, async () => {
      const page = await site.page({
        viewport: PHONE,
        hasTouch: true,
        isMobile: true,
        ...(mode === "elder" && { before: () => localStorage.setItem("policy-reading", JSON.stringify({ elder: true })) }),
      });
      const found = [];
      for (const path of ["", "opinions-2026/13/", "facts/", "coverage/"]) {
        await page.goto(site.host.url + path);
        found.push(...(await small(page, least)).slice(0, 6).map((words) => `/${path} ${words}`));
      }
      assert.deepEqual(found, []);
    });
  }

  test("no target at all is below 24 px", async () => {
    const page = await site.page({ viewport: PHONE });
    const found = [];
    for (const path of KINDS) {
      await page.goto(site.host.url + path);
      found.push(...(await small(page, 24)).slice(0, 4).map((words) => `/${path} ${words}`));
    }
    assert.deepEqual(found, []);
  });
});

describe("elder mode", () => {
  test("has type of 18 px and more, up to 30 and beyond, and is kept", async () => {
    const page = await site.openApp("opinions-2026/13/", { viewport: PHONE });
    const size = () => page.locator("#s1 > .zh-line").evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    const menu = () => page.getByText("菜单", { exact: true }).click();
    await menu();
    await page.locator("a").filter({ hasText: /长者模式/, visible: true }).first().click();
    await page.waitForSelector("html[data-elder]", { state: "attached" });
    assert.ok((await size()) >= 18, `${await size()} px`);
    await page.goto(`${site.host.url}opinions-2026/14/`);
    await appReady(page);
    assert.equal(await page.locator("html[data-elder]").count(), 1, "kept");
    const lineHeight = await page.locator("#s1 > .zh-line").evaluate((element) => {
      const style = getComputedStyle(element);
      return parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    });
    assert.ok(lineHeight >= 1.3, `${lineHeight}`);
    const larger = page.getByRole("button", { name: "大一点" });
    await menu();
    await page.getByRole("button", { name: /设置/ }).first().click();
    for (let step = 0; step < 12 && (await larger.isEnabled()); step += 1) await larger.click();
    assert.ok((await size()) >= 30, `the largest is ${await size()} px`);
    assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth)) <= PHONE.width, "no scrolling sideways");
  });

  test("respects forced colours and reduced motion", async () => {
    const page = await site.openApp("opinions-2026/13/", { forcedColors: "active", reducedMotion: "reduce" });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((element) => {
        const style = getComputedStyle(element);
        return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01 || style.scrollBehavior === "smooth";
      }).length,
    );
    assert.equal(moving, 0);
    await page.locator("a.next").focus();
    const outline = await page.locator("a.next").evaluate((element) => getComputedStyle(element).outlineStyle);
    assert.notEqual(outline, "none");
  });
});
