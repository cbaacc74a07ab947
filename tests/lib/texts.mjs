// The texts in two independent forms: the source as it lies in `seeds/`, and what the built pages
// say. The tests compare the two, and count in the second what the search claims to find.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as dist from "./dist.mjs";
import { SEEDS } from "./paths.mjs";

export const DOCUMENTS = ["opinions-2026", "interpretation-2026"];

/** A document's part of the source file without white space and heading marks. */
export function source(document) {
  const metadata = readFileSync(join(SEEDS, document, "document.toml"), "utf8");
  const file = /^source = "(.+)"$/m.exec(metadata)[1];
  const [, start, end] = /^lines = \[(\d+), (\d+)\]$/m.exec(metadata);
  const lines = readFileSync(join(SEEDS, file), "utf8").split("\n").slice(start - 1, Number(end));
  return lines.map((line) => line.replace(/^#+/, "")).join("").replace(/\s/g, "");
}

/** The addresses of a document's units in reading order: divisions and provisions. */
export function units(document) {
  const { root } = dist.page(`${document}/index.html`);
  const contents = dist.first(root, ".contents");
  const links = dist.all(contents, "a").map((link) => dist.attribute(link, "href"));
  return [...new Set(links)].map((href) => dist.target(`${document}/index.html`, href).replace(/index\.html$/, ""));
}

const isOurs = (element) =>
  dist.hasClass(element, "en") || dist.hasClass(element, "beneath") || dist.hasClass(element, "our");

/** What a page prints of the source, piece by piece: headings and sentences, without white space. */
export function printed(path) {
  const { root } = dist.page(`${path}index.html`);
  const main = dist.first(root, "main");
  const pieces = [];
  const heading = dist.first(main, "h1");
  pieces.push({ kind: "heading", text: squeeze(dist.text(dist.first(heading, ".zh") ?? heading, isOurs)) });
  for (const paragraph of dist.all(main, ".paragraph")) {
    for (const element of dist.elements(paragraph)) {
      if (dist.hasClass(element, "label")) pieces.push({ kind: "label", text: squeeze(dist.text(element)) });
      if (dist.hasClass(element, "sentence")) {
        const line = dist.first(element, ".zh-line");
        const id = dist.attribute(element, "id");
        pieces.push({ kind: "sentence", id, text: squeeze(dist.text(line, isOurs)) });
      }
    }
  }
  return pieces;
}

/** The lines of a document's own title, as its page prints them. */
export function titleLines(document) {
  const { root } = dist.page(`${document}/index.html`);
  const title = dist.first(root, ".full-title");
  return dist.all(title, ".zh-line").map((line) => squeeze(dist.text(line, isOurs)));
}

function squeeze(text) {
  return text.replace(/\s/g, "");
}

/** The characters that an exact search looks at: no punctuation, no white space, half width. */
export function folded(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{Script=Han}\p{L}\p{N}%‰]/gu, "");
}

/** The text as printed but for white space, width and case: its punctuation stays. */
export function unspaced(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s/gu, "");
}

/** The text of every unit of the site in a form, by address; each heading is a unit of its own. */
export function streams(form = folded) {
  const found = new Map();
  for (const document of DOCUMENTS) {
    found.set(`${document}/`, form(titleLines(document).join("")));
    for (const path of units(document)) {
      const pieces = printed(path).filter((piece, index) => index > 0 || isOfSource(path));
      found.set(path, form(pieces.map((piece) => piece.text).join("")));
    }
  }
  return found;
}

/** Whether a unit's heading is the source's; preambles and introductions are named by us. */
export function isOfSource(path) {
  return !/\/(0|[\d.]+\.0)\/$/.test(path);
}

/** How often `needle` stands in `text`, overlapping places included. */
export function count(text, needle) {
  let places = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) places += 1;
  return places;
}

/** The printed words and their corrected readings, as the pages note them. */
export function errata() {
  const { root } = dist.page("about/index.html");
  const list = dist.first(root, ".errata-list");
  return (list?.childNodes ?? []).map((entry) => {
    const [link] = dist.all(entry, "a.zh");
    const [reading] = dist.all(entry, "b.zh");
    const words = (element) => element && dist.text(element).replace(/^“|”$/g, "");
    return {
      printed: words(link),
      corrected: words(reading),
      page: dist.target("about/index.html", dist.attribute(link, "href")).replace(/index\.html$/, ""),
      fragment: dist.attribute(link, "href").split("#")[1],
    };
  });
}

/** Numbers between 0 and 1 that are the same in every run, so that a failure can be repeated. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
