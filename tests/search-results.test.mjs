// What a search shows while it is on its way, in the languages that the reader wants, and what is
// taken away from it.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { searchReady, SiteTest, textOf } from "./lib/site.mjs";
import { DOCUMENTS, printed, units } from "./lib/texts.mjs";

const site = new SiteTest();

describe("before any program is there", () => {
  test("the box shows what is asked, and the page that it searches", async () => {
    const host = await site.misbehaving({ hold: (path) => /^assets\/(search|library|engine|index)/.test(path) });
    const page = await site.page();
    await page.goto(`${host.url}search/?q=${encodeURIComponent("羊圈 补贴")}`, { waitUntil: "domcontentloaded" });
    assert.equal(await page.inputValue("#q"), "羊圈 补贴");
    assert.equal(await textOf(page.locator("#found-status")), "正在搜索…");
    assert.ok(!(await page.locator("#search-help").isVisible()), "no general help");
    assert.equal(await page.locator("html[data-app]").count(), 0, "the programs are still on their way");
    host.goOn();
    await searchReady(page);
  });
});

describe("on a small phone", () => {
  test("the first hit is in view with its first words", async () => {
    const page = await site.search("羊圈", { viewport: { width: 360, height: 640 } });
    const top = await page.locator(".hit .snippet").first().evaluate((snippet) => snippet.getBoundingClientRect().top);
    assert.ok(top < 600, `the first words stand at ${top} of 640`);
  });
});

describe("the choice of languages", () => {
  test("holds in the results", async () => {
    const page = await site.search("草原", { before: () => localStorage.setItem("policy-reading", '{"text":"zh"}') });
    const snippets = page.locator(".snippet:visible");
    assert.ok((await snippets.count()) > 0);
    assert.equal(await page.locator(".snippet[lang=en]:visible").count(), 0, "Chinese only");
    const english = await site.search("草原", { before: () => localStorage.setItem("policy-reading", '{"text":"en"}') });
    const leading = await english.locator(".hit").evaluateAll((hits) =>
      hits.filter((hit) => hit.querySelector(".snippet[lang=en]")).map((hit) => hit.querySelector(".snippet").lang),
    );
    assert.ok(leading.length > 0 && leading[0] === "en", leading.join());
  });
});

describe("a double tap on a hit", () => {
  test("presses nothing on the next page", async () => {
    const page = await site.search("羊圈", {
      // However slow the machine is, both touches come at once, until the test says otherwise: all
      // pages of the window have one moment.
      before: () => {
        const start = Number(window.name) || Date.now();
        window.name = String(start);
        window.later = 0;
        Date.now = () => start + window.later;
      },
    });
    const link = page.locator("#found-list .hit h3 a").first();
    const { x, y, width, height } = await link.boundingBox();
    const [left, top] = [x + Math.min(width / 2, 20), y + height / 2];
    await page.mouse.move(left, top);
    await page.mouse.click(left, top);
    await page.waitForURL(/2026\/[\d.]+\//);
    // Whatever stands there now is a button that must not be pressed.
    await page.evaluate(() => {
      window.pressed = 0;
      const press = (event) => {
        window.pressed += 1;
        event.preventDefault();
        event.stopPropagation();
      };
      window.addEventListener("click", press, true);
    });
    await page.mouse.click(left, top, { clickCount: 2 });
    assert.equal(await page.evaluate(() => window.pressed), 0);
    await page.evaluate(() => (window.later = 600));
    await page.mouse.click(left, top);
    assert.equal(await page.evaluate(() => window.pressed), 1, "a touch of its own counts");
  });

  test("opens the hit again, however soon after the way back", async () => {
    const stopped = () => {
      const start = Number(window.name) || Date.now();
      window.name = String(start);
      Date.now = () => start;
    };
    const page = await site.search("羊圈", { before: stopped });
    const link = page.locator("#found-list .hit h3 a").first();
    for (let times = 0; times < 2; times += 1) {
      await link.click();
      await page.waitForURL(/2026\/[\d.]+\//);
      await page.goBack();
      await page.waitForURL(/\/search\//);
    }
  });
});

/** The fields of a line of a table; numbers stand without quotation marks. */
function fields(line) {
  return [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,"]+))(?:,|$)/g)].map(([, text, number]) => text ?? Number(number));
}

/** Takes the hits away in a form; gives the file's name and text. */
async function takeAway(page, ending) {
  await page.locator("#download-hits > summary").click();
  const waiting = page.waitForEvent("download");
  await page.locator("#download-hits").getByRole("button", { name: ending.toUpperCase(), exact: true }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

describe("the hits", () => {
  for (const [ending, check] of [
    ["csv", (text) => assert.match(text, /^\uFEFFnumber,.*\r\n.*羊肉/s)],
    ["json", (text) => assert.ok(JSON.parse(text).sentences.some((one) => one.text.includes("羊肉")))],
    ["md", (text) => assert.match(text, /羊肉.*http/s)],
  ]) {
    test(`can be taken away as ${ending}, in a file that tells what it holds`, async () => {
      const page = await site.search("羊肉");
      const { name, text } = await takeAway(page, ending);
      assert.match(name, new RegExp(`羊肉 \\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
      check(text);
    });
  }

  test("taken away has a row for every sentence with the words, and how to cite it", async () => {
    const page = await site.search('"高标准农田"');
    const { text } = await takeAway(page, "csv");
    const rows = text.trimEnd().split("\r\n").slice(1).map(fields);
    const told = rows.map((row) => row[5].replace(/\s/g, "")).filter((one) => one.includes("高标准农田"));
    const printedThere = DOCUMENTS.flatMap((document) => units(document))
      .filter((path) => !path.includes("/part-"))
      .flatMap((path) => printed(path).filter((piece) => piece.kind === "sentence"))
      .map((piece) => piece.text)
      .filter((one) => one.includes("高标准农田"));
    assert.ok(printedThere.length > 2);
    for (const sentence of printedThere) assert.ok(told.includes(sentence), `no row for ${sentence}`);
    for (const row of rows) {
      assert.equal(typeof row[4], "number", row.join());
      assert.match(row[10], /实施意见.*https?:\/\/\S+#s\d+，网站版本：.+，\d{4}-\d\d-\d\d查阅$/);
    }
  });
});
