// From page to page: the head speaks of the page that is shown, and the way back and
// forward leads to where the reader was.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { deviceReady, SiteTest } from "./lib/site.mjs";

const site = new SiteTest();

/** What the head says of its page, with addresses written out from the host on, sorted. */
const headData = (page) =>
  page.evaluate(() =>
    [...document.head.querySelectorAll("meta[name], meta[property], link, title, script[type='application/ld+json']")]
      .map((element) => {
        const copy = element.cloneNode(true);
        if (element.href) copy.setAttribute("href", element.href.replace(location.origin, ""));
        return copy.outerHTML;
      })
      .sort(),
  );

/** What it says where a reader comes to that address from outside. */
async function ofItsOwn(address) {
  const page = await site.openApp(address);
  return headData(page);
}

async function speaksOf(page, address) {
  const expected = JSON.stringify(await ofItsOwn(address));
  for (let tries = 0; tries < 60; tries += 1) {
    if (JSON.stringify(await headData(page)) === expected) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.deepEqual(await headData(page), JSON.parse(expected), `the head of ${address}`);
}

describe("from page to page", () => {
  test("the head speaks of the page that is shown", async () => {
    const page = await site.openApp("opinions-2026/13/");
    await page.locator("a[rel=next]").first().click();
    await page.waitForURL(/opinions-2026\/14\//);
    await speaksOf(page, "opinions-2026/14/");
    await page.goBack();
    await page.waitForURL(/opinions-2026\/13\//);
    await speaksOf(page, "opinions-2026/13/");
    await page.goForward();
    await page.waitForURL(/opinions-2026\/14\//);
    await speaksOf(page, "opinions-2026/14/");
    assert.deepEqual(page.notes.errors, []);
  });

  test("without a network the head speaks of the page that is shown as well", async () => {
    const host = await site.misbehaving({});
    // On such a line the next page is not kept before it is asked for.
    const slow = () => Object.defineProperty(navigator, "connection", { value: { effectiveType: "2g" } });
    const page = await site.openApp("opinions-2026/13/", { host, before: slow });
    await deviceReady(page);
    host.online = false;
    await page.locator("a[rel=next]").first().click();
    await page.waitForURL(/opinions-2026\/14\//);
    await page.waitForFunction(() => /十四/.test(document.querySelector("main h1").textContent));
    await speaksOf(page, "opinions-2026/14/");
    // Where the page is not on the device, the head says nothing of it.
    await page.goto(`${host.url}en/opinions-2026/14/`);
    assert.match(await page.locator("h1").innerText(), /not on this device/);
    const told = "meta[property], link[rel=alternate], meta[name=description]";
    assert.equal(await page.locator(told).count(), 0);
  });

  test("forward leads to the sentence again", async () => {
    const page = await site.openApp("opinions-2026/13/");
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.href = new URL("../20/#s3", location.href).href;
      link.id = "to-a-sentence";
      link.textContent = "20";
      document.querySelector("main").prepend(link);
    });
    await page.click("#to-a-sentence");
    const seen = () =>
      page.waitForFunction(() => {
        const sentence = location.hash === "#s3" && document.getElementById("s3");
        const top = sentence && sentence.getBoundingClientRect().top;
        return sentence && top >= 0 && top < innerHeight;
      });
    await seen();
    await page.goBack();
    await page.waitForURL(/opinions-2026\/13\//);
    await page.goForward();
    await seen();
  });
});
