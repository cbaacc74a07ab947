// The pages beside the text: for whom, figures, coverage, glossary, places, about; and the tools on
// a measure: copying, sharing, the card, reading aloud.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as dist from "./lib/dist.mjs";
import { SEEDS } from "./lib/paths.mjs";
import { assertQuiet, SiteTest, textOf } from "./lib/site.mjs";
import { folded, streams } from "./lib/texts.mjs";

const site = new SiteTest();

describe("for whom", () => {
  test("every measure is in a topic, and every quotation stands in its measure", () => {
    const texts = streams();
    const measures = new Set();
    for (const path of dist.pagePaths().filter((path) => /^topics\/[^/]+\/index\.html$/.test(path))) {
      for (const entry of dist.all(dist.page(path).root, "blockquote")) {
        const quoted = folded(dist.text(dist.first(entry, ".zh")));
        const source = dist.all(entry.parentNode, "a").map((a) => dist.attribute(a, "href")).find((href) => href.includes("#s"));
        const unit = dist.target(path, source).replace(/index\.html$/, "");
        assert.ok(texts.get(unit)?.includes(quoted), `${path}: “${quoted}” is not in ${unit}`);
        measures.add(unit);
      }
    }
    const missing = [...Array(31).keys()].map((n) => `opinions-2026/${n + 1}/`).filter((unit) => !measures.has(unit));
    assert.deepEqual(missing, []);
  });

  test("plain-language lines are labelled as ours", () => {
    for (const path of dist.pagePaths().filter((path) => /^(en\/)?topics\/[^/]+\/index\.html$/.test(path))) {
      for (const line of dist.all(dist.page(path).root, "p.plain")) {
        assert.match(dist.text(line), path.startsWith("en/") ? /editor/i : /编者的话/, path);
      }
    }
  });
});

