// A site with translations into five languages: Mongolian in columns, Uyghur from right to left,
// Tibetan. The same in every browser; axe and the clipboard in Chromium.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "./browsers/chromium.mjs";
import { firefox } from "./browsers/firefox.mjs";
import { webkit } from "./browsers/webkit.mjs";
import { FOLDER, pressed, sideways } from "./lib/five-languages.mjs";
import { Host } from "./lib/host.mjs";
import { chrome } from "./lib/paths.mjs";
import { assertQuiet, eventually, PHONE, SiteTest } from "./lib/site.mjs";

const site = new SiteTest();
/** Where pictures of the pages go that somebody wants to look at; none are made without. */
const PICTURES = process.env.PICTURES;

const LINES = process.env.BROWSERS?.split("\n") ?? [`chromium=${chrome()}`];
const DRIVERS = { firefox, webkit };

before(() => assert.ok(existsSync(join(FOLDER, "index.html")), `there is no ${FOLDER}: build the fixture into it`));

// Runs in the page: each line of a language with its style, its place, and where each of its words is.
const linesOf = (tag) =>
  Array.prototype.map.call(document.querySelectorAll(`.text .${tag}-line`), (line) => {
    const style = getComputedStyle(line);
    const words = [];
    const node = line.firstChild;
    const pattern = /[^ ]+/g;
    for (let found = pattern.exec(node.data); found; found = pattern.exec(node.data)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const { left, top, width, height } = range.getBoundingClientRect();
      words.push({ left: Math.round(left), top: Math.round(top), width, height });
    }
    const { left, top, right, bottom } = line.getBoundingClientRect();
    return { shown: style.display !== "none", mode: style.writingMode, direction: style.direction, words, left, top, right, bottom };
  });

