// The service worker's store, failing at every step in turn: whatever it was doing, nothing half is
// kept where there is no room, and a worker that was stopped leaves what the next one completes.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { pagePaths } from "./lib/dist.mjs";
import { DIST } from "./lib/paths.mjs";

const HOST = "https://example.gov/policy/";
const SCRIPT = readFileSync(join(DIST, "sw.js"), "utf8");
const read = (path) => readFileSync(join(DIST, path === "" || path.endsWith("/") ? `${path}index.html` : path));

/** A store as browsers have it; `step` is called before everything that it does and may refuse. */
class Store {
  constructor() {
    this.caches = new Map();
    this.step = async () => {};
  }

  entries() {
    return [...this.caches.entries()].filter(([name]) => !name.endsWith("wishes")).flatMap(([, files]) => [...files.keys()]);
  }

  api() {
    const cache = (files) => ({
      match: async (url) => {
        await this.step("match");
        return files.has(url) ? new Response(files.get(url)) : undefined;
      },
      put: async (url, response) => {
        const bytes = new Uint8Array(await response.arrayBuffer());
        await this.step("put");
        files.set(url, bytes);
      },
    });
    return {
      keys: async () => [...this.caches.keys()],
      open: async (name) => {
        await this.step("open");
        if (!this.caches.has(name)) this.caches.set(name, new Map());
        return cache(this.caches.get(name));
      },
      delete: async (name) => this.caches.delete(name),
    };
  }
}

/** Starts the worker over a store; gives what it listens to. */
function start(store, estimate, { online = true } = {}) {
  const heard = {};
  const self = {
    location: new URL("sw.js", HOST),
    addEventListener: (name, listener) => (heard[name] = listener),
    clients: { matchAll: async () => [{ url: `${HOST}opinions-2026/13/` }] },
  };
  const fetch = async (url) => {
    if (!online) throw new TypeError("there is no network");
    return new Response(read(decodeURI(url.slice(HOST.length))));
  };
  const navigator = estimate ? { storage: { estimate: async () => estimate } } : {};
  const caches = store.api();
  runInContext(SCRIPT, createContext({ self, caches, Blob, DataView, DecompressionStream, fetch, navigator, URL, Response, TextDecoder, Uint8Array, crypto, btoa, Error, Promise, JSON }));
  return heard;
}

/** Installs the worker over a store; settles as its installation does. */
function install(store, estimate) {
  const heard = start(store, estimate);
  return new Promise((resolve, reject) => heard.install({ waitUntil: (work) => work.then(resolve, reject) }));
}

/** Sends the worker a message; gives all that it answers once it is done. */
async function tell(store, data, estimate) {
  const said = [];
  const port = { postMessage: (message) => said.push(structuredClone(message)) };
  const heard = start(store, estimate);
  await new Promise((resolve, reject) => heard.message({ data, ports: [port], waitUntil: (work) => work.then(resolve, reject) }));
  return said;
}

const refuse = () => {
  throw new DOMException("Quota exceeded.", "QuotaExceededError");
};

/** Asks the worker for a page; gives its HTML. */
async function page(store, path) {
  const heard = start(store, undefined, { online: false });
  const request = { method: "GET", mode: "navigate", url: HOST + path };
  const response = await new Promise((resolve, reject) => {
    heard.fetch({ request, waitUntil: () => {}, respondWith: (work) => work.then(resolve, reject) });
  });
  return response.text();
}

/** What the store is asked for while everything goes well. */
async function steps() {
  const store = new Store();
  let count = 0;
  store.step = async () => void (count += 1);
  await install(store);
  return { count, files: store.entries().length };
}

describe("keeping a release", () => {
  test("a store that fails at any one step keeps nothing half", async () => {
    const { count, files } = await steps();
    assert.ok(count > files && files > 5, `${count} steps, ${files} files`);
    for (let failing = 1; failing <= count; failing += 1) {
      const store = new Store();
      let at = 0;
      store.step = async () => ((at += 1) === failing ? refuse() : undefined);
      await assert.rejects(install(store), undefined, `step ${failing}`);
      assert.deepEqual(store.entries(), [], `step ${failing}`);
    }
  });

  test("a store that is full from any write on keeps nothing half", async () => {
    const { files } = await steps();
    for (let room = 0; room < files; room += 1) {
      const store = new Store();
      let writes = 0;
      store.step = async (what) => (what === "put" && (writes += 1) > room ? refuse() : undefined);
      await assert.rejects(install(store), undefined, `${room} writes`);
      assert.deepEqual(store.entries(), [], `${room} writes`);
    }
  });

  test("a worker that is stopped at any step is completed by the next one", async () => {
    const { count, files } = await steps();
    for (let last = 1; last <= count; last += 1) {
      const store = new Store();
      let at = 0;
      const stopped = new Promise((resolve) => {
        store.step = async () => ((at += 1) < last ? undefined : (resolve(), new Promise(() => {})));
      });
      install(store).catch(() => {});
      await stopped;
      store.step = async () => {};
      await install(store);
      assert.equal(store.entries().length, files, `step ${last}`);
    }
  });

  test("where the browser knows of too little room nothing is written, so that nothing can be left", async () => {
    const store = new Store();
    const asked = [];
    store.step = async (what) => void asked.push(what);
    await assert.rejects(install(store, { quota: 60_000, usage: 1000 }), /room/);
    assert.ok(!asked.includes("put"), "it wrote before it knew");
  });

  test("every page of the language comes out of its archive as it stands on the host", async () => {
    const store = new Store();
    await install(store);
    const paths = pagePaths(DIST).filter((path) => path.endsWith("index.html") && !path.startsWith("en/"));
    assert.ok(paths.length > 50, `${paths.length} pages`);
    for (const path of paths) {
      const html = await page(store, path.replace(/index\.html$/, ""));
      assert.ok(html === read(path).toString("utf8"), path);
    }
    assert.match(await page(store, "en/opinions-2026/13/"), /not on this device/);
  });

  test("asking what is kept, and how much would come, writes nothing", async () => {
    const store = new Store();
    const asked = [];
    store.step = async (what) => void asked.push(what);
    const [before] = await tell(store, { kept: "zh" });
    assert.equal(before.language, false);
    assert.ok(before.lacking > 100_000, `${before.lacking} bytes`);
    assert.ok(!asked.includes("put"), "it wrote");
    await install(store);
    const [after] = await tell(store, { kept: "zh" });
    assert.equal(after.language, true, "the language that was read");
    assert.ok(after.lacking > 0 && after.lacking < before.lacking, `${after.lacking} bytes`);
    assert.equal((await tell(store, { kept: "en" }))[0].language, false);
  });

  test("everything is kept, or nothing more where there is no room, and that is said", async () => {
    const store = new Store();
    await install(store);
    const before = store.entries();
    const everything = { keep: true };
    assert.deepEqual(await tell(store, everything, { quota: 60_000, usage: 1000 }), [{ failed: "room" }]);
    assert.deepEqual(store.entries(), before);
    const said = await tell(store, everything);
    assert.deepEqual(said.pop(), { done: true });
    const last = said.pop();
    assert.equal(last.bytes, last.of);
    assert.ok(said.every((one, at) => at === 0 || one.bytes > said[at - 1].bytes), "the bytes only grow");
    assert.ok(store.entries().length > before.length);
    assert.deepEqual(await tell(store, { kept: "en" }), [{ language: true, parted: false, lacking: 0 }]);
  });
});
