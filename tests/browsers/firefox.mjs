// Firefox by WebDriver BiDi, which it speaks itself: no geckodriver is needed.

import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { end, expression, freePort, Page, profile, sleep } from "./page.mjs";
import { Socket } from "./socket.mjs";

/** Nothing is asked of anyone but the host under test. */
const OFF = [
  "datareporting.policy.dataSubmissionEnabled",
  "app.update.enabled",
  "browser.shell.checkDefaultBrowser",
  "toolkit.telemetry.enabled",
  "network.captive-portal-service.enabled",
  "network.connectivity-service.enabled",
  "extensions.update.enabled",
  "browser.safebrowsing.malware.enabled",
];

/**
 * What Firefox writes down when a page is left while a script is on its way: it checks the digest of
 * the nothing that came (47DEQ… is SHA-256 of no bytes), and, where the service worker was to bring
 * it, names no address. A script that really comes empty is told by what then doesn't work.
 */
const LEFT = [/computed hash is “47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=”/, /^Failed to load ‘’\. A ServiceWorker intercepted/];

/** WebDriver's code points for keys that write nothing. */
export const KEYS = {
  Enter: "\uE007",
  Escape: "\uE00C",
  Tab: "\uE004",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

class FirefoxPage extends Page {
  constructor(socket, context) {
    super();
    this.socket = socket;
    this.context = context;
  }

  async resize(width, height) {
    await this.socket.send("browsingContext.setViewport", { context: this.context, viewport: { width, height } });
  }

  async goto(url) {
    await this.socket.send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  async reload() {
    await this.socket.send("browsingContext.reload", { context: this.context, wait: "complete" });
  }

  async evaluate(code, ...args) {
    const { type, exceptionDetails, result } = await this.socket.send("script.evaluate", {
      expression: `(async () => JSON.stringify(await (${expression(code, args)})))()`,
      target: { context: this.context },
      awaitPromise: true,
      userActivation: true,
    });
    if (type === "exception") throw new Error(exceptionDetails.text);
    return result.type === "undefined" ? undefined : JSON.parse(result.value);
  }

  #act(actions) {
    return this.socket.send("input.performActions", { context: this.context, actions });
  }

  async clickAt(x, y) {
    const move = { type: "pointerMove", x: Math.round(x), y: Math.round(y) };
    const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    await this.#act([{ type: "pointer", id: "mouse", actions: [move, ...press] }]);
  }

  async type(text) {
    const keys = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    await this.#act([{ type: "key", id: "keyboard", actions: keys }]);
  }

  async press(key) {
    await this.type(KEYS[key]);
  }

  async screenshot(file) {
    const { data } = await this.socket.send("browsingContext.captureScreenshot", { context: this.context });
    fs.writeFileSync(file, Buffer.from(data, "base64"));
  }
}

/** Starts the program at this path. */
export async function firefox(program) {
  const port = await freePort();
  const kept = profile();
  const preferences = OFF.map((name) => `user_pref("${name}", false);`);
  preferences.push('user_pref("remote.active-protocols", 1);', 'user_pref("intl.accept_languages", "zh-CN");');
  fs.writeFileSync(path.join(kept.folder, "user.js"), `${preferences.join("\n")}\n`);
  const flags = ["--headless", "--no-remote", "--profile", kept.folder, "--remote-debugging-port", String(port)];
  const child = spawn(program, [...flags, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (data) => (said += data));
  for (let tries = 0; tries < 300 && !/WebDriver BiDi listening/.test(said); tries++) {
    await sleep(100);
    if (child.exitCode !== null) throw new Error(`${program} does not start: ${said.slice(0, 2000)}`);
  }
  const socket = await Socket.connect(`ws://127.0.0.1:${port}/session`);
  const pages = new Map();
  socket.onEvent = (method, event) => {
    const page = pages.get(event?.source?.context);
    if (method !== "log.entryAdded" || !page || event.level !== "error") return;
    if (!LEFT.some((pattern) => pattern.test(event.text))) page.notes.push(`error: ${event.text}`);
  };
  const always = { unhandledPromptBehavior: { default: "accept" } };
  const session = await socket.send("session.new", { capabilities: { alwaysMatch: always } });
  await socket.send("session.subscribe", { events: ["log.entryAdded"] });
  return {
    version: `Firefox/${session.capabilities.browserVersion}`,
    async page(width, height) {
      const { context } = await socket.send("browsingContext.create", { type: "tab" });
      const page = new FirefoxPage(socket, context);
      pages.set(context, page);
      // A tab behind another has no focus, and what is typed there may be lost.
      await socket.send("browsingContext.activate", { context });
      await page.resize(width, height);
      return page;
    },
    async close() {
      await socket.send("browser.close").catch(() => {});
      await end(child);
      await kept.remove();
    },
  };
}
