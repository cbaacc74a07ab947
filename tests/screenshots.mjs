// Pictures of the real site for README and the guides: `node tests/screenshots.mjs` writes
// docs/images/*.png. Not a test; run it when the look has changed.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Host } from "./lib/host.mjs";
import { DIST, WORKSPACE } from "./lib/paths.mjs";
import { appReady, DESKTOP, launch, PHONE, searchReady } from "./lib/site.mjs";

const FOLDER = join(WORKSPACE, "docs/images");

/** Name, path, and what differs from a light desktop. */
const PICTURES = [
  ["overview", ""],
  ["overview-phone", "", { viewport: PHONE }],
  ["measure", "opinions-2026/13/", { open: "#s1 details" }],
  ["measure-english", "en/opinions-2026/13/"],
  ["measure-dark", "opinions-2026/13/", { colorScheme: "dark" }],
  ["measure-phone", "opinions-2026/13/", { viewport: PHONE, open: "#s1 details" }],
  ["measure-phone-dark", "opinions-2026/13/", { viewport: PHONE, colorScheme: "dark" }],
  ["measure-elder", "opinions-2026/13/", { viewport: PHONE, elder: true }],
  ["search", "search/?q=%E7%BE%8A%E5%9C%88"],
  ["search-phone", "search/?q=%E7%BE%8A%E5%9C%88", { viewport: PHONE }],
  ["interpretation", "interpretation-2026/2.1/"],
  ["facts", "facts/"],
  ["facts-phone", "facts/", { viewport: PHONE }],
  ["coverage", "coverage/"],
  ["topic", "topics/herders/"],
  ["glossary", "glossary/"],
  ["about", "about/"],
];

const host = await Host.start(DIST);
const browser = await launch();
mkdirSync(FOLDER, { recursive: true });
for (const [name, path, { open, elder, viewport = DESKTOP, ...rest } = {}] of PICTURES) {
  const phone = viewport === PHONE;
  const context = await browser.newContext({ viewport, deviceScaleFactor: phone ? 2 : 1, reducedMotion: "reduce", ...rest });
  if (elder) await context.addInitScript(() => localStorage.setItem("policy-reading", JSON.stringify({ elder: true })));
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
await browser.close();
await host.stop();
