// What a clerk pins to the wall: the print of a measure has its text and none of the controls.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read } from "./lib/dist.mjs";
import { DIST, requireProgram } from "./lib/paths.mjs";
import { SiteTest } from "./lib/site.mjs";
import { folded, printed } from "./lib/texts.mjs";

const site = new SiteTest();

/** The printed page: its text as a reader sees it, and its number of sheets. */
async function print(path, { blocked, ...options } = {}) {
  const pdftotext = requireProgram("pdftotext", "apt-get install -y poppler-utils");
  const page = await site.page(options);
  if (blocked) await page.route(blocked, (route) => route.abort());
  await page.goto(site.host.url + path);
  await page.waitForLoadState("networkidle");
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const folder = mkdtempSync(join(tmpdir(), "policy-print-"));
  try {
    writeFileSync(join(folder, "page.pdf"), pdf);
    const text = execFileSync(pdftotext, ["-raw", join(folder, "page.pdf"), "-"], { encoding: "utf8" });
    return { text, page, sheets: (text.match(/\f/g) ?? []).length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the print", () => {
  for (const path of ["opinions-2026/13/", "opinions-2026/21/"]) {
    test(`of ${path} has every sentence in both languages`, async () => {
      const { text, sheets } = await print(path);
      const flat = folded(text);
      for (const piece of printed(path)) assert.ok(flat.includes(folded(piece.text)), piece.text);
      const translation = path.includes("13") ? /forward slaughtering and processing centers/ : /infrastructure/;
      assert.match(text.replace(/\s+/g, " "), translation);
      assert.ok(sheets >= 1 && sheets <= 8, `${sheets} sheets`);
    });
  }

  test("says where it comes from, and leaves the controls out", async () => {
    const { text } = await print("opinions-2026/13/");
    assert.match(text, /13/);
    assert.match(text, /内蒙古2026年乡村全面振兴实施意见/);
    for (const control of ["跳到正文", "下一条", "网站导航", "中英对照"]) {
      assert.ok(!text.includes(control), `“${control}” is printed`);
    }
  });

  test("has its release and its address, also where the tools have not come", async () => {
    for (const options of [{}, { blocked: /\/tools\.[0-9a-f]+\.js/ }]) {
      const { text, page } = await print("opinions-2026/13/", options);
      if (options.blocked) assert.equal(await page.locator("html[data-app]").count(), 0, "the tools have not come");
      const release = await page.locator("meta[name='release']").getAttribute("content");
      const flat = folded(text);
      assert.ok(flat.includes(folded(release)), `release ${release}`);
      assert.ok(flat.includes(folded(page.url())), page.url());
    }
  });

  test("has the official passages, opened", async () => {
    const { text } = await print("opinions-2026/13/");
    assert.ok(folded(text).includes(folded("让草原上的美味以冰鲜肉、热鲜肉的形式直达全国消费者的餐桌")));
  });

  test("of the facts has the picture of the targets and every figure, on four sheets", async () => {
    const { text, sheets } = await print("facts/");
    const flat = folded(text);
    assert.ok(flat.includes("1000万亩"));
    const facts = JSON.parse(read("data/opinions-2026.facts.json")).facts;
    const figures = facts.filter(({ kind }) => !["name", "ordinal"].includes(kind));
    assert.ok(figures.length > 10);
    for (const { sentence } of figures) assert.ok(flat.includes(folded(sentence)), sentence);
    assert.ok(sheets <= 4, `${sheets} sheets`);
    assert.ok((await print("en/facts/")).sheets <= 8, "English, with the Chinese sentences");
  });

  test("of what is explained has the picture, the table and both lists, on a few sheets", async () => {
    const without = { javaScriptEnabled: false };
    for (const [path, most, options] of [["coverage/", 5], ["en/coverage/", 8], ["coverage/", 5, without]]) {
      const { text, sheets, page } = await print(path, options);
      const flat = folded(text);
      for (const name of await page.locator(".coverage-page tbody th a").allTextContents()) {
        assert.ok(flat.includes(folded(name)), `${path}: ${name}`);
      }
      const statements = await page.locator("details[data-unfolded-in-print] .zh").allTextContents();
      assert.ok(statements.length > 10, `${path}: ${statements.length} statements`);
      if (!path.startsWith("en/")) {
        for (const statement of statements) assert.ok(flat.includes(folded(statement)), `${path}: ${statement}`);
      }
      assert.ok(sheets <= most, `${path}: ${sheets} sheets`);
    }
  });

  test("of a measure ends with no sheet of a line or two", async () => {
    for (const number of [1, 7, 13, 21, 23, 30]) {
      const { text } = await print(`opinions-2026/${number}/`);
      const last = text.split("\f").filter((sheet) => sheet.trim()).pop();
      const lines = last.trim().split("\n").length;
      assert.ok(lines >= 6, `${number}: the last sheet has ${lines} lines`);
    }
  });

  test("of every topic is one sheet with the plain words and where they are from", async () => {
    const topics = readdirSync(join(DIST, "topics"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.ok(topics.length > 3, "there are topics");
    for (const { name } of topics) {
      for (const path of [`topics/${name}/`, `en/topics/${name}/`]) {
        const { text, sheets, page } = await print(path);
        assert.equal(sheets, 1, `${path}: ${sheets} sheets`);
        const flat = folded(text);
        const texts = (selector) => page.locator(`.topic-measures ${selector}`).allTextContents();
        for (const words of [...(await texts("p.plain")), ...(await texts(".zh-line .zh"))]) {
          assert.ok(flat.includes(folded(words)), `${path}: ${words}`);
        }
        const [whole] = await texts(".en-line .en");
        assert.ok(!whole || !flat.includes(folded(whole)), `${path}: ${whole}`);
        await page.context().close();
      }
    }
  });
});
