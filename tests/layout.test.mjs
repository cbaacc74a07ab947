// What a reader sees first: the head of the page in as few rows as it may have, the text in view
// without scrolling, all of it on one grid, and both languages as people read them.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { assertQuiet, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();
const SMALL = { width: 360, height: 640 };
const ELDER = () => localStorage.setItem("policy-reading", JSON.stringify({ elder: true }));

/** The boxes of what is shown of a selector, all of one moment. */
const boxes = (page, selector) =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.checkVisibility())
        .map((one) => {
          const { left, top, right, bottom } = one.getBoundingClientRect();
          return { left, top, right, bottom };
        }),
    selector,
  );

/** How many rows boxes stand in: those that overlap in height stand in one. */
function rows(all) {
  const sorted = [...all].sort((a, b) => a.top - b.top);
  let [count, end] = [0, -Infinity];
  for (const { top, bottom } of sorted) {
    if (top >= end - 2) count += 1;
    end = Math.max(end, bottom);
  }
  return count;
}

describe("the head of the page", () => {
  for (const [mode, before, most] of [["usual", undefined, 1], ["elder", ELDER, 2]]) {
    for (const width of [320, 360]) {
      for (const prefix of ["", "en/"]) {
        test(`has ${most} row(s) in ${mode} mode at ${width} px on /${prefix}`, async () => {
          const page = await site.open(`${prefix}opinions-2026/13/`, { viewport: { width, height: 640 }, before });
          const found = await boxes(page, "header.site > *");
          assert.ok(found.length >= 3, "name, search and menu");
          assert.ok(rows(found) <= most, JSON.stringify(found));
          assert.ok(found.every(({ left, right }) => left >= 0 && right <= width), JSON.stringify(found));
        });
      }
    }
  }

  test("in elder mode begins with what concerns the reader, in one language", async () => {
    const page = await site.open("opinions-2026/13/", { viewport: SMALL, before: ELDER });
    const links = page.locator("header.site a:visible:not(.site-name)");
    assert.equal(await textOf(links.first()), "与我有关");
    assert.doesNotMatch(await page.locator("header.site").innerText(), /[A-Za-z]/);
    assert.equal(await page.locator("main .en-line:visible, main h1 .en:visible").count(), 0);
  });

  test("has a menu with all ways, with and without script", async () => {
    for (const options of [{}, { javaScriptEnabled: false }]) {
      const page = await site.open("opinions-2026/13/", { viewport: SMALL, ...options });
      await page.getByText("菜单", { exact: true }).click();
      for (const name of ["与我有关", "目录", "数字与期限", "解读情况", "词语解释", "地名与机构", "关于", "长者模式", "English"]) {
        assert.equal(await page.locator("header.site a:visible", { hasText: name }).count(), 1, name);
      }
    }
  });

  test("goes on the way down and is back on the way up; without script it stays", async () => {
    for (const [script, gone] of [[true, true], [false, false]]) {
      const page = await site.open("opinions-2026/21/", { viewport: SMALL, javaScriptEnabled: script });
      if (script) await page.waitForFunction(() => self.policy?.use);
      const seen = async () => (await page.locator("#q").boundingBox()).y >= 0;
      await page.mouse.wheel(0, 900);
      await page.waitForFunction(() => scrollY > 500).catch(() => {});
      await page.waitForTimeout(300);
      assert.equal(await seen(), !gone, `script ${script}`);
      await page.mouse.wheel(0, -200);
      await page.waitForTimeout(300);
      assert.ok(await seen(), `script ${script}: back`);
    }
  });

  test("closes its menu with Escape and beside it", async () => {
    const page = await site.open("opinions-2026/13/", { viewport: SMALL });
    await page.waitForFunction(() => self.policy?.use);
    const menu = page.locator("details.menu");
    await menu.locator("summary").click();
    await page.keyboard.press("Escape");
    assert.equal(await menu.getAttribute("open"), null);
    assert.ok(await menu.locator("summary").evaluate((summary) => summary === document.activeElement));
    await menu.locator("summary").click();
    assert.equal(await menu.getAttribute("open"), "");
    await page.mouse.click(180, 600);
    assert.equal(await menu.getAttribute("open"), null);
    assertQuiet(page);
  });
});

describe("without scrolling", () => {
  for (const [mode, before] of [["usual", undefined], ["elder", ELDER]]) {
    test(`the first sentence of a measure is in view on a small phone in ${mode} mode`, async () => {
      const page = await site.page({ viewport: SMALL, before });
      for (const path of ["opinions-2026/1/", "opinions-2026/13/", "opinions-2026/21/", "interpretation-2026/2.4/"]) {
        await page.goto(site.host.url + path);
        const [first] = await boxes(page, "#s1 > .zh-line");
        const line = await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("#s1 > .zh-line")).lineHeight));
        const least = mode === "usual" ? 3 * line : line;
        assert.ok(first.top + Math.min(least, first.bottom - first.top) <= SMALL.height, `${path}: ${JSON.stringify(first)}`);
      }
    });
  }
});

