// Runs the real engine (wasm and glue as wasm-bindgen made them) in Node on the real index:
//   node tests/worker.mjs GLUE.js ENGINE.wasm INDEX LIBRARY
// INDEX and LIBRARY come from `evaluate --emit FOLDER`. Prints sizes and times; exits with 1 where
// an answer is wrong.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import vm from "node:vm";

const [glue, wasm, index, library] = process.argv.slice(2);
vm.runInThisContext(readFileSync(glue, "utf8") + "\n;globalThis.wasm_bindgen = wasm_bindgen;");

const text = new TextEncoder();
const varint = (n) => (n < 128 ? [n] : [(n & 127) | 128, ...varint(n >>> 7)]);
const string = (s) => {
  const bytes = text.encode(s);
  return [...varint(bytes.length), ...bytes];
};
// Request::Search { id, query, no filters, by relevance, offset 0, limit 20, Chinese interface }
const search = (id, query) =>
  new Uint8Array([0, ...varint(id), ...string(query), 0, 0, 0, 0, 0, 20, 0]);
// The first numbers of Response::Results: variant, id, total, exact, places.
const results = (bytes) => {
  let at = 0;
  const next = () => {
    let n = 0, shift = 0, byte;
    do { byte = bytes[at++]; n |= (byte & 127) << shift; shift += 7; } while (byte & 128);
    return n;
  };
  const [variant, id, total, exact, places] = [next(), next(), next(), next(), next()];
  return { variant, id, total, exact, places };
};

let wrong = 0;
const check = (what, right) => {
  if (!right) { wrong += 1; console.error("WRONG:", what); }
};

const start = performance.now();
wasm_bindgen.initSync({ module: new WebAssembly.Module(readFileSync(wasm)) });
const compiled = performance.now();
const engine = new wasm_bindgen.Engine(readFileSync(index), readFileSync(library));
const opened = performance.now();
check("the engine opens", engine.ready());

const queries = [
  "高标准农田", "\"严守耕地红线\"", "gbznt", "gaobiaozhun nongtian", "高標準農田", "10 million mu",
  "第十三条", "high standart farmlnad", "羊圈补贴", "村里手机没信号", "草蓄平衡", "大食物观 OR 奶业振兴",
  "title:奶业", "part:3 品牌", "我们这地方偏，网太差怎么办",
];
const times = [];
for (let round = 0; round < 20; round += 1) {
  for (const [at, query] of queries.entries()) {
    const id = round * 100 + at;
    const before = performance.now();
    const found = results(engine.handle(search(id, query)));
    times.push(performance.now() - before);
    if (round === 0) {
      check(`${query}: something is found`, found.variant === 0 && found.id === id && found.total > 0);
      console.log(query.padEnd(28), JSON.stringify(found), `${times.at(-1).toFixed(2)} ms first time`);
    }
  }
}
// Hostile input: never an exception, always an answer.
for (const query of ["(".repeat(100000), "\u0000\ufffd", "\"".repeat(999), "第".repeat(100000), "-".repeat(9), "OR OR", "a".repeat(1 << 20)]) {
  const before = performance.now();
  check(`hostile ${query.slice(0, 9)}`, results(engine.handle(search(7, query))).variant === 0);
  const took = performance.now() - before;
  check(`hostile ${query.slice(0, 9)} took ${took.toFixed(0)} ms`, took < 500);
}
check("a broken request fails in words", results(engine.handle(new Uint8Array([250, 1]))).variant === 3);
const damaged = new wasm_bindgen.Engine(readFileSync(index).fill(0, 100, 200), readFileSync(library));
check("a damaged index is refused", !damaged.ready() && results(damaged.handle(search(1, "a"))).variant === 3);

times.sort((a, b) => a - b);
const at = (share) => times[Math.floor(times.length * share)].toFixed(2);
console.log(`wasm ${readFileSync(wasm).length} bytes, index ${readFileSync(index).length}, library ${readFileSync(library).length}`);
console.log(`compile ${(compiled - start).toFixed(1)} ms, open ${(opened - compiled).toFixed(1)} ms, query median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(0.999)} ms`);
process.exit(wrong ? 1 : 0);
