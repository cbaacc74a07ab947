// The markup of every page: well-formed, ids unique, languages marked. Read from the files.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import * as dist from "./lib/dist.mjs";

const PAGES = dist.pagePaths();
const VOID = new Set(["br", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "area", "base", "col", "embed"]);
const HAN = /\p{Script=Han}/u;

/** One line for each page that `check` has something to say about. */
function complaints(check) {
  const found = PAGES.flatMap((path) => [...check(dist.page(path), path)].map((words) => `${path}: ${words}`));
  return { first: found.slice(0, 20), count: found.length };
}

function assertNone({ first, count }) {
  assert.deepEqual(first, [], `${count} in all`);
}

describe("markup", () => {
  test("a strict parser has no complaint", () => {
    assertNone(complaints(({ complaints }) => complaints.map((one) => `${one.code} in line ${one.startLine}`)));
  });

  test("what is written is what is parsed: no element is moved, closed or added in silence", () => {
    assertNone(
      complaints(function* ({ root }, path) {
        const source = dist.read(path);
        for (const element of dist.elements(root)) {
          const place = element.sourceCodeLocation;
          if (!place) yield `<${element.tagName}> is nowhere in the file`;
          else if (!place.endTag && !VOID.has(element.tagName) && !isClosed(source, place)) {
            yield `<${element.tagName}> in line ${place.startLine} is not closed where it should be`;
          }
        }
      }),
    );
  });

  test("nothing interactive stands within something interactive", () => {
    const interactive = (element) => ["a", "button", "summary"].includes(element.tagName);
    assertNone(
      complaints(function* ({ root }) {
        for (const element of dist.elements(root)) {
          const stands = interactive(element) || ["input", "select", "textarea"].includes(element.tagName);
          if (stands && dist.within(element, interactive)) yield `<${element.tagName}> ${dist.text(element).slice(0, 20)}`;
        }
      }),
    );
  });

  test("ids are unique and named references exist", () => {
    assertNone(
      complaints(function* ({ root }) {
        const seen = new Set();
        const all = [...dist.elements(root)];
        for (const element of all) {
          const id = dist.attribute(element, "id");
          if (id !== undefined && seen.has(id)) yield `id ${id} twice`;
          if (id === "") yield "an empty id";
          seen.add(id);
        }
        for (const element of all) {
          for (const name of ["aria-labelledby", "aria-describedby", "aria-controls", "for"]) {
            const words = dist.attribute(element, name)?.split(/\s+/) ?? [];
            for (const id of words) if (!seen.has(id)) yield `${name} names ${id}, which is not there`;
          }
        }
      }),
    );
  });

  test("the page's language is that of its folder, and parts name theirs", () => {
    assertNone(
      complaints(function* ({ root }, path) {
        const html = dist.first(root, "html");
        const expected = path.startsWith("en/") ? "en" : "zh-Hans";
        // The page for unknown addresses serves both languages and may choose either.
        if (path !== "404.html" && dist.attribute(html, "lang") !== expected) yield `lang is not ${expected}`;
        for (const element of dist.elements(dist.first(root, "body"))) {
          if (dist.hasClass(element, "zh") && languageOf(element) !== "zh-Hans") yield "a .zh without its lang";
          if (dist.hasClass(element, "en") && languageOf(element) !== "en") yield "an .en without its lang";
        }
      }),
    );
  });

  test("English pages have Chinese words only where they are marked as Chinese", () => {
    assertNone(
      complaints(function* ({ root }, path) {
        if (!path.startsWith("en/")) return;
        for (const element of dist.elements(dist.first(root, "body"))) {
          for (const child of element.childNodes) {
            const words = child.nodeName === "#text" && HAN.test(child.value) && languageOf(element) === "en";
            if (words && !["script", "style"].includes(element.tagName)) yield `<${element.tagName}> ${child.value.slice(0, 20)}`;
          }
        }
      }),
    );
  });

  test("every page has one h1, one main, a title and a description", () => {
    assertNone(
      complaints(function* ({ root }, path) {
        for (const tag of ["h1", "main", "title"]) {
          const count = dist.all(root, tag).filter((element) => !dist.within(element, (e) => e.tagName === "svg")).length;
          if (count !== 1) yield `${count} <${tag}>`;
        }
        const meta = (name) => dist.all(root, "meta").find((one) => dist.attribute(one, "name") === name);
        for (const name of ["viewport", "description"]) {
          if (!meta(name) && path !== "probe.html") yield `no meta ${name}`;
        }
        if (/maximum-scale|user-scalable/.test(dist.attribute(meta("viewport") ?? {}, "content") ?? "")) {
          yield "zooming is forbidden";
        }
      }),
    );
  });

  test("headings go down one level at a time", () => {
    assertNone(
      complaints(function* ({ root }) {
        let level = 0;
        for (const element of dist.elements(dist.first(root, "main"))) {
          const [, digit] = /^h([1-6])$/.exec(element.tagName) ?? [];
          if (!digit) continue;
          if (Number(digit) > level + 1) yield `h${digit} after h${level}: ${dist.text(element).slice(0, 20)}`;
          level = Number(digit);
        }
      }),
    );
  });

  test("titles differ from page to page", () => {
    const seen = new Map();
    for (const path of PAGES) {
      const title = `${path.startsWith("en/")} ${dist.text(dist.first(dist.page(path).root, "title"))}`;
      seen.set(title, [...(seen.get(title) ?? []), path]);
    }
    const shared = [...seen.values()].filter((paths) => paths.length > 1);
    // The overview bears the name of the document that it opens with.
    assert.deepEqual(shared.filter((paths) => !paths.some((path) => /^(en\/)?index\.html$/.test(path))), []);
  });
});

function languageOf(element) {
  for (let node = element; node; node = node.parentNode) {
    const lang = node.attrs && dist.attribute(node, "lang");
    if (lang) return lang;
  }
  return undefined;
}

/** Whether an element of SVG closes itself. */
function isClosed(source, place) {
  const tag = place.startTag ?? place;
  return source.slice(tag.startOffset, tag.endOffset).endsWith("/>");
}
