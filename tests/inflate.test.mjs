// The unpacker for browsers without DecompressionStream, against Node's own.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { constants, deflateRawSync, gunzipSync } from "node:zlib";
import { DIST } from "./lib/paths.mjs";

const ASSETS = join(DIST, "assets");
const names = readdirSync(ASSETS);

const scope = createContext({});
scope.self = scope;
const program = names.find((name) => name.startsWith("inflate."));
runInContext(readFileSync(join(ASSETS, program), "utf8"), scope);

function unpack(deflated, length) {
  const target = runInContext(`new Uint8Array(${length})`, scope);
  return Buffer.from(scope.tinf_uncompress(new Uint8Array(deflated), target));
}

/** Bytes that nothing can pack, so that they are stored: the same on every run. */
function noise(length) {
  let state = 1;
  return Buffer.from(Array.from({ length }, () => (state = (state * 48271) % 2147483647) & 255));
}

describe("the unpacker", () => {
  const packed = names.filter((name) => name.endsWith(".bin"));
  test("has something to unpack", () => assert.ok(packed.length >= 4, packed.join()));
  for (const name of packed) {
    test(`unpacks ${name.replace(/\..*/, "")}`, () => {
      const bytes = readFileSync(join(ASSETS, name));
      const expected = gunzipSync(bytes);
      // As load.js does it: ten bytes before, eight behind.
      assert.ok(unpack(bytes.subarray(10, -8), expected.length).equals(expected));
    });
  }

  test("reads stored blocks between others, wherever in a byte they begin", () => {
    for (let text = 0; text < 40; text += 1) {
      const bytes = Buffer.concat([Buffer.from("乡村振兴".repeat(text)), noise(3000), Buffer.from("草原".repeat(text))]);
      for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY]) {
        for (const level of [0, 1, 9]) {
          const deflated = deflateRawSync(bytes, { level, strategy, memLevel: 1 });
          assert.ok(unpack(deflated, bytes.length).equals(bytes), `${text} ${strategy} ${level}`);
        }
      }
    }
  });
});
