// Passing a clause on, and having it read: what stands on every measure when script runs.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { eventually, PHONE, SiteTest } from "./lib/site.mjs";

const site = new SiteTest();

const SHARE = /分享|转发|传给|复制/;
const SEND = /发送|发给|转给|转发|系统/;

/** A button of the page, in the panel of tools where it is not visible at once. */
async function button(page, name) {
  const found = page.getByRole("button", { name }).first();
  if (!(await found.isVisible().catch(() => false))) await page.getByRole("button", { name: SHARE }).first().click();
  await found.waitFor();
  return found;
}

describe("passing on", () => {
  test("copies the text with its citation and address", async () => {
    const page = await site.page({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`${site.host.url}opinions-2026/13/`);
    await (await button(page, /复制/)).click();
    await eventually(page, async () => (await navigator.clipboard.readText()).length > 20);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /前置屠宰加工中心/);
    assert.match(copied, /13|十三/);
    // Who issued it, its official title, the measure, the release, the day of access, the address.
    assert.match(copied, /内蒙古自治区党委[^\n]*：《内蒙古自治区党委 自治区人民政府关于锚定[^》]*的实施意见》，[^\n]*十三/);
    assert.doesNotMatch(copied, /《内蒙古2026年乡村全面振兴实施意见》/);
    const release = await page.locator('meta[name="release"]').getAttribute("content");
    const day = await page.evaluate(() => new Date().toLocaleDateString("sv"));
    assert.ok(copied.includes(`${release} · ${day}`), copied);
    assert.ok(copied.endsWith(`${site.host.url}opinions-2026/13/`), copied);
  });

  test("shares by the system where it can", async () => {
    const page = await site.open("opinions-2026/13/", {
      before: () => {
        navigator.share = async (what) => { window.shared = what; };
        navigator.canShare = () => true;
      },
    });
    await page.getByRole("button", { name: SHARE }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: SEND }).first().click();
    await page.waitForFunction(() => window.shared);
    const { url } = await page.evaluate(() => window.shared);
    assert.match(url, /opinions-2026\/13\//);
  });

  test("draws a card whose code holds the very address", async () => {
    const page = await site.open("opinions-2026/13/", { viewport: PHONE });
    await (await button(page, /卡片|图片/)).click();
    const picture = page.locator('img[src^="data:image/png"], img[src^="blob:"]').first();
    await picture.waitFor();
    const { width, height, colours } = await picture.evaluate(async (image) => {
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0);
      const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
      const seen = new Set();
      for (let at = 0; at < pixels.length; at += 4 * 97) seen.add(`${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`);
      return { width: canvas.width, height: canvas.height, colours: seen.size };
    });
    assert.ok(width >= 800 && height >= 800, `${width}×${height}`);
    assert.ok(colours > 10, "it is not blank");
    // The browser's own reader of codes, where this build has one.
    const read = await picture.evaluate(async (image) => {
      if (!window.BarcodeDetector) return null;
      const codes = await new BarcodeDetector({ formats: ["qr_code"] }).detect(image).catch(() => null);
      return codes?.[0]?.rawValue ?? null;
    });
    if (read !== null) assert.equal(read, `${site.host.url}opinions-2026/13/`);
    assert.ok((await picture.getAttribute("alt"))?.length > 10, "it has a text alternative");
    assert.deepEqual(page.notes.violations, []);
  });
});

