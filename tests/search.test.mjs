// The search, as readers use it: any way of writing, a list one can work with, and exact counts.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ask, assertQuiet, PHONE, searchReady, SiteTest, textOf } from "./lib/site.mjs";
import { recordShifts, shifts } from "./lib/shifts.mjs";

const site = new SiteTest();

/** The numbers of the measures on the list, the best first. */
async function measures(page) {
  const links = await page.locator("#found-list .hit h3 a").evaluateAll((all) => all.map((a) => a.href));
  return links.map((href) => /opinions-2026\/(\d+)\//.exec(href)?.[1] ?? href);
}

describe("a query", () => {
  test("in Chinese leads to the measure, at its sentence", async () => {
    const page = await site.search("前置屠宰加工中心");
    assert.equal((await measures(page))[0], "13");
    const snippet = page.locator(".hit .snippet a").first();
    assert.equal(await textOf(snippet.locator("mark").first()), "前置屠宰加工中心");
    await snippet.click();
    await page.waitForURL(/opinions-2026\/13\/.*#s1$/);
    const inView = await page.locator("#s1").evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    assert.ok(inView);
    await page.locator("#s1 mark", { hasText: "前置屠宰" }).first().waitFor();
    assertQuiet(page);
  });

  test("in English leads to the measure, with a typing error too", async () => {
    for (const query of ["forward slaughtering centers", "foward slaughtring center"]) {
      const page = await site.search(query, { english: true });
      assert.equal((await measures(page))[0], "13", query);
    }
  });

  // What each way of writing must find first, or among the first three.
  const WAYS = [
    ["an everyday word", "羊圈", "牲畜圈舍"],
    ["another everyday word", "村医", "乡村医生"],
    ["pinyin", "gaobiaozhun nongtian", "高标准农田"],
    ["pinyin with tones", "gāo biāo zhǔn nóng tián", "高标准农田"],
    ["initials", "gbznt", "高标准农田"],
    ["Traditional characters", "鄉村振興", "乡村振兴"],
    ["Traditional, one to many", "糧食乾燥", "粮食"],
    ["full width", "１０００万亩", "1000万亩"],
    ["a Chinese number", "一千万亩", "1000万亩"],
    ["an English number", "10 million mu", "1000万亩"],
    ["words across punctuation", "京津冀长三角", "京津冀、长三角"],
    ["a mixture", "dairy 奶业 zhenxing", "奶业"],
  ];

  for (const [way, query, found] of WAYS) {
    test(`by ${way}: ${query}`, async () => {
      const page = await site.search(query);
      const hits = await page.locator(".hit").evaluateAll((all) => all.slice(0, 3).map((hit) => hit.innerText));
      assert.ok(hits.some((hit) => hit.includes(found)), `${found} is not in ${hits.join("\n---\n")}`);
    });
  }

  for (const query of ["第十三条", "（十三）", "(十三)", "13", "measure 13"]) {
    test(`that is a number: ${query}`, async () => {
      const page = await site.search(query);
      assert.equal((await measures(page))[0], "13");
    });
  }

  test("by a related word says that it is one", async () => {
    const page = await site.search("羊圈");
    assert.match(await textOf(page.locator(".hit .reason").first()), /相关说法：羊圈 → 牲畜圈舍/);
  });

  test("with a typing error says what was searched instead, or offers it", async () => {
    const page = await site.search("revitalisaton", { english: true });
    const notices = page.locator("#found-notices");
    assert.match(await textOf(notices), /revitali[sz]ation/i);
    const offer = notices.locator("a").first();
    if (await offer.count()) {
      await offer.click();
      await searchReady(page);
    }
    assert.match(await textOf(page.locator("#found-list")), /revitalization/i);
  });

  test("that finds nothing helps on", async () => {
    const page = await site.search("宇宙飞船发射场");
    const main = await textOf(page.locator("main"));
    assert.match(main, /没有/);
    assert.ok((await page.locator("main a[href]").count()) > 0, "something to go on with");
  });

  test("in the query language narrows the list", async () => {
    const page = await site.search("农田");
    const all = await measures(page);
    await ask(page, "农田 part:1");
    const inPart = await measures(page);
    assert.ok(inPart.length > 0 && inPart.length < all.length);
    assert.ok(inPart.every((number) => Number(number) <= 8 || number.includes("part-1")), inPart.join());
    await ask(page, "农田 -高标准");
    assert.ok(!(await textOf(page.locator("#found-list"))).includes("高标准"));
    const before = page.notes.errors.length;
    await ask(page, '农田 "高标准 ((');
    assert.equal(page.notes.errors.length, before);
    // The notice comes with the engine's answer.
    await page.locator("#found-notices").filter({ hasText: /当作普通文字/ }).waitFor();
  });
});

/** On a wide screen the filters are open from the start. */
async function openFilters(page) {
  const filters = page.locator("#found-filters");
  if ((await filters.getAttribute("open")) === null) await filters.locator("> summary").click();
}

describe("the list", () => {
  test("can be narrowed by facets with true counts, kept in the address", async () => {
    const page = await site.search("补贴");
    await openFilters(page);
    const facet = page.locator("#found-facets").getByRole("group", { name: "文件" }).getByRole("button", { name: "解读" });
    const told = Number(await facet.locator(".count").textContent());
    await facet.click();
    await page.waitForURL(/document=interpretation-2026/);
    const [, found] = /(\d+)/.exec(await searchReady(page));
    assert.equal(Number(found), told);
    await page.reload();
    await searchReady(page);
    const hrefs = await page.locator("#found-list .hit h3 a").evaluateAll((links) => links.map((a) => a.href));
    assert.ok(hrefs.length > 0 && hrefs.every((href) => href.includes("interpretation-2026")), hrefs.join());
    await page.locator(".chosen button").first().click();
    await page.waitForURL((url) => !url.searchParams.has("document"));
  });

  test("can be put into the order of the document, kept in the address", async () => {
    const page = await site.search('"支持"');
    await openFilters(page);
    await page.locator("#found-facets").getByRole("button", { name: "按原文顺序" }).click();
    await page.waitForURL(/sort=document/);
    await searchReady(page);
    const numbers = (await measures(page)).filter((number) => /^\d+$/.test(number)).map(Number);
    assert.ok(numbers.length > 1, "more than one to put in order");
    assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b));
  });

  test("is used by keyboard: / to the box, arrows, Enter, Esc", async () => {
    const page = await site.openApp("opinions-2026/3/");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    await page.keyboard.type("奶业");
    await page.keyboard.press("Enter");
    await page.locator(".hit").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.activeElement.closest(".hit"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/(opinions|interpretation)-2026\//);
    // Escape is the search's; its program is there when it has marked what was found.
    await page.locator("#match-bar button").first().waitFor();
    await page.keyboard.press("/");
    // One for each layer: the suggestions, the words in the box, the box.
    for (let layer = 0; layer < 3; layer += 1) await page.keyboard.press("Escape");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), "q");
  });

  test("can be sent on: the query is in the address, and back from a hit brings it back", async () => {
    const page = await site.search("奶业");
    await ask(page, "饲草");
    assert.equal(new URL(page.url()).searchParams.get("q"), "饲草");
    const other = await site.open(page.url().slice(site.host.url.length));
    await searchReady(other);
    assert.deepEqual(await measures(other), await measures(page));
    await page.locator("#found-list .hit h3 a").first().click();
    await page.waitForURL(/2026\/[\d.]+\//);
    await page.goBack();
    await page.waitForURL(/search\/\?q=/);
    await page.locator("#found-list .hit").first().waitFor();
    assert.equal(await page.inputValue("#q"), "饲草");
  });

  test("is where it was when the reader comes back from a hit", async () => {
    const page = await site.search("牧区", { viewport: PHONE });
    const link = page.locator("#found-list .hit h3 a").nth(5);
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 300, `scrolled to ${before}`);
    await link.click();
    await page.waitForURL(/2026\/[\d.]+\//);
    await page.waitForFunction(() => scrollY < 300);
    await page.goBack();
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 20, before);
  });

  test("on a page that a search led to, matches are counted and can be stepped through", async () => {
    const page = await site.search("农田");
    await page.locator("#found-list .hit h3 a").first().click();
    await page.waitForURL(/opinions-2026\/\d+\/.*q=/);
    const bar = page.locator("#app").getByText(/“农田”：\d+ 处|第 \d+ 处，共 \d+ 处/).first();
    await bar.waitFor();
    const [, total] = /(\d+) 处\D*$/.exec(await textOf(bar));
    assert.ok((await page.locator("main mark.match").count()) >= Number(total));
    await page.getByRole("button", { name: "下一处" }).click();
    const place = page.getByText(/第 \d+ 处，共 \d+ 处/).first();
    await place.waitFor();
    // On the way to another place of the page the reader's own is kept.
    await page.locator("a.skip").press("Enter");
    await page.waitForURL(/#main$/);
    await page.waitForTimeout(200);
    assert.ok(await place.isVisible());
  });
});

