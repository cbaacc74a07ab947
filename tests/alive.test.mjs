// What readers act on comes alive without anything moving, whatever of a page has come first.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { appReady, PHONE, SiteTest } from "./lib/site.mjs";
import { recordShifts, shifts } from "./lib/shifts.mjs";

const site = new SiteTest();

/** Holds tools and programs back until the page has been painted and looked at. */
const HELD_APP = { hold: (path) => /\.bin$|\/tools\./.test(path) };

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

  test("what was typed on a page opened from a hit stays, and is what Enter asks", async () => {
    const host = await site.misbehaving(HELD_APP);
    const page = await site.open(`opinions-2026/5/?q=${encodeURIComponent("高标准农田")}`, { host });
    await page.fill("#q", "奶业");
    host.goOn();
    await page.locator("main mark.match").first().waitFor();
    assert.equal(await page.inputValue("#q"), "奶业");
    await page.press("#q", "Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === "奶业");
  });
});
