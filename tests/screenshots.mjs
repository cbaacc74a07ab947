// Pictures of the real site for README and the guides: `node tests/screenshots.mjs` writes
// docs/images/*.png. Not a test; run it when the look has changed, after `cargo xtask build` and
// `cargo build -p policy-explorer`.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Host } from "./lib/host.mjs";
import { DIST, WORKSPACE } from "./lib/paths.mjs";
import { appReady, DESKTOP, launch, PHONE, searchReady } from "./lib/site.mjs";

const FOLDER = join(WORKSPACE, "docs/images");
/** The program for portals, and a policy for it. */
const PROGRAM = join(WORKSPACE, "target/debug/policy-explorer");
const KIT = join(WORKSPACE, "target/xtask/kit.bin");
const SEEDS = join(WORKSPACE, "site/tests/fixtures/eight-parts");

/** Name, path, and what differs from a light desktop. */
const PICTURES = [
  ["overview", ""],
  ["measure", "opinions-2026/13/", { open: "#s1 details" }],
  ["measure-phone", "opinions-2026/13/", { viewport: PHONE, open: "#s1 details" }],
  ["search-phone", "search/?q=%E7%BE%8A%E5%9C%88", { viewport: PHONE }],
  ["about", "about/"],
];

const host = await Host.start(DIST);
const browser = await launch();
mkdirSync(FOLDER, { recursive: true });
for (const [name, path, { open, viewport = DESKTOP, ...rest } = {}] of PICTURES) {
  const phone = viewport === PHONE;
  const context = await browser.newContext({ viewport, deviceScaleFactor: phone ? 2 : 1, reducedMotion: "reduce", ...rest });
  const page = await context.newPage();
  await page.goto(host.url + path);
  if (path.startsWith("search")) await searchReady(page);
  else if (/opinions|interpretation|^$/.test(path)) await appReady(page);
  if (open) await page.locator(open).first().evaluate((details) => (details.open = true));
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
  await context.close();
}
await host.stop();
await previewed(browser);
await mistaken(browser);
await browser.close();

/** A page at an address, as a picture. */
async function pictured(browser, name, address, until) {
  const page = await browser.newPage({ viewport: DESKTOP });
  await page.goto(address);
  await until?.(page);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
  await page.close();
}

/** How a document was understood. */
async function previewed(browser) {
  const place = mkdtempSync(join(tmpdir(), "policy-pictures-"));
  const page = join(place, "preview.html");
  execFileSync(PROGRAM, ["preview", join(SEEDS, "upland-roads/source.txt"), "--page", page, "--lang", "zh"]);
  await pictured(browser, "preview", `file://${page}`);
  rmSync(place, { recursive: true });
}

/** What `serve` tells when something was saved that can't be. */
async function mistaken(browser) {
  const place = mkdtempSync(join(tmpdir(), "policy-pictures-"));
  cpSync(SEEDS, place, { recursive: true });
  const serving = spawn(PROGRAM, ["serve", "--seeds", place, "--kit", KIT, "--lang", "zh"]);
  const address = await new Promise((told) => {
    let said = "";
    serving.stdout.on("data", (piece) => {
      said += piece;
      const found = /http:\S+/.exec(said);
      if (found) told(found[0]);
    });
  });
  await pictured(browser, "mistake", address, async (page) => {
    const about = join(place, "upland-roads/document.toml");
    writeFileSync(about, `issud = "2026-03-01"\n${readFileSync(about, "utf8")}`);
    await page.locator("#policy-explorer-problem").waitFor();
  });
  serving.kill();
  rmSync(place, { recursive: true });
}