describe("the targets", () => {
  test("are drawn as one upright picture that tells all of them, in dark colours as on paper", async () => {
    for (const path of ["facts/", "en/facts/"]) {
      const page = await site.open(path, { viewport: PHONE, colorScheme: "dark" });
      await page.locator("[data-tool='targets']").click();
      await page.getByRole("dialog").getByRole("button", { name: /图片|picture/ }).click();
      const picture = page.locator('.picture-of img[src^="data:image/png"]');
      await picture.waitFor();
      const seen = await picture.evaluate(async (image) => {
        await image.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const pen = canvas.getContext("2d");
        pen.drawImage(image, 0, 0);
        const dark = (from, to) => {
          const pixels = pen.getImageData(0, from, canvas.width, to - from).data;
          let count = 0;
          for (let at = 0; at < pixels.length; at += 4) count += pixels[at] + pixels[at + 1] + pixels[at + 2] < 200;
          return count;
        };
        const { width, height } = canvas;
        const parts = [0.1, 0.3, 0.5, 0.7].map((from) => dark(Math.round(height * from), Math.round(height * (from + 0.2))));
        return { width, height, parts, corner: pen.getImageData(5, height - 5, 1, 1).data[0] };
      });
      assert.ok(seen.height > 1.5 * seen.width, JSON.stringify(seen));
      assert.ok(seen.parts.every((dark) => dark > 500), `text in every part: ${seen.parts}`);
      assert.ok(seen.corner > 240, "light paper");
      const told = await picture.getAttribute("alt");
      const figures = await page.locator(".picture-narrow text.pic-accent[font-weight]:has(tspan)").allTextContents();
      assert.ok(figures.length > 5, "there are targets");
      for (const figure of figures) assert.ok(told.includes(figure), figure);
      assert.deepEqual(page.notes.violations, []);
    }
  });
});

describe("reading aloud", () => {
  // A voice that says a sentence until the test lets it end.
  const WITH_SPEECH = () => {
    window.spoken = [];
    window.SpeechSynthesisUtterance = class {
      constructor(text) { this.text = text; }
    };
    Object.defineProperty(window, "speechSynthesis", {
      value: {
        getVoices: () => [{ lang: "zh-CN", name: "Zh", localService: true }, { lang: "en-US", name: "En", localService: true }],
        addEventListener() {}, pause() { this.paused = true; }, resume() { this.paused = false; }, cancel() {},
        speak(utterance) {
          window.spoken.push({ text: utterance.text, lang: utterance.lang });
          window.endSentence = () => utterance.onend?.({});
          setTimeout(() => utterance.onstart?.({}), 10);
        },
      },
    });
  };

  test("goes sentence by sentence, in its language, and marks the sentence", async () => {
    const page = await site.open("opinions-2026/13/", { before: WITH_SPEECH });
    await page.getByRole("button", { name: /朗读/ }).first().click();
    await page.waitForFunction(() => window.spoken.length === 1);
    await page.getByRole("button", { name: /暂停/ }).first().waitFor();
    const marked = () => page.locator(".speaking").textContent();
    const first = await page.evaluate(() => window.spoken[0]);
    assert.match(first.lang, /^zh/);
    assert.ok((await marked()).includes(first.text.slice(0, 8)), first.text);
    await page.evaluate(() => window.endSentence());
    await page.waitForFunction(() => window.spoken.length === 2);
    const spoken = await page.evaluate(() => window.spoken);
    assert.ok(spoken.some((one) => /前置屠宰加工中心/.test(one.text)), JSON.stringify(spoken));
    assert.ok((await marked()).includes(spoken[1].text.slice(0, 8)), spoken[1].text);
  });

  test("is not offered where there is no voice for the language of the text", async () => {
    const onlyEnglish = () => {
      window.SpeechSynthesisUtterance = class {};
      Object.defineProperty(window, "speechSynthesis", {
        value: { getVoices: () => [{ lang: "en-US", name: "En", localService: true }], addEventListener() {}, cancel() {} },
      });
    };
    const page = await site.openApp("en/opinions-2026/13/", { before: onlyEnglish });
    const aloud = page.locator('[data-tool="read"]').first();
    await aloud.waitFor({ state: "visible" });
    await page.goto(`${site.host.url}opinions-2026/13/`);
    assert.equal(await aloud.isVisible(), false, "before the tools are there");
    await page.waitForFunction(() => document.querySelector("a.term[aria-haspopup]"));
    assert.equal(await aloud.isVisible(), false);
  });

  test("is not offered where the browser can't", async () => {
    const page = await site.openApp("opinions-2026/13/", {
      before: () => { delete window.speechSynthesis; Object.defineProperty(window, "speechSynthesis", { value: undefined }); },
    });
    await page.waitForTimeout(300);
    assert.equal(await page.getByRole("button", { name: /朗读/ }).filter({ visible: true }).count(), 0);
  });
});
