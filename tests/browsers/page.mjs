// What a test does with a page, the same for every browser. A driver gives `evaluate`, `goto`,
// `reload`, `resize`, `clickAt`, `type`, `press` and `screenshot`; the rest is built on them here.

import * as fs from "node:fs";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";

/** How long anything may take to appear. Old browsers run without a graphics card, on shared cores. */
export const PATIENCE = 25_000;

/** A directive or a source that a browser does not know is skipped by it; that is as intended. */
export const EXPECTED = /Unrecognized Content-Security-Policy directive|wasm-unsafe-eval.*ignored/;

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export function freePort() {
  return new Promise((found) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** A new folder for what a browser keeps, and how to be rid of it. What a process of the browser still writes while
 * its folder is emptied makes this fail: Node's own retries don't list the folder anew, so each try is a new one. */
export function profile() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "browser-profile-"));
  async function remove(tries = 50) {
    try {
      fs.rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (tries === 0) throw error;
      await sleep(200);
      await remove(tries - 1);
    }
  }
  return { folder, remove };
}

/** Ends a process, kindly at first, and waits until it has ended: on a busy machine a browser takes seconds to
 * leave, and one that is killed leaves others behind that still write into its folder. */
export async function end(child) {
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  if (ended()) return;
  child.kill("SIGTERM");
  for (let tries = 0; tries < 150 && !ended(); tries++) await sleep(100);
  if (!ended()) child.kill("SIGKILL");
  for (let tries = 0; tries < 50 && !ended(); tries++) await sleep(100);
}

/** A function with its arguments, or an expression, as the text of an expression. */
export function expression(code, args = []) {
  if (typeof code === "string") return code;
  const written = args.map((argument) => (argument === undefined ? "undefined" : JSON.stringify(argument)));
  return `(${code})(${written.join(",")})`;
}

// Runs in the page: where the first visible match is, and what lies over it.
const locate = (selector, words, scroll) => {
  const visible = (element) => element.getClientRects().length > 0;
  const fits = (element) => visible(element) && (!words || element.textContent.indexOf(words) >= 0);
  const element = Array.prototype.filter.call(document.querySelectorAll(selector), fits)[0];
  if (!element) return null;
  const first = element.getClientRects()[0];
  if (scroll && (first.top < 60 || first.bottom > innerHeight - 60)) element.scrollIntoView({ block: "center" });
  const box = element.getClientRects()[0];
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const top = document.elementFromPoint(x, y);
  const free = top && (element.contains(top) || top.contains(element));
  return { x, y, cover: free ? "" : top ? top.outerHTML.slice(0, 100) : "nothing is there" };
};

export class Page {
  /** Errors of scripts, refusals of the security policy and failed requests, as text. */
  notes = [];

  /** Waits until the code gives something true in the page; gives that. */
  async until(code, ...args) {
    const end = Date.now() + PATIENCE;
    let last;
    while (Date.now() < end) {
      try {
        last = await this.evaluate(code, ...args);
        if (last) return last;
      } catch (error) {
        // The page may be between two documents.
        last = error;
      }
      await sleep(120);
    }
    throw new Error(`this never became true: ${String(code).slice(0, 200)} (last: ${last})`);
  }

  /** A real click in the middle of the first visible match, once it rests. */
  async tap(selector, words) {
    let at = await this.until(locate, selector, words, true);
    for (let tries = 0; tries < 40; tries++) {
      const before = at;
      await sleep(100);
      at = await this.until(locate, selector, words, tries % 8 === 7);
      if (Math.abs(at.y - before.y) < 1 && !at.cover) break;
    }
    if (at.cover) throw new Error(`${selector} is covered by ${at.cover}`);
    await this.clickAt(at.x, at.y);
  }

  /** The text of the first match without runs of white space; `null` where there is none. */
  text(selector) {
    return this.evaluate((selector) => {
      const element = document.querySelector(selector);
      return element && element.textContent.replace(/\s+/g, " ").trim();
    }, selector);
  }

  /** How many elements match. */
  count(selector) {
    return this.evaluate((selector) => document.querySelectorAll(selector).length, selector);
  }

  /** A computed style of the first match. */
  style(selector, property) {
    const read = (selector, property) => {
      const element = document.querySelector(selector);
      return element && getComputedStyle(element)[property];
    };
    return this.evaluate(read, selector, property);
  }
}
