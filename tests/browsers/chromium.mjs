// Chromium of any age, by the parts of the Chrome DevTools Protocol that version 64 has already.

import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { end, EXPECTED, expression, freePort, Page, profile, sleep } from "./page.mjs";
import { Socket } from "./socket.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-zygote",
  "--no-first-run",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--hide-scrollbars",
  "--mute-audio",
];

const KEY_CODES = { Enter: 13, Escape: 27, Tab: 9, ArrowDown: 40, ArrowUp: 38, ArrowRight: 39, ArrowLeft: 37 };

/* A file that was still on its way when its page was left: its bytes end in an error before they can
   be compared. Bytes with another digest are told as "Failed to find a valid digest". */
const LEFT = /^Unknown error occurred while trying to verify integrity/;

class ChromiumPage extends Page {
  static async open(url) {
    const page = new ChromiumPage();
    page.socket = await Socket.connect(url);
    page.socket.onEvent = (method, event) => page.#note(method, event);
    for (const domain of ["Page", "Runtime", "Log", "Network"]) await page.socket.send(`${domain}.enable`);
    return page;
  }

  #note(method, event) {
    if (method === "Runtime.exceptionThrown") {
      const { exception, text } = event.exceptionDetails;
      this.notes.push(`error: ${exception?.description ?? text}`);
    }
    if (method === "Log.entryAdded" && event.entry.level === "error" && ![EXPECTED, LEFT].some((pattern) => pattern.test(event.entry.text))) {
      this.notes.push(`log: ${event.entry.text} ${event.entry.url ?? ""}`);
    }
    if (method === "Page.javascriptDialogOpening") {
      this.socket.send("Page.handleJavaScriptDialog", { accept: true }).catch(() => {});
    }
  }

  async resize(width, height) {
    const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
    await this.socket.send("Emulation.setDeviceMetricsOverride", metrics);
  }

  async goto(url) {
    await this.socket.send("Page.navigate", { url });
    await this.#loaded();
  }

  async reload() {
    await this.socket.send("Page.reload");
    await this.#loaded();
  }

  async #loaded() {
    await sleep(300);
    await this.until("document.readyState === 'complete'");
  }

  async evaluate(code, ...args) {
    const { exceptionDetails, result } = await this.socket.send("Runtime.evaluate", {
      expression: expression(code, args),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async clickAt(x, y) {
    const send = (type, further) => this.socket.send("Input.dispatchMouseEvent", { type, x, y, ...further });
    await send("mouseMoved");
    for (const type of ["mousePressed", "mouseReleased"]) await send(type, { button: "left", clickCount: 1 });
  }

  async type(text) {
    for (const character of text) {
      await this.socket.send("Input.dispatchKeyEvent", { type: "char", text: character });
    }
  }

  async press(key) {
    const code = KEY_CODES[key];
    const event = { key, code: key, windowsVirtualKeyCode: code };
    const down = key === "Enter" ? { type: "keyDown", text: "\r" } : { type: "rawKeyDown" };
    await this.socket.send("Input.dispatchKeyEvent", { ...event, ...down });
    await this.socket.send("Input.dispatchKeyEvent", { ...event, type: "keyUp" });
  }

  async screenshot(file) {
    const { data } = await this.socket.send("Page.captureScreenshot", { format: "png" });
    fs.writeFileSync(file, Buffer.from(data, "base64"));
  }
}

/** Starts the program at this path. */
export async function chromium(program) {
  const port = await freePort();
  const kept = profile();
  const libraries = path.join(path.dirname(program), "lib");
  const environment = { ...process.env, LANG: "zh_CN.UTF-8" };
  if (fs.existsSync(libraries)) environment.LD_LIBRARY_PATH = libraries;
  const flags = [...FLAGS, "--headless", `--remote-debugging-port=${port}`, `--user-data-dir=${kept.folder}`];
  const child = spawn(program, [...flags, "about:blank"], { env: environment, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (data) => (said += data));
  const address = `http://127.0.0.1:${port}`;
  let version;
  for (let tries = 0; tries < 200 && !version && child.exitCode === null; tries++) {
    await sleep(100);
    version = await fetch(`${address}/json/version`).then((answer) => answer.json(), () => null);
  }
  if (!version) throw new Error(`${program} does not start: ${said.slice(0, 2000)}`);
  const number = Number(version.Browser.split("/")[1].split(".")[0]);
  return {
    version: version.Browser,
    async page(width, height) {
      // The method was GET until version 111.
      const method = number > 110 ? "PUT" : "GET";
      const target = await fetch(`${address}/json/new?about:blank`, { method }).then((answer) => answer.json());
      const page = await ChromiumPage.open(target.webSocketDebuggerUrl);
      await page.resize(width, height);
      return page;
    },
    async close() {
      await end(child);
      await kept.remove();
    },
  };
}
