// Hosts that help little or get in the way, and no host at all.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DIST, requireProgram, WORKSPACE } from "./lib/paths.mjs";
import { assertQuiet, searchReady, SiteTest, textOf } from "./lib/site.mjs";

const site = new SiteTest();

const HOSTS = {
  "well-behaved": {},
  "in a deep folder": { base: "/gov/2026/policy/nested/deep/" },
  "in a folder with Chinese and blanks in its name": { base: "/政策 导读/" },
  "that calls everything text/plain": { type: "text/plain" },
  "that calls everything octet-stream": { type: "application/octet-stream" },
  "that compresses on top with gzip": { compression: "gzip" },
  "that compresses on top with brotli": { compression: "br" },
  "without a page for unknown addresses": { notFoundPage: false },
  "that lets nothing be kept": { headers: { "cache-control": "no-store" } },
  "that forbids sniffing": { headers: { "x-content-type-options": "nosniff" } },
  "that is slow": { delay: (path) => (path.includes("assets/") ? 700 : 100) },
};

/** The whole main job on a host: read, search, open the hit, go on. */
async function assertWorks(host) {
  const page = await site.openApp("opinions-2026/13/", { host });
  assert.match(await textOf(page.locator("#s1 > .zh-line")), /前置屠宰加工中心/);
  await page.fill("#q", "羊圈");
  await page.press("#q", "Enter");
  await searchReady(page);
  await page.locator(".found .hit a", { hasText: "牲畜圈舍" }).first().click();
  await page.waitForURL(/opinions-2026\/\d+\/.*#s\d+$/);
  assert.ok(page.url().startsWith(host.url), page.url());
  assertQuiet(page);
}

describe("a host", () => {
  for (const [kind, behaviour] of Object.entries(HOSTS)) {
    test(kind, async () => {
      await assertWorks(await site.misbehaving(behaviour));
    });
  }

  test("that does not know .bin: reading works, the search finds exact words and says so", async () => {
    const host = await site.misbehaving({ refuse: /\.bin$/ });
    const page = await site.open(`search/?q=${encodeURIComponent("牲畜圈舍")}`, { host });
    await page.locator(".found", { hasText: "牲畜圈舍" }).waitFor();
    assert.match(await textOf(page.locator("main")), /完全相同/);
  });

  test("that redirects its folders to names with index.html", async () => {
    const page = await site.openApp("opinions-2026/13/index.html");
    await page.click("a.next");
    await page.waitForFunction(() => document.querySelector("h1").innerText.includes("加大品牌培育力度"));
    assertQuiet(page);
  });
});

describe("from a USB stick (file://)", () => {
  const at = (path) => pathToFileURL(join(DIST, path)).href;

  test("everything can be read, and links lead to files", async () => {
    const page = await site.page();
    await page.goto(at("index.html"));
    await page.click(".contents summary >> nth=2");
    await page.click('.contents a[href*="opinions-2026/13/"]');
    await page.waitForURL(/^file:.*opinions-2026\/13\/index\.html$/);
    assert.ok(await page.locator("#s1 > .zh-line").isVisible());
    await page.click("a.next");
    await page.waitForURL(/opinions-2026\/14\/index\.html$/);
    await page.click("a.language");
    await page.waitForURL(/en\/opinions-2026\/14\/index\.html$/);
    await page.click(".site-name");
    await page.waitForURL(/en\/index\.html$/);
    assert.deepEqual(page.notes.errors, []);
  });

  test("a link to a sentence keeps its fragment", async () => {
    const page = await site.page();
    await page.goto(at("opinions-2026/13/index.html"));
    await page.locator("#s1 details.beneath > summary").click();
    await page.locator("#s1 details.beneath .source a").first().click();
    await page.waitForURL(/interpretation-2026\/2\.4\/index\.html#s3$/);
  });

  test("the loader runs, which has a digest that browsers can't check on a disk", async () => {
    const page = await site.page();
    await page.goto(at("opinions-2026/13/index.html"));
    await page.locator("html[data-app]").waitFor({ state: "attached" });
    const loader = page.locator("script[data-root]");
    assert.equal(await loader.getAttribute("integrity"), null);
    assert.match(readFileSync(join(DIST, "opinions-2026/13/index.html"), "utf8"), /<script defer [^>]*integrity="sha256-/);
  });

  test("the search finds exact words, or says where it works", async () => {
    const page = await site.page();
    await page.goto(`${at("search/index.html")}?q=${encodeURIComponent("牲畜圈舍")}`);
    const main = page.locator("main");
    await main.locator(".found, [role=status], [role=alert]").filter({ hasText: /牲畜圈舍|完全相同|没有载入/ }).first().waitFor();
  });
});

describe("nginx with our sample configuration", () => {
  let folder, nginx, url;

  before(async () => {
    const program = requireProgram("nginx", "apt-get install -y nginx");
    folder = mkdtempSync(join(tmpdir(), "policy-nginx-"));
    cpSync(DIST, join(folder, "site"), { recursive: true });
    const port = await freePort();
    const sample = readFileSync(join(WORKSPACE, "public/hosting/nginx.conf"), "utf8")
      .replaceAll("/var/www/policy/", `${folder}/site/`);
    mkdirSync(join(folder, "temporary"));
    writeFileSync(join(folder, "sample.conf"), sample);
    // What a Debian system has around it; run by whoever runs the tests.
    writeFileSync(
      join(folder, "nginx.conf"),
      `${process.getuid() === 0 ? "user root;\n" : ""}daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
       events {}
       http {
         access_log off;
         ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/temporary/${name};`).join("\n")}
         server { listen 127.0.0.1:${port}; include ${folder}/sample.conf; }
       }`,
    );
    nginx = spawn(program, ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], { stdio: "ignore" });
    url = `http://127.0.0.1:${port}/policy/`;
    await untilAnswered(url);
  });

  after(async () => {
    if (nginx) {
      const ended = new Promise((resolve) => nginx.once("exit", resolve));
      nginx.kill("SIGTERM");
      await ended;
    }
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test("the browser reads and searches under /policy/", async () => {
    await assertWorks({ url });
  });

  test("headers, types, compression and caching are as the guide says", async () => {
    const page = await fetch(`${url}opinions-2026/13/`, { headers: { "accept-encoding": "gzip" } });
    assert.equal(page.headers.get("content-encoding"), "gzip");
    assert.match(page.headers.get("content-type"), /^text\/html; ?charset=utf-8$/i);
    assert.equal(page.headers.get("x-content-type-options"), "nosniff");
    assert.equal(page.headers.get("referrer-policy"), "no-referrer");
    assert.match(page.headers.get("permissions-policy"), /geolocation=\(\)/);
    assert.match(page.headers.get("cache-control"), /no-cache/);
    const html = await page.text();
    const [boot] = /assets\/boot\.[^"]+/.exec(html);
    const script = await fetch(url + boot);
    assert.match(script.headers.get("content-type"), /javascript/);
    assert.match(script.headers.get("cache-control"), /immutable/);
  });

  test("an unknown address has our page and status 404", async () => {
    const response = await fetch(`${url}nowhere/at/all/`);
    assert.equal(response.status, 404);
    assert.match(await response.text(), /没有这个页面/);
  });

  test("the folder without its slash leads on", async () => {
    const page = await site.page();
    await page.goto(url.slice(0, -1));
    assert.equal(page.url(), url);
  });
});

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilAnswered(url) {
  for (let tries = 0; tries < 50; tries += 1) {
    const answered = await fetch(url).then(() => true, () => false);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nginx does not answer at ${url}`);
}
