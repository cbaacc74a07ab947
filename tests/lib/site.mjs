// One test file's browser and hosts.

import { after, afterEach, before } from "node:test";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { Host } from "./host.mjs";
import { chrome, DIST } from "./paths.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long anything may take to appear; generous, because tests share two cores. */
const PATIENCE = 15_000;

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** A browser with the flags that a machine without a desktop needs. */
export function launch(further = [], options = {}) {
  return chromium.launch({ executablePath: chrome(), headless: true, args: [...FLAGS, ...further], ...options });
}

/**
 * Starts one browser and one well-behaved host for a test file, and ends both after it. Every
 * page that `open` gives lives in a context of its own, which is closed after its test.
 */
export class SiteTest {
  constructor() {
    this.contexts = [];
    this.hosts = [];
    before(async () => {
      [this.browser, this.host] = await Promise.all([launch(), Host.start(DIST)]);
    });
    afterEach(async () => {
      await Promise.all(this.contexts.splice(0).map((context) => context.close()));
      await Promise.all(this.hosts.splice(0).map((host) => host.stop()));
    });
    after(async () => {
      await this.browser?.close();
      await this.host?.stop();
    });
  }

  /** A host that misbehaves, for the length of one test. */
  async misbehaving(behaviour, folder = DIST) {
    const host = await Host.start(folder, behaviour);
    this.hosts.push(host);
    return host;
  }

  /**
   * An empty page of a new context, with notes of what went wrong on it: `page.notes`. Scripts
   * errors and refusals of the security policy are noted, and requests to other origins.
   */
  async page(options = {}) {
    const { viewport = DESKTOP, before: script, ...rest } = options;
    const context = await this.browser.newContext({ viewport, reducedMotion: "reduce", ...rest });
    this.contexts.push(context);
    // What is not there after this will not come.
    context.setDefaultTimeout(PATIENCE);
    if (script) await context.addInitScript(script);
    return this.watch(await context.newPage());
  }

  watch(page) {
    const notes = { errors: [], violations: [], elsewhere: [] };
    page.notes = notes;
    page.on("pageerror", (error) => notes.errors.push(error.message));
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) notes.violations.push(message.text());
    });
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      const near = ["data:", "blob:", "file:"].includes(protocol) || hostname === "127.0.0.1";
      if (!near) notes.elsewhere.push(request.url());
    });
    return page;
  }

  /** Opens a path of the site. `host` is another host than the file's own. */
  async open(path, { host = this.host, ...options } = {}) {
    const page = await this.page(options);
    await page.goto(host.url + path);
    return page;
  }

  /** Opens a page and waits until what readers act on works. */
  async openApp(path, options) {
    const page = await this.open(path, options);
    await appReady(page);
    return page;
  }

  /** Opens the search page with a query and waits for the engine's answer. */
  async search(query, { english = false, ...options } = {}) {
    const folder = english ? "en/search/" : "search/";
    const page = await this.open(`${folder}?q=${encodeURIComponent(query)}`, options);
    await searchReady(page);
    return page;
  }
}

/** Waits until what readers act on works: the tools, on the search page the search. */
export async function appReady(page) {
  await page.waitForSelector("html[data-app]", { state: "attached" });
}

/** Waits until the device holds the whole release and its service worker answers for the page. */
export async function deviceReady(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** What the status line of the search says before anything is asked, and before the engine answers. */
const NOT_YET = /载入|正在|loading|Searching…|可以用平常的话|Use everyday words/;

/** Waits until the list of hits comes from the engine; gives what the status line says. */
export async function searchReady(page) {
  const line = page.locator("#found-status");
  const failed = page.locator("#found-notices .failed");
  const end = Date.now() + PATIENCE;
  let words = "";
  while (Date.now() < end) {
    words = (await line.textContent().catch(() => "")) ?? "";
    if (await failed.count()) throw new Error(`the search failed: ${await textOf(failed)}`);
    if (words && !NOT_YET.test(words)) return words;
    await page.waitForTimeout(40);
  }
  throw new Error(`the engine does not answer; the status line says “${words}”`);
}

/** Types a new query into the box of the search page; gives the status line of its answer. */
export async function ask(page, query) {
  await page.fill("#q", query);
  await page.press("#q", "Enter");
  await page.waitForFunction((asked) => new URLSearchParams(location.search).get("q") === asked, query);
  // Until the answer comes, line and list may still speak of the query before. Links of hits carry
  // their query, and the line quotes one that has none.
  const answered = (asked) =>
    document.querySelector("#found-status").textContent.includes(`“${asked}”`) ||
    [...document.querySelectorAll("#found-list a")].some((link) => new URL(link.href).searchParams.get("q") === asked);
  // Hits in headings alone carry none; by then their answer is there.
  await page.waitForFunction(answered, query, { timeout: 2500 }).catch(() => {});
  return searchReady(page);
}

/** The text of an element without runs of white space. */
export async function textOf(locator) {
  return (await locator.innerText()).replace(/\s+/g, " ").trim();
}

/** Fails where a page noted an error, a policy violation or a request to another origin. */
export function assertQuiet(page) {
  assert.deepEqual(page.notes, { errors: [], violations: [], elsewhere: [] }, page.url());
}

/**
 * Waits until what is asked of the page, which may itself wait for an answer, is so. (Playwright's
 * `waitForFunction` asks such a question only once: the promise of an answer counts as yes.)
 */
export async function eventually(page, question, argument) {
  const end = Date.now() + PATIENCE;
  while (!(await page.evaluate(question, argument))) {
    if (Date.now() > end) throw new Error(`not so after ${PATIENCE} ms: ${question}`);
    await page.waitForTimeout(20);
  }
}
