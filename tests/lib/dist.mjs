// The built folder as data: its pages, parsed as browsers parse them.

import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parse } from "parse5";
import { DIST } from "./paths.mjs";

/** All files of the folder as paths with `/`. */
export function files(folder = DIST) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .map((path) => path.split("\\").join("/"))
    .sort();
}

/** The pages that readers open; downloads and what the service worker says by itself are none. */
export function pagePaths(folder = DIST) {
  return files(folder).filter((path) => path.endsWith(".html") && !/^(data|assets)\//.test(path));
}

export function read(path, folder = DIST) {
  return readFileSync(join(folder, path), "utf8");
}

const pages = new Map();

/** A parsed page: its root, and the parser's complaints. */
export function page(path, folder = DIST) {
  const key = join(folder, path);
  if (!pages.has(key)) {
    const complaints = [];
    const options = { sourceCodeLocationInfo: true, onParseError: (error) => complaints.push(error) };
    pages.set(key, { path, root: parse(read(path, folder), options), complaints });
  }
  return pages.get(key);
}

/** All elements below a node, in document order; `<template>` contents included. */
export function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
  if (node.content) yield* elements(node.content);
}

export function attribute(element, name) {
  return element.attrs?.find((attribute) => attribute.name === name)?.value;
}

export function hasClass(element, name) {
  return (attribute(element, "class") ?? "").split(/\s+/).includes(name);
}

/** Elements that have the tag, class or id that `selector` names: `h1`, `.zh`, `#main`, `p.zh`. */
export function all(node, selector) {
  const [, tag, mark, name] = /^([a-z0-9-]*)(?:([.#])(.+))?$/.exec(selector);
  return [...elements(node)].filter(
    (element) =>
      (!tag || element.tagName === tag) &&
      (!mark || (mark === "#" ? attribute(element, "id") === name : hasClass(element, name))),
  );
}

export function first(node, selector) {
  return all(node, selector)[0];
}

/** The text below a node, as written. `skip` leaves elements out. */
export function text(node, skip = () => false) {
  if (node.nodeName === "#text") return node.value;
  if (node.tagName && skip(node)) return "";
  return (node.childNodes ?? []).map((child) => text(child, skip)).join("");
}

/** Whether an ancestor of the element satisfies the test. */
export function within(element, test) {
  for (let node = element.parentNode; node; node = node.parentNode) {
    if (node.tagName && test(node)) return true;
  }
  return false;
}

/** The file in the folder that a relative link on a page leads to. */
export function target(path, href) {
  const [before] = href.split(/[?#]/);
  const folder = posix.dirname(path);
  const joined = posix.normalize(posix.join(folder, before === "" ? posix.basename(path) : before));
  return before.endsWith("/") || before === "." || before === ".." || joined === "."
    ? posix.join(joined, "index.html")
    : joined;
}
