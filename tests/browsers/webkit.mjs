// WebKitGTK by WebDriver, in a window that is nothing but its view (`webkit-view.py`), since its own
// MiniBrowser can't be made as narrow as a phone.

import { execFileSync, spawn } from "node:child_process";
import * as path from "node:path";
import { end, EXPECTED, expression, freePort, Page, PATIENCE, profile, sleep } from "./page.mjs";
import { KEYS } from "./firefox.mjs";

const VIEW = path.join(import.meta.dirname, "webkit-view.py");

/** How long the view may take to answer a script. One that was running when another document came
 *  is never answered, not even after the driver's own limit: whoever waits must ask again. */
const ANSWER = PATIENCE / 2;

class WebKitPage extends Page {
  constructor(session, display) {
    super();
    this.session = session;
    this.display = display;
  }

  async #call(method, at, body, limit = 300_000) {
    const answer = await fetch(this.session + at, {
      method,
      signal: AbortSignal.timeout(limit),
      headers: { "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  async resize(width, height) {
    let [outerWidth, outerHeight] = [width, height];
    for (let tries = 0; tries < 3; tries++) {
      await this.#call("POST", "/window/rect", { width: outerWidth, height: outerHeight });
      await sleep(400);
      const [innerWidth, innerHeight] = await this.evaluate("[innerWidth, innerHeight]");
      if (innerWidth === width && innerHeight === height) return;
      outerWidth += width - innerWidth;
      outerHeight += height - innerHeight;
    }
  }

  goto(url) {
    return this.#call("POST", "/url", { url });
  }

  reload() {
    return this.#call("POST", "/refresh", {});
  }

  async evaluate(code, ...args) {
    const script = `var done = arguments[0];
      Promise.resolve().then(function () { return (${expression(code, args)}\n); }).then(
        function (value) { done({ value: JSON.stringify(value) }); },
        function (error) { done({ error: String(error) }); });`;
    const { value, error } = await this.#call("POST", "/execute/async", { script, args: [] }, ANSWER);
    if (error) throw new Error(error);
    return value === undefined ? undefined : JSON.parse(value);
  }

  #act(actions) {
    return this.#call("POST", "/actions", { actions });
  }

  async clickAt(x, y) {
    const move = { type: "pointerMove", duration: 0, origin: "viewport", x: Math.round(x), y: Math.round(y) };
    const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    const parameters = { pointerType: "mouse" };
    await this.#act([{ type: "pointer", id: "mouse", parameters, actions: [move, ...press] }]);
    await sleep(120);
  }

  async type(text) {
    const element = await this.#call("GET", "/element/active");
    await this.#call("POST", `/element/${Object.values(element)[0]}/value`, { text });
  }

  async press(key) {
    const value = KEYS[key];
    await this.#act([{ type: "key", id: "keyboard", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] }]);
  }

  async screenshot(file) {
    // The driver's own picture never comes on this kind of display; that of the X server does.
    await sleep(400);
    const [width, height] = await this.evaluate("[innerWidth, innerHeight]");
    const crop = `${width}x${height}+0+0`;
    execFileSync("import", ["-display", this.display, "-window", "root", "-crop", crop, "+repage", file]);
  }
}

function environment(home, display) {
  return {
    ...process.env,
    DISPLAY: display,
    HOME: home,
    XDG_DATA_HOME: `${home}/data`,
    XDG_CACHE_HOME: `${home}/cache`,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    GDK_BACKEND: "x11",
    GTK_A11Y: "none",
    NO_AT_BRIDGE: "1",
    LANG: "C.UTF-8",
  };
}

async function newSession(address, home) {
  const alwaysMatch = {
    timeouts: { script: 60_000, pageLoad: 60_000 },
    "webkitgtk:browserOptions": { binary: VIEW, args: [home] },
  };
  const answer = await fetch(`${address}/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ capabilities: { alwaysMatch } }),
  });
  const { value } = await answer.json();
  if (!value.sessionId) throw new Error(`WebKitGTK does not start: ${JSON.stringify(value)}`);
  return value;
}

/** Starts the driver at this path, and its browser. */
export async function webkit(program) {
  const port = await freePort();
  const display = `:${100 + (port % 400)}`;
  const screen = spawn("Xvfb", [display, "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: "ignore" });
  await sleep(700);
  const kept = profile();
  const driver = spawn(program, [`--port=${port}`], { env: environment(kept.folder, display), stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [driver.stdout, driver.stderr]) stream.on("data", (data) => (said += data));
  const address = `http://127.0.0.1:${port}`;
  const answers = () => fetch(`${address}/status`).then((answer) => answer.ok, () => false);
  for (let tries = 0; tries < 80 && !(await answers()); tries++) await sleep(100);
  const { sessionId, capabilities } = await newSession(address, kept.folder);
  const session = `${address}/session/${sessionId}`;
  return {
    version: `${capabilities.browserName}/${capabilities.browserVersion}`,
    async page(width, height) {
      const page = new WebKitPage(session, display);
      // The view writes its console to the driver's output.
      const before = said.length;
      const failed = (line) => /CONSOLE.*error/i.test(line) && !EXPECTED.test(line);
      Object.defineProperty(page, "notes", { get: () => said.slice(before).split("\n").filter(failed) });
      await page.goto("about:blank");
      await page.resize(width, height);
      return page;
    },
    async close() {
      await fetch(session, { method: "DELETE" }).catch(() => {});
      await end(driver);
      await end(screen);
      await kept.remove();
    },
  };
}