describe("figures and deadlines", () => {
  test("every figure is written as in its sentence", () => {
    const texts = streams();
    const rows = dist.all(dist.page("facts/index.html").root, "tr").filter((row) => dist.attribute(row, "data-row") !== undefined);
    assert.ok(rows.length > 30, `${rows.length} rows`);
    for (const row of rows) {
      const links = dist.all(row, "a").map((a) => dist.attribute(a, "href")).filter((href) => href.includes("#s"));
      const unit = dist.target("facts/index.html", links[0]).replace(/index\.html$/, "");
      const printed = dist.first(row, "b.printed");
      assert.ok(texts.get(unit)?.includes(folded(dist.text(printed))), `${dist.text(printed)} is not in ${unit}`);
    }
  });

  test("due dates stand on a line in their order, each with what is due and where that stands", () => {
    for (const path of ["facts/index.html", "en/facts/index.html"]) {
      const line = dist.first(dist.page(path).root, "ol.timeline");
      const dates = dist.all(line, "time").map((time) => dist.attribute(time, "datetime"));
      const facts = JSON.parse(dist.read("data/opinions-2026.facts.json")).facts;
      const due = new Set(facts.map((fact) => fact.due).filter(Boolean));
      assert.ok(due.size > 0, "the text sets a date");
      assert.deepEqual(new Set(dates), due);
      assert.deepEqual(dates, [...dates].sort());
      for (const point of dist.all(line, "li").filter((li) => dist.first(li, "time"))) {
        const links = dist.all(point, "a").map((a) => dist.attribute(a, "href"));
        assert.ok(links.length && links.every((href) => /opinions-2026\/\d+\/#s\d+$/.test(href)), links.join(" "));
      }
      const open = facts.filter((fact) => fact.kind === "target" && !fact.due).length;
      assert.match(dist.text(dist.first(line, "li.open")), new RegExp(`\\b${open}\\b|${open} 个`));
    }
  });

  test("the table can be filtered and sorted", async () => {
    const page = await site.open("facts/");
    await page.waitForSelector("[data-enhanced]");
    const shown = () => page.locator("[data-row]:visible").count();
    const all = await shown();
    await page.fill("[data-find]", "万亩");
    await page.waitForFunction((before) => [...document.querySelectorAll("[data-row]")].filter((row) => row.checkVisibility()).length < before, all);
    const found = await page.locator("[data-row]:visible").allInnerTexts();
    assert.ok(found.length > 0 && found.every((text) => text.includes("万亩")));
    assert.match(await textOf(page.locator("[data-count]").first()), new RegExp(`${found.length}`));
    await page.fill("[data-find]", "");
    await page.locator('th[data-sort="number"] button').first().click();
    assert.equal(await page.locator('th[data-sort="number"]').first().getAttribute("aria-sort"), "ascending");
    assertQuiet(page);
  });

  test("the picture is a file that draws itself", async () => {
    for (const prefix of ["", "en/"]) {
      const svg = dist.read(`${prefix}facts/targets.svg`);
      assert.match(svg, /^<svg[^>]+xmlns=/);
      assert.doesNotMatch(svg, /<script|href="http|<image|@import/);
      const page = await site.open(`${prefix}facts/targets.svg`);
      assert.equal(await page.evaluate(() => document.documentElement.nodeName), "svg");
    }
  });
});

describe("coverage", () => {
  test("the picture and the table agree, and all measures are in both", () => {
    const { root } = dist.page("coverage/index.html");
    const percent = (text) => Number(/(\d+)%/.exec(text)?.[1] ?? 0);
    const squares = new Map(dist.all(root, "a.square").map((a) => [dist.attribute(a, "href"), percent(dist.attribute(a, "aria-label"))]));
    const rows = dist.all(root, "tr").filter((row) => dist.first(row, "th") && !dist.hasClass(row, "group"));
    const table = new Map();
    for (const row of rows) {
      const link = dist.first(dist.first(row, "th"), "a");
      if (link) table.set(dist.attribute(link, "href"), percent(dist.text(dist.first(row, "td.number"))));
    }
    assert.equal(squares.size, 32);
    assert.deepEqual([...table].sort(), [...squares].sort());
  });

  test("a part of which nothing can be known has neither share nor bar", () => {
    const { root } = dist.page("coverage/index.html");
    const rows = dist.all(root, ".field-row");
    const unknown = rows.filter((row) => dist.all(row, "a.square").every((a) => dist.hasClass(a, "shade-unknown")));
    assert.ok(unknown.length > 0 && unknown.length < rows.length);
    for (const row of rows) {
      const known = !unknown.includes(row);
      assert.equal(/%/.test(dist.text(dist.first(row, "p"))), known);
      assert.equal(dist.all(row, "svg").length, known ? 1 : 0);
    }
  });

  test("a measure of which nothing is said has no passage, one with a share has", () => {
    const { root } = dist.page("coverage/index.html");
    for (const square of dist.all(root, "a.square")) {
      const percent = Number(/(\d+)%/.exec(dist.attribute(square, "aria-label"))?.[1] ?? 0);
      const unit = dist.target("coverage/index.html", dist.attribute(square, "href"));
      const passages = dist.all(dist.page(unit).root, "details.beneath").length;
      if (percent > 0) assert.ok(passages > 0, unit);
    }
  });
});

describe("glossary", () => {
  test("has the terms that nobody outside government knows", () => {
    const words = dist.text(dist.first(dist.page("glossary/index.html").root, "main"));
    for (const term of ["千万工程", "1571", "粮改饲", "三资", "一湖两海", "四下基层", "以工代赈", "“蒙”字标", "嘎查", "苏木", "旗", "盟", "亩"]) {
      assert.ok(words.includes(term), term);
    }
  });

  for (const [path, language] of [["glossary/index.html", "p.zh"], ["en/glossary/index.html", "p.en"]]) {
    test(`every entry of ${path} explains in its language and says where that comes from`, () => {
      for (const entry of dist.all(dist.page(path).root, ".entry")) {
        const id = dist.attribute(entry, "id");
        assert.ok(dist.text(dist.first(entry, ".basis")).trim(), id);
        assert.ok(dist.first(entry, language), id);
      }
    });
  }
});

describe("places", () => {
  test("names lead to where they stand", () => {
    const texts = streams();
    for (const entry of dist.all(dist.page("places/index.html").root, "li").filter((li) => dist.attribute(li, "data-row") !== undefined)) {
      const links = dist.all(entry, "a").map((a) => dist.attribute(a, "href"));
      assert.ok(links.length > 0, dist.text(entry));
      const units = links.map((href) => dist.target("places/index.html", href).replace(/index\.html$/, ""));
      assert.ok(units.every((unit) => texts.has(unit)), `${dist.text(entry)}: ${units}`);
    }
  });

  test("no borders are drawn", () => {
    assert.equal(dist.all(dist.first(dist.page("places/index.html").root, "main"), "svg").length, 0);
  });
});

describe("about", () => {
  test("states source, checksum, method, translation status and rights", async () => {
    for (const prefix of ["", "en/"]) {
      const words = dist.text(dist.first(dist.page(`${prefix}about/index.html`).root, "main"));
      const [, digest] = /^sha256 = "([0-9a-f]{64})"$/m.exec(readFileSync(join(SEEDS, "opinions-2026/document.toml"), "utf8"));
      assert.ok(words.includes(digest), "the checksum of the source");
      assert.match(words, prefix ? /unofficial/i : /非官方/);
      assert.match(words, /CC BY 4\.0/);
      assert.match(words, prefix ? /not stated|does not state/i : /没有写明/);
    }
  });

  test("offers to keep everything, and tells its size first", async () => {
    const page = await site.open("en/about/");
    const keep = page.getByRole("button", { name: /^Keep everything \(about \d+\.\d MB\)$/ });
    await keep.click();
    await page.locator("[data-keep] [role=status]").filter({ hasText: "Everything is kept" }).waitFor();
    assertQuiet(page);
  });

  test("offers single files where nothing can be kept", async () => {
    for (const options of [{ javaScriptEnabled: false }, { before: () => delete Navigator.prototype.serviceWorker }]) {
      const page = await site.open("about/", options);
      await page.waitForLoadState("networkidle");
      if (!("javaScriptEnabled" in options)) await page.waitForFunction(() => self.policy?.use);
      assert.equal(await page.locator("[data-keep] button").count(), 0);
      const files = page.locator("[data-keep] a[download]");
      assert.equal(await files.count(), 2);
      const response = await page.request.get(await files.first().evaluate((a) => a.href));
      assert.match(await response.text(), /^<!doctype html>/i);
    }
  });

  test("verifies in the browser that what it loaded is of the release", async () => {
    const page = await site.open("about/");
    const button = page.getByRole("button", { name: /核对|校验|验证/ }).first();
    await button.click();
    await page.locator("main [role=status]").filter({ hasText: /一致|相符|相同/ }).first().waitFor();
    const host = await site.misbehaving({ change: (path, bytes) => (path === "icon.svg" ? Buffer.concat([bytes, Buffer.from("<!-- -->")]) : bytes) });
    await page.goto(`${host.url}about/`);
    await page.getByRole("button", { name: /核对|校验|验证/ }).first().click();
    await page.locator("main [role=status]").filter({ hasText: /不一致|不符|icon\.svg/ }).first().waitFor();
  });
});