describe("one grid", () => {
  for (const width of [360, 1280, 1600]) {
    test(`head, text and foot have the same edges at ${width} px`, async () => {
      const page = await site.open("opinions-2026/13/", { viewport: { width, height: 800 } });
      const inner = (selector) =>
        page.evaluate((selector) => {
          const one = document.querySelector(selector);
          const style = getComputedStyle(one);
          const { left, right } = one.getBoundingClientRect();
          return [left + parseFloat(style.paddingLeft), right - parseFloat(style.paddingRight)];
        }, selector);
      const edges = await inner("main");
      assert.deepEqual(await inner("header.site"), edges);
      assert.deepEqual(await inner("footer.site"), edges);
      const head = await boxes(page, "header.site > *");
      const near = (a, b) => Math.abs(a - b) <= 1;
      assert.ok(near(Math.min(...head.map(({ left }) => left)), edges[0]), JSON.stringify([head, edges]));
      assert.ok(near(Math.max(...head.map(({ right }) => right)), edges[1]), JSON.stringify([head, edges]));
      const [heading] = await boxes(page, "h1");
      assert.ok(near(heading.left, edges[0]), "the heading");
    });
  }
});

describe("both languages", () => {
  const place = async (page, line) => {
    const [{ left, top, right, bottom }] = await boxes(page, `#s1 > .${line}-line`);
    return { x: left, y: top, width: right - left, height: bottom - top };
  };

  for (const [prefix, first, second] of [["", "zh", "en"], ["en/", "en", "zh"]]) {
    test(`stand side by side under /${prefix} where there is room, ${first} first`, async () => {
      const page = await site.open(`${prefix}opinions-2026/13/`, { viewport: { width: 1280, height: 800 } });
      const [left, right] = [await place(page, first), await place(page, second)];
      assert.ok(Math.abs(left.y - right.y) < 4, "on one height");
      assert.ok(left.x + left.width <= right.x, "beside each other");
    });

    test(`under /${prefix} a phone shows ${first} alone until both are asked for, and keeps that`, async () => {
      const path = `${prefix}opinions-2026/13/`;
      const page = await site.open(path, { viewport: SMALL });
      assert.ok(await page.locator(`#s1 > .${first}-line`).isVisible());
      assert.equal(await page.locator(`#s1 > .${second}-line`).isVisible(), false);
      const choices = page.locator(".text-choice a:visible");
      assert.equal(await choices.count(), 2, "one switch");
      await page.locator('.text-choice [data-text="both"]').click();
      await page.waitForURL(/[?&]text=both/);
      const [upper, lower] = [await place(page, first), await place(page, second)];
      assert.ok(upper.y + upper.height <= lower.y + 4, `${first} leads`);
      assert.match(await page.locator("#announcer").textContent(), prefix ? /Both/ : /中英对照/);
      await page.goto(`${site.host.url}${prefix}opinions-2026/14/`);
      assert.ok(await page.locator(`#s1 > .${second}-line`).isVisible(), "kept");
    });
  }
});

describe("the first page", () => {
  test("says what it is, who issued it and what is not known, in view on a small phone", async () => {
    const page = await site.open("", { viewport: SMALL });
    const words = await page.evaluate(() =>
      [...document.querySelectorAll("main p, main dd, main dt, main h1")]
        .filter((one) => one.getBoundingClientRect().bottom <= innerHeight)
        .map((one) => one.innerText)
        .join("\n"),
    );
    assert.match(words, /31条措施/);
    assert.match(words, /发文机关\n内蒙古自治区党委/);
    assert.match(words, /成文日期\n原文没有写明/);
    assert.match(words, /发文字号\n原文没有写明/);
  });

  for (const prefix of ["", "en/"]) {
    test(`has questions that are answered, topics with pictures, figures and parts under /${prefix}`, async () => {
      const page = await site.open(prefix);
      assert.equal(await page.locator(".questions a").count(), 3);
      const { pictures, topics } = await page.evaluate(() => ({
        topics: document.querySelectorAll(".pictured li").length,
        pictures: new Set([...document.querySelectorAll(".pictured path")].map((path) => path.getAttribute("d"))).size,
      }));
      assert.ok(topics > 20, `${topics} topics`);
      assert.equal(pictures, topics, "each has a picture of its own");
      assert.equal(await page.locator(".figures li").count(), 9);
      assert.equal(await page.locator("details.part").count(), 7);
      const part = page.locator("details.part").first();
      await part.locator("summary").click();
      assert.ok((await part.locator("ol a:visible").count()) > 3);
      for (const question of await page.locator(".questions a").allInnerTexts()) {
        const found = await site.search(question, { english: prefix !== "" });
        assert.ok((await found.locator(".hit").count()) > 0, question);
        await found.context().close();
      }
    });
  }

  test("suggests while one types, and leads to the answer", async () => {
    const page = await site.open("");
    await page.waitForSelector("html[data-app]", { state: "attached" });
    await page.click("#q");
    await page.keyboard.type("奶业");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/\?q=/);
    assertQuiet(page);
  });
});
