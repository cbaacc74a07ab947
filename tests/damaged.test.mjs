// Something is broken: a file, or the browser. Reading goes on, and the search says what is wrong
// and still finds exact words.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./lib/paths.mjs";
import { appReady, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();

/** The path of an asset by the name before its hash. */
function asset(name, extension = "bin") {
  const found = readdirSync(join(DIST, "assets")).find((file) => file.startsWith(`${name}.`) && file.endsWith(extension));
  assert.ok(found, `there is no asset ${name}`);
  return `assets/${found}`;
}

const flipped = (wanted) => ({
  change(path, bytes) {
    if (path !== wanted) return bytes;
    const copy = Buffer.from(bytes);
    copy[copy.length >> 1] ^= 0xff;
    return copy;
  },
});
const missing = (wanted) => ({ refuse: new RegExp(`^${wanted.replaceAll(".", "\\.")}$`) });
const shortened = (wanted) => ({
  change: (path, bytes) => (path === wanted ? bytes.subarray(0, bytes.length / 2) : bytes),
});

/** What no failure may take away. */
async function assertReadable(host, options) {
  const page = await site.open("opinions-2026/13/", { host, ...options });
  await page.waitForTimeout(500);
  for (const selector of ["h1", "#s1 > .zh-line", "#s1 > .en-line", "a.next"]) {
    assert.ok(await page.locator(selector).isVisible(), selector);
  }
  await page.click("a.next");
  await page.waitForURL(/opinions-2026\/14\/$/);
  assert.match(await textOf(page.locator("h1")), /加大品牌培育力度/);
}

/** The search finds exact words and tells, in words that match, why it finds no more. */
async function assertExactSearch(host, says, options) {
  for (const [folder, query, words] of [
    ["search/", "牲畜圈舍", says.zh],
    ["en/search/", "livestock sheds", says.en],
  ]) {
    const page = await site.open(`${folder}?q=${encodeURIComponent(query)}`, { host, ...options });
    const hit = page.locator(".found .hit a").first();
    await hit.waitFor();
    await page.locator("main").filter({ hasText: words }).waitFor().catch(() => assert.fail(`${folder}: no note like ${words}`));
    assert.match(await textOf(page.locator(".found")), new RegExp(query, "i"));
    await hit.click();
    await page.waitForURL(/opinions-2026\/\d+\//);
  }
}

const DAMAGED = { zh: /损坏|不完整/, en: /damaged|incomplete/ };
const UNREACHABLE = { zh: /没有载入/, en: /could not be loaded/ };
const PLAIN = { zh: /完全相同/, en: /exact/ };

describe("a loader", () => {
  for (const [kind, spoil] of [
    ["that is missing", missing],
    ["with a wrong byte", flipped],
    // It would run, and do what nobody built.
    ["with more than was built", (wanted) => ({
      change: (path, bytes) => (path === wanted ? Buffer.concat([Buffer.from("self.foreign = 1;\n"), bytes]) : bytes),
    })],
  ]) {
    test(`${kind}: reading works, the search says so and finds exact words`, async () => {
      const host = await site.misbehaving(spoil(asset("boot", "js")));
      await assertReadable(host);
      await assertExactSearch(host, PLAIN);
      const page = await site.open("", { host });
      await page.waitForLoadState("load");
      assert.equal(await page.evaluate(() => self.foreign), undefined);
    });
  }

  test("and no plain search either: the page says that the search is not there", async () => {
    const host = await site.misbehaving({ refuse: /^assets\/(boot|plain)\./ });
    for (const [folder, words] of [["search/", /搜索没有载入/], ["en/search/", /search could not be loaded/]]) {
      const page = await site.open(`${folder}?q=${encodeURIComponent("牲畜圈舍")}`, { host });
      await page.locator("#search-lost").waitFor();
      assert.match(await textOf(page.locator("#search-lost")), words);
    }
  });
});

describe("a damaged index", () => {
  for (const [kind, spoil] of [["with a wrong byte", flipped], ["that is cut short", shortened]]) {
    test(`${kind}: reading works, the search says what is wrong`, async () => {
      const host = await site.misbehaving(spoil(asset("index")));
      await assertReadable(host);
      await assertExactSearch(host, DAMAGED);
    });
  }

  test("that is missing: the search says so", async () => {
    const host = await site.misbehaving(missing(asset("index")));
    await assertReadable(host);
    await assertExactSearch(host, UNREACHABLE);
  });
});

describe("a damaged program", () => {
  for (const [what, name, extension] of [
    ["the search's WebAssembly", "search", "bin"],
    ["the search's glue", "search", "js"],
    ["the texts", "library", "bin"],
    ["the engine's WebAssembly", "engine", "bin"],
    ["the engine's glue", "engine", "js"],
  ]) {
    for (const [kind, spoil] of [["damaged", flipped], ["missing", missing]]) {
      test(`${what} ${kind}: reading works, the search finds exact words`, async () => {
        const host = await site.misbehaving(spoil(asset(name, extension)));
        await assertReadable(host);
        await assertExactSearch(host, PLAIN);
      });
    }
  }

  test("boot.js missing: reading works", async () => {
    await assertReadable(await site.misbehaving(missing(asset("boot", "js"))));
  });
});

describe("a browser without", () => {
  const LACKING = {
    WebAssembly: () => delete window.WebAssembly,
    Worker: () => delete window.Worker,
    "a Worker that is allowed": () => {
      window.Worker = class {
        constructor() {
          throw new DOMException("refused", "SecurityError");
        }
      };
    },
    DecompressionStream: () => delete window.DecompressionStream,
    fetch: () => {
      window.fetch = () => Promise.reject(new TypeError("blocked"));
    },
    localStorage: () => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    },
    "async WebAssembly": () => {
      WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError("unknown opcode"));
      delete WebAssembly.instantiateStreaming;
    },
  };
  const WITH_ENGINE = ["Worker", "a Worker that is allowed", "DecompressionStream", "localStorage"];

  for (const [lacking, before] of Object.entries(LACKING)) {
    test(`${lacking}: reading works`, async () => {
      await assertReadable(site.host, { before });
    });

    if (WITH_ENGINE.includes(lacking)) {
      test(`${lacking}: the engine still answers`, async () => {
        const page = await site.search("羊圈", { before });
        assert.match(await textOf(page.locator(".found")), /牲畜圈舍/);
      });
    } else {
      test(`${lacking}: the search finds exact words`, async () => {
        await assertExactSearch(site.host, PLAIN, { before });
      });
    }
  }

  test("DecompressionStream in the worker as well: the engine still answers", async () => {
    // Deleting it on the page leaves the worker's own; the worker's script is served with this
    // line in front, and its integrity is not checked by browsers.
    const engine = asset("engine", "js");
    const host = await site.misbehaving({
      change: (path, bytes) =>
        path === engine ? Buffer.concat([Buffer.from("delete self.DecompressionStream;\n"), bytes]) : bytes,
    });
    const page = await site.search("羊圈", { host, before: LACKING.DecompressionStream });
    assert.match(await textOf(page.locator(".found")), /牲畜圈舍/);
  });
});

describe("an error in the worker", () => {
  test("does not end the search", async () => {
    const page = await site.search("羊圈");
    // The page's worker is the only one; its end comes as an error event in real life.
    const [worker] = page.workers();
    assert.ok(worker, "the engine lives in a worker");
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error("as if memory had run out");
      });
    });
    await page.fill("#q", "奶业振兴");
    await page.press("#q", "Enter");
    await page.locator("#found-list", { hasText: "奶业振兴" }).waitFor();
    await appReady(page);
    assert.deepEqual(page.notes.elsewhere, []);
  });
});
