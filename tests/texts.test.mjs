// The texts on the pages are the texts of the source: every character, in order, and nothing else.
// Both sides are read without the project's own parser.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as dist from "./lib/dist.mjs";
import { SEEDS } from "./lib/paths.mjs";
import { DOCUMENTS, isOfSource, printed, source, titleLines, units } from "./lib/texts.mjs";

/** Walks along the source, piece by piece. */
class Walk {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  take(piece, where) {
    const next = this.text.slice(this.at, this.at + piece.length);
    assert.equal(piece, next, `${where}: the page differs from the source`);
    this.at += piece.length;
  }

  /** Headings are printed without the full stop that parts them from the text they run into. */
  skipStop() {
    if (this.text[this.at] === "。") this.at += 1;
  }
}

for (const document of DOCUMENTS) {
  describe(document, () => {
    for (const locale of ["", "en/"]) {
      test(`its pages under /${locale} print the source, character by character`, () => {
        const walk = new Walk(source(document));
        walk.take(titleLines(document).join(""), `${document}/`);
        for (const path of units(document)) {
          printed(locale + path).forEach((piece, index) => {
            const where = `${locale}${path} ${piece.id ?? piece.kind}`;
            if (index > 0 || isOfSource(path)) walk.take(piece.text, where);
            if (piece.kind === "heading") walk.skipStop();
          });
        }
        assert.equal(walk.text.slice(walk.at), "", "the end of the source is on no page");
      });
    }

    test("every sentence stands beside its translation", () => {
      const file = readFileSync(join(SEEDS, document, "translation.en.md"), "utf8");
      const lines = file.split("\n").filter((line) => line && !/^[#>]/.test(line) && !line.startsWith("<!--"));
      const shown = [`${document}/`, ...units(document)].flatMap((path) => english(path));
      const wanted = lines.map(plain);
      assert.ok(wanted.length > 50, "the translation has sentences");
      const missing = wanted.filter((sentence) => !shown.some((line) => line.includes(sentence)));
      assert.deepEqual(missing, []);
    });

    test("no sentence lacks its translation", () => {
      const bare = units(document).flatMap((path) => {
        const sentences = dist.all(dist.page(`${path}index.html`).root, ".sentence");
        return sentences.filter((sentence) => !dist.first(sentence, ".en")).map(() => path);
      });
      assert.deepEqual(bare, []);
    });
  });
}

/** All English on a page, as plain text. */
function english(path) {
  return dist.all(dist.page(`${path}index.html`).root, ".en").map((element) => plain(dist.text(element)));
}

/** Without white space at the ends and the full stop that headings lose. */
function plain(text) {
  return text.replace(/\s+/g, " ").trim().replace(/\.$/, "");
}
