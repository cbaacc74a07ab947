// The main ways through the site in every browser that `cargo xtask test` could install: the newest
// Chromium, old ones, Firefox and WebKitGTK; on a host, and what is promised from a disk. BROWSERS
// names their programs, a line `name=path` each.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { chromium } from "./browsers/chromium.mjs";
import { firefox } from "./browsers/firefox.mjs";
import { webkit } from "./browsers/webkit.mjs";
import { DISK_STEPS } from "./browsers/disk.mjs";
import { STEPS } from "./browsers/steps.mjs";
import { Host } from "./lib/host.mjs";
import { chrome, DIST } from "./lib/paths.mjs";

const LINES = process.env.BROWSERS?.split("\n") ?? [`chromium=${chrome()}`];

const DRIVERS = { firefox, webkit };

/**
 * What browsers refuse any page from a disk, and say so: the manifest, and to check the loader by its
 * digest, whereupon it comes without.
 */
const REFUSED_FROM_DISK = /manifest\.webmanifest|Subresource Integrity: The resource 'file:\S+\/boot\./;

/** The oldest screen that the design is made for. */
const PHONE = [360, 640];

for (const line of LINES) {
  const [name, program] = [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)];
  describe(name, { concurrency: false }, () => {
    let browser;
    let host;

    before(async () => {
      host = await Host.start(DIST);
      browser = await (DRIVERS[name] ?? chromium)(program);
      console.log(`${name} is ${browser.version}`);
    });
    after(async () => {
      await browser?.close();
      await host?.stop();
    });

    for (const [title, step, expected] of STEPS) {
      test(title, async () => {
        const page = await browser.page(...PHONE);
        await step(page, host, { name, version: browser.version });
        const notes = page.notes.filter((note) => !expected?.test(note));
        assert.deepEqual(notes, [], "no script failed, and nothing was refused");
      });
    }

    for (const [title, step] of DISK_STEPS) {
      test(`from a disk: ${title}`, async () => {
        const page = await browser.page(...PHONE);
        await step(page, pathToFileURL(`${DIST}/`).href);
        const notes = page.notes.filter((note) => !REFUSED_FROM_DISK.test(note));
        assert.deepEqual(notes, [], "no script failed, and nothing else was refused");
      });
    }
  });
}
