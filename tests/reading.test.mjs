// Reading: a measure in both languages, its interpretation and back, and the way from page to page;
// what readers act on comes alive without anything moving.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { appReady, assertQuiet, PHONE, SiteTest, textOf } from "./lib/site.mjs";
import { read } from "./lib/dist.mjs";
import { recordShifts, shifts } from "./lib/shifts.mjs";

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

describe("when what readers act on comes alive", () => {
  const PAGES = ["", "opinions-2026/", "opinions-2026/part-3/", "opinions-2026/13/", "en/interpretation-2026/2.1/", "search/"];

  /** Where every element is, and what the page says. */
  const look = (page) =>
    page.evaluate(() => ({
      text: document.body.innerText,
      boxes: [...document.querySelectorAll("#app *")].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.tagName, x, y, width, height].join(" ");
      }).filter((box) => !box.endsWith(" 0 0")),
    }));

  /** Pixels of two pictures that differ; the edges of letters may, as text is painted anew. */
  async function differingPixels(one, other) {
    const page = await site.page();
    const urls = [one, other].map((picture) => `data:image/png;base64,${picture.toString("base64")}`);
    return page.evaluate(async (urls) => {
      const [a, b] = await Promise.all(
        urls.map(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const pen = canvas.getContext("2d");
          pen.drawImage(image, 0, 0);
          return new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
        }),
      );
      return a.length === b.length ? a.filter((pixel, index) => pixel !== b[index]).length : Infinity;
    }, urls);
  }

  for (const path of PAGES) {
    test(`nothing on /${path} moves`, async () => {
      const host = await site.misbehaving(HELD_APP);
      const page = await site.open(path, {
        host,
        viewport: PHONE,
        before: recordShifts,
      });
      const before = { ...(await look(page)), picture: await page.screenshot() };
      assert.equal(await page.locator("html[data-app]").count(), 0, "looked too late");
      host.goOn();
      await appReady(page);
      await page.waitForTimeout(150);
      const after = { ...(await look(page)), picture: await page.screenshot() };
      assert.deepEqual(await shifts(page), []);
      const moved = before.boxes.filter((box) => !after.boxes.includes(box));
      assert.deepEqual(moved.slice(0, 5), [], `${moved.length} elements moved`);
      assert.equal(after.text, before.text);
      const differing = await differingPixels(before.picture, after.picture);
      assert.ok(differing <= 40, `${differing} pixels changed`);
    });
  }

  // Before the menu, inside it before its word, and behind the word.
  const HALVES = ['<details class="menu"', "<summary>", '<div class="ways"'];
  const HEADS = HALVES.flatMap((half) => [["search/", "", half], ["en/search/", "", half]]);
  for (const [path, settings, before] of [...HEADS, ["search/", '{"size":"1.5rem"}', HALVES[0]]]) {
    test(`a head of /${path} that comes in two halves does not move ${settings} ${before}`, async () => {
      const half = (file, bytes) => file.endsWith("search/index.html") && bytes.indexOf(before);
      const host = await site.misbehaving({ halt: half });
      const page = await site.page({ viewport: PHONE, before: recordShifts });
      await page.context().addInitScript((settings) => settings && localStorage.setItem("policy-reading", settings), settings);
      const opened = page.goto(`${host.url}${path}`);
      await page.waitForFunction(() => document.querySelector("#q"));
      const box = () => page.evaluate(() => document.querySelector("form.search").getBoundingClientRect().toJSON());
      const there = await box();
      assert.equal(await page.locator(".ways").count(), 0, "the head is only half there");
      // What is there is painted before the rest comes.
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
      host.goOn();
      await opened;
      assert.deepEqual(await box(), there);
      const menu = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.querySelector(".menu summary");
        return { scrollWidth, clientWidth };
      });
      assert.equal(menu.scrollWidth, menu.clientWidth, "the menu's word has its room");
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
    });
  }

  test("what the reader did meanwhile stays", async () => {
    const host = await site.misbehaving(HELD_APP);
    const page = await site.open("opinions-2026/13/", { host });
    await page.locator("#s2 summary").click();
    await page.fill("#q", "奶业");
    await page.evaluate(() => document.querySelector("#q").setSelectionRange(1, 1));
    await page.evaluate(() => scrollTo(0, 200));
    host.goOn();
    await appReady(page);
    assert.equal(await page.locator("#s2 details").getAttribute("open"), "");
    assert.equal(await page.inputValue("#q"), "奶业");
    const focus = await page.evaluate(() => [document.activeElement.id, document.activeElement.selectionStart, scrollY]);
    assert.deepEqual(focus, ["q", 1, 200]);
  });
});