/** Old browsers have neither joined forms nor a font to speak of in what they are tested for here. */
for (const line of LINES.filter((line) => !/^chromium-\d+=/.test(line))) {
  const [name, program] = [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)];
  describe(name, { concurrency: false }, () => {
    let browser;
    let host;
    const opened = async (path, width, height) => {
      const page = await browser.page(width, height);
      await page.goto(host.url + path);
      await page.until("!!document.fonts && document.fonts.status === 'loaded'");
      return page;
    };
    const picture = async (page, what) => PICTURES && page.screenshot(join(PICTURES, `${name}-${what}.png`));

    before(async () => {
      host = await Host.start(FOLDER);
      browser = await (DRIVERS[name] ?? chromium)(program);
    });
    after(async () => {
      await browser?.close();
      await host?.stop();
    });

    test("Mongolian stands in columns from left to right, in a font that joins its letters", async () => {
      const page = await opened("udhr/1/", 1280, 900);
      const lines = await page.evaluate(linesOf, "mn-Mong");
      assert.equal(lines.length, 2);
      for (const { mode, words } of lines) {
        assert.equal(mode, "vertical-lr");
        const columns = [...new Set(words.map((word) => word.left))];
        assert.ok(columns.length > 1, "more than one column");
        words.slice(1).forEach((word, index) => {
          const last = words[index];
          const below = word.left === last.left && word.top > last.top;
          const next = word.left > last.left && word.top < last.top;
          assert.ok(below || next, JSON.stringify([last, word]));
        });
      }
      assert.ok(await page.evaluate("document.fonts.check('16px \"Noto Sans Mongolian\"', 'ᠮ')"));
      const [loaded] = await page.evaluate(() =>
        Array.from(document.fonts).filter((font) => /Mongolian/.test(font.family)).map((font) => font.status),
      );
      assert.equal(loaded, "loaded");
      // A word of joined letters is shorter than its letters one by one.
      const [joined, apart] = await page.evaluate(() => {
        const place = document.querySelector(".text .mn-Mong-line");
        const length = (text) => {
          const probe = document.createElement("span");
          probe.textContent = text;
          probe.style.whiteSpace = "nowrap";
          place.appendChild(probe);
          const { height } = probe.getBoundingClientRect();
          place.removeChild(probe);
          return height;
        };
        return [length("ᠮᠣᠩᠭᠣᠯ"), length("ᠮ\u200cᠣ\u200cᠩ\u200cᠭ\u200cᠣ\u200cᠯ")];
      });
      assert.ok(joined > 0 && joined < apart, `${joined} < ${apart}`);
      await picture(page, "desktop");
      assert.deepEqual(page.notes, []);
    });

    test("Traditional characters stand in place of the source where they are chosen, and only there", async () => {
      const page = await opened("udhr/1/", 1280, 900);
      const shown = () => {
        const own = document.querySelector("#s1");
        const seen = (line) => getComputedStyle(line).display !== "none";
        return [".zh-line", ".zh-Hant-t-zh-hans-line", ".ug-line"].map((line) => seen(own.querySelector(line)));
      };
      assert.deepEqual(await page.evaluate(shown), [true, false, true]);
      assert.ok(!(await page.evaluate(pressed)).includes("zh-Hant-t-zh-hans"));
      await page.goto(`${host.url}udhr/1/?beside=zh-Hant-t-zh-hans`);
      assert.deepEqual(await page.evaluate(shown), [false, true, false]);
      assert.deepEqual(await page.evaluate(pressed), ["zh-Hant-t-zh-hans"]);
      await picture(page, "traditional");
      assert.deepEqual(page.notes, []);
    });

    test("Uyghur begins on the right, and every line is at its sentence", async () => {
      const page = await opened("udhr/1/", 1280, 900);
      const [line] = await page.evaluate(linesOf, "ug");
      assert.deepEqual([line.mode, line.direction], ["horizontal-tb", "rtl"]);
      assert.ok(line.words[0].left > line.words[1].left, "the second word is to the left");
      const [first, second] = await page.evaluate(linesOf, "mn-Mong");
      assert.ok(first.bottom <= second.top + 1, "sentence by sentence");
    });

    test("on a phone nothing is wider than the screen, and a tap shows a language", async () => {
      const page = await opened("udhr/1/", 360, 740);
      await page.until("document.documentElement.hasAttribute('data-text')");
      const shown = async () => (await page.evaluate(linesOf, "mn-Mong")).map((line) => line.shown);
      assert.deepEqual(await shown(), [false, false], "one language alone until others are chosen");
      assert.deepEqual(await page.evaluate(pressed), []);
      await page.tap(".languages [data-in='mn-Mong']");
      assert.deepEqual(await shown(), [true, true]);
      assert.deepEqual(await page.evaluate(pressed), ["mn-Mong"]);
      assert.equal(await page.evaluate("new URL(location.href).searchParams.get('beside')"), "mn-Mong");
      assert.equal(await page.evaluate(sideways), 0);
      await picture(page, "phone");
      // The choice is kept, and another one is added to it.
      await page.goto(`${host.url}udhr/2/`);
      await page.tap(".languages [data-in='bo']");
      assert.deepEqual(await page.evaluate(pressed), ["mn-Mong", "bo"]);
      assert.equal(await page.evaluate(sideways), 0);
      await page.goto(`${host.url}udhr/1/?beside=ug`);
      assert.deepEqual(await page.evaluate(pressed), ["ug"], "the address says it first");
    });
  });
}

