// Every link of every page leads somewhere, and pages name their twin in the other language.
// Read from the files: no browser needed.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as dist from "./lib/dist.mjs";
import { DIST } from "./lib/paths.mjs";

const PAGES = dist.pagePaths();
const REFERRING = { a: "href", link: "href", script: "src", img: "src", form: "action", object: "data", use: "href" };
const OUTSIDE = /^(https?:|mailto:|tel:)/;

/** What a page refers to within the site. The 404 page is served at any depth, see unknown.test. */
function references(path) {
  return [...dist.elements(dist.page(path).root)].flatMap((element) => {
    const value = dist.attribute(element, REFERRING[element.tagName]);
    const relation = dist.attribute(element, "rel");
    if (value === undefined || OUTSIDE.test(value)) return [];
    return [{ value, relation, tag: element.tagName }];
  });
}

const ids = new Map();

function idsOf(path) {
  if (!ids.has(path)) {
    const all = [...dist.elements(dist.page(path).root)].map((element) => dist.attribute(element, "id"));
    ids.set(path, new Set(all.filter((id) => id !== undefined)));
  }
  return ids.get(path);
}

describe("links", () => {
  test("there are all the pages to look at", () => {
    for (const path of ["index.html", "en/index.html", "opinions-2026/31/index.html", "en/opinions-2026/31/index.html"]) {
      assert.ok(PAGES.includes(path), path);
    }
    const measures = PAGES.filter((path) => /^opinions-2026\/([1-9]|[12]\d|3[01])\/index\.html$/.test(path));
    assert.equal(measures.length, 31);
  });

  test("every reference leads to a file, and every fragment to an element", () => {
    const broken = [];
    for (const path of PAGES.filter((path) => path !== "404.html")) {
      for (const { value } of references(path)) {
        const file = dist.target(path, value);
        const fragment = decodeURIComponent(value.split("#")[1] ?? "");
        if (!existsSync(join(DIST, file))) broken.push(`${path}: ${value}: no file ${file}`);
        else if (fragment && file.endsWith(".html") && !idsOf(file).has(fragment)) {
          broken.push(`${path}: ${value}: no such id`);
        }
      }
    }
    assert.deepEqual(broken.slice(0, 20), [], `${broken.length} broken`);
  });

  test("references are relative and stay inside the site", () => {
    const wrong = [];
    for (const path of PAGES.filter((path) => path !== "404.html")) {
      for (const { value } of references(path)) {
        if (value.startsWith("/") || dist.target(path, value).startsWith("..")) wrong.push(`${path}: ${value}`);
      }
    }
    assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} wrong`);
  });

  test("every page can be reached from the first one", () => {
    const reached = new Set(["index.html"]);
    for (const path of reached) {
      for (const { value, tag } of references(path)) {
        const file = tag === "a" ? dist.target(path, value) : "";
        if (file.endsWith(".html") && existsSync(join(DIST, file))) reached.add(file);
      }
    }
    const lone = PAGES.filter((path) => !reached.has(path));
    // Nobody links an address that does not exist; the search has a box and the probe is for staff.
    const expected = /^(404|probe)\.html$|^(en\/)?(search|404)\/index\.html$/;
    assert.deepEqual(lone.filter((path) => !expected.test(path)), []);
  });

  test("every page links its twin in the other language, and is linked back", () => {
    const wrong = [];
    for (const path of PAGES.filter((path) => !/^(404|probe)\.html$/.test(path))) {
      const english = path.startsWith("en/");
      const twin = english ? path.slice(3) : `en/${path}`;
      const { root } = dist.page(path);
      const links = dist.all(root, "a").filter((link) => dist.attribute(link, "hreflang"));
      const link = links.find((link) => dist.target(path, dist.attribute(link, "href")) === twin);
      if (!link) wrong.push(`${path}: no link to ${twin}`);
      else if (dist.attribute(link, "hreflang") !== (english ? "zh-Hans" : "en")) wrong.push(`${path}: hreflang`);
      const alternates = dist.all(root, "link").filter((link) => dist.attribute(link, "rel") === "alternate");
      const languages = alternates.map((link) => dist.attribute(link, "hreflang")).filter(Boolean);
      // Absolute addresses need `base_url`; where they are there, they are there for both.
      if (languages.length > 0 && !["zh-Hans", "en"].every((tag) => languages.includes(tag))) {
        wrong.push(`${path}: alternates ${languages.join()}`);
      }
    }
    assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} wrong`);
  });
});
