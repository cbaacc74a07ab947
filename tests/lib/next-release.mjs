// A second release of the built site, as a host has it after an update.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as dist from "./dist.mjs";
import { DIST } from "./paths.mjs";

/**
 * Another release of the site: the same with a word of the first page changed and, as a build
 * would do it, new names and digests for all that follows from it.
 */
export function makeNextRelease() {
  const folder = mkdtempSync(join(tmpdir(), "policy-release-"));
  cpSync(DIST, folder, { recursive: true });
  const read = (path) => readFileSync(join(folder, path), "utf8");
  const digest = (text) => createHash("sha256").update(text).digest();
  const short = (path) => digest(readFileSync(join(folder, path))).subarray(0, 18).toString("base64");
  const worker = read("sw.js");
  const [, list] = /"(assets\/offline\.[0-9a-f]+\.json)"/.exec(worker);
  const page = "index.html";
  const old = /<meta name="release" content="([0-9a-f]+)">/.exec(read(page))[1];
  for (const path of dist.pagePaths(folder)) {
    const html = read(path).replaceAll(`content="${old}"`, 'content="feedfacefeed"');
    writeFileSync(join(folder, path), html.replace("<main", '<main data-next=""'));
  }
  const content = JSON.parse(read(list));
  const renew = (file) => (file[0].endsWith(".html") && !file[0].startsWith("assets/") ? [file[0], short(file[0]), statSize(folder, file[0])] : file);
  content.release = "feedfacefeed";
  content.core = content.core.map(renew);
  for (const path of Object.keys(content.visited)) content.visited[path].splice(0, 2, short(path), statSize(folder, path));
  for (const [language, files] of Object.entries(content.archives)) {
    content.archives[language] = files.map((_, number) => {
      const inside = ([path, [, , archive]]) => archive === number && path.startsWith("en/") === (language === "en");
      const pages = Object.entries(content.visited).filter(inside);
      const bytes = archiveOf(pages.map(([path]) => readFileSync(join(folder, path))));
      const name = `assets/pages-${language}-${number}.${digest(bytes).toString("hex").slice(0, 10)}.bin`;
      writeFileSync(join(folder, name), bytes);
      return [name, short(name), bytes.length];
    });
  }
  const text = JSON.stringify(content);
  const name = `assets/offline.${digest(text).toString("hex").slice(0, 10)}.json`;
  writeFileSync(join(folder, name), text);
  // The worker carries the list's path, the list's digest, and a release that follows from it.
  const [, oldDigest] = new RegExp(`"${list.replaceAll(".", "\\.")}",\\s*"([^"]+)"`).exec(worker);
  const oldRelease = digest(read(list)).toString("hex").slice(0, 12);
  assert.ok(worker.includes(oldRelease), "the worker's release does not follow from its list");
  const renewed = worker
    .replaceAll(list, name)
    .replaceAll(oldDigest, short(name))
    .replaceAll(oldRelease, digest(text).toString("hex").slice(0, 12));
  writeFileSync(join(folder, "sw.js"), renewed);
  return folder;
}

/** An archive in which nothing is told as a copy: one step, and then the pages (see archive.rs). */
function archiveOf(pages) {
  const bytes = Buffer.concat(pages);
  const step = [];
  for (let rest = bytes.length; ; rest >>>= 7) {
    step.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    if (rest <= 0x7f) break;
  }
  const length = Buffer.alloc(4);
  length.writeUInt32LE(step.length);
  return gzipSync(Buffer.concat([length, Buffer.from(step), bytes]));
}

function statSize(folder, path) {
  return readFileSync(join(folder, path)).length;
}
