// Reading: a measure in both languages, its interpretation and back, and the way from page to page.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { appReady, assertQuiet, PHONE, SiteTest, textOf } from "./lib/site.mjs";
import { read } from "./lib/dist.mjs";

const site = new SiteTest();

/** Holds tools and programs back until the page has been painted and looked at. */
const HELD_APP = { hold: (path) => /\.bin$|\/tools\./.test(path) };

describe("a measure", () => {
  for (const [path, heading, other] of [
    ["opinions-2026/13/", "加强农畜产品精深加工", "en/opinions-2026/13/"],
    ["en/opinions-2026/13/", "Strengthen the intensive processing", "opinions-2026/13/"],
  ]) {
    test(`/${path} shows both languages sentence by sentence`, async () => {
      const page = await site.openApp(path);
      assert.match(await textOf(page.locator("h1")), new RegExp(heading));
      const sentence = page.locator("#s1");
      assert.match(await textOf(sentence.locator(".zh-line").first()), /前置屠宰加工中心/);
      assert.match(await textOf(sentence.locator(".en-line").first()), /forward slaughtering and processing centers/);
      await page.click("a.language");
      await page.waitForURL(site.host.url + other);
      assertQuiet(page);
    });
  }

  test("leads to the interpretation, and the interpretation back", async () => {
    const page = await site.openApp("opinions-2026/13/");
    const passage = page.locator("#s1 details.beneath");
    await passage.locator("summary").click();
    const quoted = await textOf(passage.locator("mark.shared").nth(2));
    await passage.locator(".source a").first().click();
    await page.waitForURL(/interpretation-2026\/2\.4\/#s3$/);
    const sentence = page.locator("#s3");
    assert.ok((await textOf(sentence.locator(".zh-line").first())).includes(quoted), quoted);
    await sentence.locator("details.beneath > summary").click();
    await sentence.locator('a[href$="opinions-2026/13/#s1"]').first().click();
    await page.waitForURL(/opinions-2026\/13\/#s1$/);
    assert.match(await textOf(page.locator("h1")), /精深加工/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("h1").innerText.includes("四是"));
    assertQuiet(page);
  });

  test("leads to its neighbours", async () => {
    const page = await site.openApp("opinions-2026/13/");
    await page.click("a.next");
    await page.waitForURL(/opinions-2026\/14\/$/);
    await page.waitForFunction(() => document.querySelector("h1").innerText.includes("加大品牌培育力度"));
    assert.match(await page.title(), /加大品牌培育力度/);
    await page.click("a.previous");
    await page.waitForFunction(() => document.querySelector("h1").innerText.includes("精深加工"));
    assertQuiet(page);
  });

  test("has beside it the sentences that explain it; the others open in their place, in their order", async () => {
    const page = await site.open("opinions-2026/3/", { javaScriptEnabled: false });
    const passage = page.locator(".passage", { has: page.locator('a[href$="interpretation-2026/2.2/"]') });
    const folded = passage.locator("details.context");
    assert.ok((await folded.count()) > 0, "something is folded");
    assert.equal(await folded.locator("p:visible").count(), 0);
    assert.ok(await passage.locator("p.zh:visible mark.shared").first().isVisible());
    await folded.first().locator("summary").click();
    assert.ok(await folded.first().locator("p.zh").isVisible());
    const whole = (await passage.locator("p.zh").allTextContents()).join("");
    await page.goto(`${site.host.url}interpretation-2026/2.2/`);
    assert.equal(whole, (await page.locator(".sentence > .zh-line").allTextContents()).join(""));
  });

  for (const prefix of ["", "en/"]) {
    test(`has its own figures as cards that lead to their sentences under /${prefix}`, async () => {
      const page = await site.open(`${prefix}opinions-2026/1/`, { viewport: PHONE });
      const facts = JSON.parse(read("data/opinions-2026.facts.json")).facts;
      const own = facts.filter(({ address, kind }) => /\/1#/.test(address) && !["name", "ordinal", "date"].includes(kind));
      const cards = page.locator(".own-figures a");
      assert.equal(await cards.count(), own.length);
      assert.ok(own.length > 1);
      for (const [index, fact] of own.entries()) {
        const shown = (await cards.nth(index).textContent()).replace(/\s/g, "");
        assert.ok(shown.includes(fact.span.text.replace(/\s/g, "")), `${shown}: ${fact.span.text}`);
      }
      await cards.first().click();
      await page.waitForURL((url) => url.hash === own[0].address.replace(/.*#/, "#"));
    });
  }

  test("is there again at the sentence after back and forward", async () => {
    const page = await site.openApp("opinions-2026/13/", { viewport: PHONE });
    await page.goto(`${site.host.url}opinions-2026/21/#s6`);
    const top = () => page.evaluate(() => document.querySelector("#s6")?.getBoundingClientRect().top ?? null);
    const before = await top();
    await page.goBack();
    await page.waitForURL(/opinions-2026\/13\/$/);
    await page.goForward();
    await page.waitForURL(/#s6$/);
    await page.waitForFunction(() => document.querySelector("h1").innerText.includes("基础设施"));
    assert.ok(Math.abs((await top()) - before) <= 1, `the sentence stands at ${await top()}, it stood at ${before}`);
    assert.equal(await page.evaluate(() => document.querySelector(":target")?.id), "s6");
  });

  test("is read without a program being loaded for it", async () => {
    const host = await site.misbehaving({});
    const page = await site.open("opinions-2026/13/", { host, serviceWorkers: "block" });
    await appReady(page);
    await page.click("a.next");
    await page.waitForURL(/14\/$/);
    await appReady(page);
    assert.deepEqual(host.requests.filter((path) => /^assets\/(app|program)\./.test(path)), []);
  });

  test("the first has no previous, the last no next", async () => {
    const page = await site.openApp("opinions-2026/31/");
    assert.equal(await page.locator("a.next").count(), 0);
    await page.goto(`${site.host.url}opinions-2026/0/`);
    await appReady(page);
    assert.equal(await page.locator("a.previous").count(), 0);
  });
});

describe("the choice of languages", () => {
  const visible = async (page) => [
    await page.locator("#s1 > .zh-line").isVisible(),
    await page.locator("#s1 > .en-line").isVisible(),
  ];

  test("is in the address and kept", async () => {
    const page = await site.openApp("opinions-2026/13/");
    assert.deepEqual(await visible(page), [true, true]);
    await page.click('.text-choice [data-text="zh"]');
    await page.waitForURL(/[?&]text=zh/);
    assert.deepEqual(await visible(page), [true, false]);
    await appReady(page);
    await page.click('.text-choice [data-text="en"]');
    await page.waitForURL(/[?&]text=en/);
    assert.deepEqual(await visible(page), [false, true]);
    await page.goto(`${site.host.url}opinions-2026/14/`);
    await appReady(page);
    assert.deepEqual(await visible(page), [false, true], "kept on the next page");
    assert.equal(await page.locator('.text-choice [aria-current], .text-choice [aria-pressed="true"]').getAttribute("data-text"), "en");
  });

  /** Texts in a language that are in view, outside the choice and the site's head and foot. */
  const shown = (page, selector) =>
    page.evaluate((selector) => {
      document.querySelectorAll("main details").forEach((details) => (details.open = true));
      const all = [...document.querySelectorAll(selector)];
      return all.filter((one) => one.getClientRects().length > 0).map((one) => one.textContent);
    }, selector);

  test("holds beneath, beside and in lists: Chinese only shows no English", async () => {
    for (const path of ["en/opinions-2026/13/", "en/interpretation-2026/2.4/", "en/coverage/", "en/opinions-2026/part-2/"]) {
      const page = await site.open(path);
      const english = "article :is(.zh + .en, .en-line)";
      assert.notDeepEqual(await shown(page, english), [], `${path} has English to leave out`);
      await page.goto(`${site.host.url}${path}?text=zh`);
      assert.deepEqual(await shown(page, english), [], path);
      assert.notDeepEqual(await shown(page, "article .zh"), [], path);
      await page.context().close();
    }
  });

  test("holds beneath, beside and in lists: English leads", async () => {
    for (const path of ["en/opinions-2026/13/", "en/coverage/"]) {
      const page = await site.open(`${path}?text=en`);
      const pairs = await page.evaluate(() => {
        document.querySelectorAll("main details").forEach((details) => (details.open = true));
        const places = ["h1", ".beneath li", ".passage", ".statements li", ".provisions a"];
        return [...document.querySelectorAll(places.join())].map((place) => {
          const [zh, en] = [".zh", ".en"].map((one) => place.querySelector(one)?.getClientRects()[0]?.top);
          return [place.textContent.slice(0, 40), zh, en];
        });
      });
      const both = pairs.filter(([, zh, en]) => zh !== undefined && en !== undefined);
      assert.ok(both.length > 2, `${path}: ${both.length} in both languages`);
      assert.deepEqual(both.filter(([, zh, en]) => en >= zh), [], path);
      await page.context().close();
    }
  });

  test("in an address that someone sends wins over what is kept", async () => {
    const page = await site.openApp("opinions-2026/13/", {
      before: () => localStorage.setItem("policy-reading", JSON.stringify({ text: "en" })),
    });
    assert.deepEqual(await visible(page), [false, true]);
    await page.goto(`${site.host.url}opinions-2026/13/?text=zh`);
    assert.deepEqual(await visible(page), [true, false]);
  });
});

describe("an address of a sentence", () => {
  /** Whether sentence 6 looks different from its neighbour. */
  const standsOut = (page) =>
    page.locator("#s6").evaluate((element) => {
      const own = getComputedStyle(element);
      const other = getComputedStyle(document.querySelector("#s5"));
      return own.backgroundColor !== other.backgroundColor || own.boxShadow !== other.boxShadow;
    });

  test("shows the sentence, before and after the tools are there", async () => {
    const host = await site.misbehaving(HELD_APP);
    const page = await site.open("opinions-2026/21/#s6", { host, viewport: PHONE });
    const inView = () =>
      page.evaluate(() => {
        const { top } = document.querySelector("#s6").getBoundingClientRect();
        return top >= -1 && top < innerHeight / 2;
      });
    assert.ok(await inView(), "as loaded");
    assert.equal(await page.evaluate(() => document.querySelector(":target")?.id), "s6");
    assert.ok(await standsOut(page), "the sentence stands out as loaded");
    const place = () => page.evaluate(() => document.querySelector("#s6").getBoundingClientRect().top);
    const before = await place();
    host.goOn();
    await appReady(page);
    assert.equal(await place(), before, "it stays where it is");
    assert.ok(await standsOut(page), "the sentence still stands out");
  });
});

describe("errata", () => {
  test("are marked, with a note of what the source reads", async () => {
    const page = await site.openApp("opinions-2026/0/");
    const mark = page.locator("#s1 a.erratum");
    assert.equal(await textOf(mark), "十四五", "the text is as printed");
    await mark.click();
    const note = page.locator("#e0");
    assert.match(await textOf(note), /^原文作“十四五”，应作“十五五”。/);
    const shown = await note.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(shown, "the note is in view");
    assertQuiet(page);
  });
});