describe("translations into further languages", () => {
  const open = async (path, options) => {
    const host = await site.misbehaving({}, FOLDER);
    const page = await site.page(options);
    await page.goto(host.url + path);
    return page;
  };

  test("axe finds nothing, by day and at night, in large type, on a phone", async () => {
    const elder = () => localStorage.setItem("policy-reading", JSON.stringify({ elder: true, text: "both" }));
    for (const options of [{}, { colorScheme: "dark" }, { before: elder }, { viewport: PHONE }]) {
      for (const path of ["udhr/", "udhr/1/?beside=mn-Mong,mn,bo,ug", "en/udhr/1/"]) {
        const page = await open(path, options);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0].html.slice(0, 160)}`), []);
        assert.equal(await page.evaluate(sideways), 0, path);
        assertQuiet(page);
      }
    }
  });

  test("without script all of them stand there", async () => {
    const page = await open("udhr/1/", { javaScriptEnabled: false, viewport: PHONE });
    for (const tag of ["mn-Mong", "mn", "bo", "ug"]) {
      assert.equal(await page.locator(`.text .${tag}-line`).count(), 2, tag);
      assert.ok(await page.locator(`.text .${tag}-line`).first().isVisible(), tag);
    }
    assert.equal(await page.evaluate(sideways), 0);
  });

  test("the font is loaded on pages with its script alone", async () => {
    const host = await site.misbehaving({}, FOLDER);
    const page = await site.page();
    const fonts = [];
    page.on("request", (request) => /woff2/.test(request.url()) && fonts.push(new URL(request.url()).pathname));
    await page.goto(`${host.url}about/`);
    await page.waitForLoadState("load");
    assert.deepEqual(fonts, []);
    await page.goto(`${host.url}udhr/1/`);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    assert.equal(new Set(fonts).size, 1, fonts.join());
  });

  test("what is passed on has the languages that are shown, to the letter", async () => {
    const page = await open("udhr/1/?beside=mn-Mong,ug", { permissions: ["clipboard-read", "clipboard-write"] });
    const lines = await page.locator(".text .mn-Mong-line").allTextContents();
    await page.getByRole("button", { name: /转发/ }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: /复制/ }).click();
    await eventually(page, async () => (await navigator.clipboard.readText()).length > 20);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const line of lines) assert.ok(copied.includes(line), copied);
    assert.match(copied, /ھەممە ئادەم/);
    assert.doesNotMatch(copied, /Хүн бүр/, "what is not shown");
  });

  test("a picture has the lines that are shown, Mongolian in columns", async () => {
    const drawn = async (beside) => {
      const page = await open(`udhr/1/?beside=${beside}`);
      await page.evaluate(() => document.fonts.ready.then(() => true));
      await page.getByRole("button", { name: /转发/ }).first().click();
      await page.getByRole("dialog").getByRole("button", { name: /图片/ }).click();
      const picture = page.locator('.picture-of img[src^="data:image/png"]');
      await picture.waitFor();
      assertQuiet(page);
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `card-${beside.replace(/\W/g, "-")}.png`), fullPage: true });
      // Where the body ends, and of each row of pixels where it has ink.
      return picture.evaluate(async (image) => {
        await image.decode();
        const { width, height } = image;
        const canvas = Object.assign(document.createElement("canvas"), { width, height });
        const pen = canvas.getContext("2d");
        pen.drawImage(image, 0, 0);
        const { data } = pen.getImageData(0, 0, width, height);
        const rows = [];
        for (let y = 0; y < height; y++) {
          const inked = [];
          for (let x = 0; x < width; x++) if (data[4 * (y * width + x)] < 120) inked.push(x);
          rows.push(inked);
        }
        // The rule under the body is red, from edge to edge.
        const red = (x, y) => data[4 * (y * width + x)] > 120 && data[4 * (y * width + x) + 1] < 90;
        let rule = 40;
        while (rule < height && ![0.2, 0.4, 0.6, 0.8].every((part) => red(Math.round(part * width), rule))) rule++;
        return { rule, rows };
      });
    };
    const alone = await drawn("");
    // How often rows with ink are followed by one without, in what the language adds: after each of its
    // lines, but through columns of many words hardly anywhere.
    const gaps = ({ rule, rows }) => {
      assert.ok(rule > alone.rule + 60, `the language adds to the body: ${alone.rule}, ${rule}`);
      const added = rows.slice(alone.rule, rule - 4).map((row) => row.length > 0);
      const inked = added.slice(added.indexOf(true), added.lastIndexOf(true));
      return inked.filter((ink, at) => !ink && inked[at - 1]).length;
    };
    const [columns, lines] = [gaps(await drawn("mn-Mong")), gaps(await drawn("ug"))];
    assert.ok(columns < lines, `columns: ${columns}, lines: ${lines}`);
  });

  test("on paper each line stands whole", async () => {
    const page = await open("udhr/1/?beside=mn-Mong,mn,bo,ug");
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator(".languages").isVisible()));
    for (const line of await page.locator(".text .mn-Mong-line").all()) {
      const { scroll, client, mode } = await line.evaluate((element) => ({
        scroll: element.scrollWidth,
        client: element.clientWidth,
        mode: getComputedStyle(element).writingMode,
      }));
      assert.equal(mode, "vertical-lr");
      assert.ok(scroll <= client, `${scroll} of ${client}`);
    }
  });
});