describe("hits that arrive", () => {
  test("push nothing around that was painted before", async () => {
    const page = await site.search("羊圈", {
      viewport: PHONE,
      before: recordShifts,
    });
    await page.waitForTimeout(300);
    assert.deepEqual(await shifts(page), []);
  });
});

describe("typing", () => {
  test("suggests headings, and nothing is searched while an input method composes", async () => {
    const page = await site.openApp("");
    await page.click("#q");
    const client = await page.context().newCDPSession(page);
    await client.send("Input.imeSetComposition", { text: "nai'ye", selectionStart: 6, selectionEnd: 6 });
    await page.waitForTimeout(300);
    assert.ok(!page.url().includes("q="), "no search in the middle of a composition");
    await client.send("Input.insertText", { text: "奶业" });
    const suggestion = page.getByRole("option").first();
    await suggestion.waitFor();
    assert.match(await textOf(suggestion), /奶/);
  });

  test("the key that ends a composition, as Safari sends it, neither clears nor chooses", async () => {
    const page = await site.openApp("");
    await page.fill("#q", "奶业");
    await page.getByRole("option").first().waitFor();
    const press = (key) =>
      page.locator("#q").evaluate((box, pressed) => {
        const event = new KeyboardEvent("keydown", { key: pressed, keyCode: 229, bubbles: true, cancelable: true });
        return box.dispatchEvent(event);
      }, key);
    for (const key of ["Escape", "ArrowDown", "Enter"]) assert.ok(await press(key), `${key} is the input method's own`);
    assert.equal(await page.inputValue("#q"), "奶业");
    assert.equal(await page.getByRole("option", { selected: true }).count(), 0);
    assert.ok(!page.url().includes("q="));
  });

  test("Enter right after the last key asks what stands in the box", async () => {
    const page = await site.openApp("opinions-2026/3/", {
      // What a busy phone does later is done much later: the new page's box stays empty for a while.
      before: () => {
        const later = window.setTimeout;
        window.setTimeout = (then, delay, ...rest) => later(then, delay || 150, ...rest);
      },
    });
    await page.keyboard.press("/");
    await page.keyboard.type("奶业");
    await page.keyboard.press("Enter");
    await page.locator(".hit").first().waitFor();
    assert.equal(new URL(page.url()).searchParams.get("q"), "奶业");
  });

  test("a question to the engine is no more than its own bytes", async () => {
    const page = await site.search("奶业", {
      before: () => {
        window.posted = [];
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message) {
          if (message.ask) window.posted.push(message.ask.buffer.byteLength);
          return post.apply(this, arguments);
        };
      },
    });
    await ask(page, "奶业振兴");
    const posted = await page.evaluate(() => window.posted);
    assert.ok(posted.length > 0 && Math.max(...posted) < 1000, `${posted}`);
  });

  test("hostile queries are text", async () => {
    const page = await site.search("奶业");
    await page.evaluate(() => (window.alert = () => (window.hurt = true)));
    const hostile = ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "(".repeat(3000), "\u0000\u202e%E0%A4%A", "奶".repeat(20_000)];
    for (const query of hostile) {
      await page.fill("#q", query);
      await page.press("#q", "Enter");
      await page.waitForTimeout(250);
    }
    assert.equal(await page.evaluate(() => window.hurt), undefined);
    assert.equal(await page.locator("main img, main script").count(), 0);
    await ask(page, "奶业振兴");
    assert.match(await textOf(page.locator("#found-list")), /奶业振兴/);
    assert.deepEqual(page.notes.errors, []);
  });
});
