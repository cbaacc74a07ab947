/* The service worker: keeps one whole release, every file checked against its digest. Built with
   the release's digest and the path and digest of its list of files (site/src/offline.rs). */
"use strict";
var RELEASE = "/*RELEASE*/";
var LIST = ["/*LIST*/", "/*LIST-DIGEST*/"];
var ROOT = new URL("./", self.location.href).href;
/* Sites in other folders of the same host have caches of their own. */
var PREFIX = "policy " + new URL(ROOT).pathname + " ";
var CACHE = PREFIX + RELEASE;
var WISHES = PREFIX + "wishes";
var TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  bin: "application/octet-stream",
};

function failure(kind, path) {
  var error = new Error(kind + ": " + path);
  error.kind = kind;
  return error;
}

/* The first 18 bytes of SHA-256 in Base64: 24 characters. */
async function digest(bytes) {
  var hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode.apply(null, hash.subarray(0, 18)));
}

/* A page is kept under its folder, however it was asked for. */
function address(path) {
  return new URL(path.replace(/(^|\/)index\.html$/, "$1"), ROOT).href;
}

async function put(cache, path, bytes) {
  var type = TYPES[path.slice(path.lastIndexOf(".") + 1)] || TYPES.bin;
  try {
    await cache.put(address(path), new Response(bytes, { headers: { "Content-Type": type } }));
  } catch (refused) {
    throw failure("room", path);
  }
}

/* Fetches and checks a file. Names in assets/ tell the content, so the browser's own copy will do;
   if that one is wrong, the host is asked once more. */
async function fetched(path, expected) {
  var modes = path.indexOf("assets/") === 0 ? ["force-cache", "reload"] : ["reload"];
  var wrong = "network";
  for (var i = 0; i < modes.length; i++) {
    var response;
    try {
      response = await fetch(address(path), { cache: modes[i], credentials: "same-origin" });
      if (!response.ok) continue;
      var bytes = await response.arrayBuffer();
      if ((await digest(bytes)) === expected) return bytes;
      wrong = "damaged";
    } catch (lost) {
      wrong = "network";
    }
  }
  throw failure(wrong, path);
}

/* The same file as an older release kept it, if it did. */
async function fromOlder(path, expected) {
  var names = await ours();
  for (var i = 0; i < names.length; i++) {
    if (names[i] === CACHE) continue;
    var response = await (await caches.open(names[i])).match(address(path));
    if (!response) continue;
    var bytes = await response.arrayBuffer();
    if ((await digest(bytes)) === expected) return bytes;
  }
  return null;
}

async function ours() {
  var names = await caches.keys();
  return names.filter(function (name) {
    return name.indexOf(PREFIX) === 0 && name !== WISHES;
  });
}

/* Keeps files ([path, digest, size]) that are not there yet; an interrupted try goes on here.
   `progress` is told the bytes that are there. */
async function keep(cache, files, progress) {
  var lacking = [];
  for (var i = 0; i < files.length; i++) {
    if (!(await cache.match(address(files[i][0])))) lacking.push(files[i]);
  }
  await findRoom(lacking);
  var bytes = bytesOf(files) - bytesOf(lacking);
  for (i = 0; i < lacking.length; i++) {
    var path = lacking[i][0];
    var expected = lacking[i][1];
    await put(cache, path, (await fromOlder(path, expected)) || (await fetched(path, expected)));
    bytes += lacking[i][2];
    if (progress) progress(bytes);
  }
}

/* Fails before anything is written where the browser knows that there is too little room: a worker
   that is stopped half way could not give it back. */
async function findRoom(files) {
  if (!navigator.storage || !navigator.storage.estimate) return;
  var room = await navigator.storage.estimate();
  if (room.quota - room.usage < bytesOf(files)) throw failure("room", CACHE);
}

function bytesOf(files) {
  return files.reduce(function (sum, file) {
    return sum + (file[2] || 0);
  }, 0);
}

/* The release's list of files. Only read: it is kept by what keeps the release. */
async function theList(cache) {
  var kept = await cache.match(address(LIST[0]));
  return kept ? kept.json() : JSON.parse(new TextDecoder().decode(await fetched(LIST[0], LIST[1])));
}

/* What the reader asked for outlives releases: a new one is whole only when it has the same. */
async function wishes() {
  var kept = await (await caches.open(WISHES)).match(ROOT + "wishes");
  return kept ? kept.json() : {};
}

async function wish(key, value) {
  var all = await wishes();
  if (all[key] === value) return;
  all[key] = value;
  await (await caches.open(WISHES)).put(ROOT + "wishes", new Response(JSON.stringify(all)));
}

async function wished(list) {
  var all = await wishes();
  var files = list.core;
  if (all.search || all.pages) files = files.concat(list.search);
  if (all.pages) files = files.concat(pagesOf(list, all.pages, all.plain));
  return files;
}

self.addEventListener("install", function (event) {
  event.waitUntil(install());
});

async function install() {
  try {
    var cache = await caches.open(CACHE);
    await keep(cache, [LIST].concat(await wished(await theList(cache))));
  } catch (error) {
    /* What a lost network left unfinished is taken up next time. Everything else that fails is the
       store itself, which tells a lack of room in many ways: room is given back at once. */
    if (error.kind !== "network" && error.kind !== "damaged") await caches.delete(CACHE);
    throw error;
  }
}

self.addEventListener("activate", function (event) {
  event.waitUntil(tidy().then(function () {
    return self.clients.claim();
  }));
});

/* Old releases go when no second window can still be showing one. */
async function tidy() {
  var windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length > 1) return;
  var names = await ours();
  await Promise.all(names.map(function (name) {
    return name === CACHE ? null : caches.delete(name);
  }));
}

self.addEventListener("message", function (event) {
  var said = event.data;
  if (said.takeOver) self.skipWaiting();
  if (said.opened) event.waitUntil(opened(said.searched));
  if (said.ahead) event.waitUntil(fetchAhead(said.ahead));
  if (said.size) event.waitUntil(sizeOf(said.size, event.ports[0]));
  if (said.keep) event.waitUntil(keepEverything(said.keep, event.ports[0]));
});

async function opened(searched) {
  if (self.registration.waiting || self.registration.installing) return;
  await tidy();
  if (!searched) return;
  var cache = await caches.open(CACHE);
  await keep(cache, (await theList(cache)).search).then(function () {
    return wish("search", true);
  }, function () {});
}

/* Pages that the reader is likely to open next. */
async function fetchAhead(pages) {
  var cache = await caches.open(CACHE);
  for (var i = 0; i < pages.length; i++) {
    if (pages[i].indexOf(ROOT) !== 0 || (await cache.match(pages[i]))) continue;
    try {
      await store(cache, pages[i].slice(ROOT.length), await fetch(pages[i], { credentials: "same-origin" }));
    } catch (lost) {
      return;
    }
  }
}

/* The pages of a language that the app can't show by itself; `plain`: all of them, for browsers in
   which programs don't run. */
function pagesOf(list, locale, plain) {
  if (!plain) return list.pages[locale];
  return Object.keys(list.visited).filter(function (path) {
    return (path.indexOf("en/") === 0) === (locale === "en");
  }).map(function (path) {
    return [path].concat(list.visited[path]);
  });
}

function everything(list, asked) {
  return list.core.concat(list.search, pagesOf(list, asked.locale, asked.plain));
}

async function sizeOf(asked, port) {
  var list = await theList(await caches.open(CACHE));
  port.postMessage(bytesOf(everything(list, asked)));
}

async function keepEverything(asked, port) {
  try {
    var cache = await caches.open(CACHE);
    var files = everything(await theList(cache), asked);
    await keep(cache, files, function (bytes) {
      port.postMessage({ bytes: bytes, of: bytesOf(files) });
    });
    await wish("pages", asked.locale);
    await wish("plain", asked.plain);
    port.postMessage({ done: true });
  } catch (error) {
    port.postMessage({ failed: error.kind || "network" });
  }
}

self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || request.url.indexOf(ROOT) !== 0) return;
  var path = request.url.slice(ROOT.length).split(/[?#]/)[0];
  if (request.mode === "navigate") event.respondWith(page(event, path));
  else if (/^assets\/|^icon|\.webmanifest$/.test(path)) event.respondWith(asset(event, path));
});

/* Own release first; then, for names that tell their content, any release of ours. */
async function asset(event, path) {
  var cache = await caches.open(CACHE);
  var kept = await cache.match(address(path));
  if (kept) return kept;
  if (path.indexOf("assets/") === 0) {
    var names = await ours();
    for (var i = 0; i < names.length; i++) {
      kept = await (await caches.open(names[i])).match(address(path));
      if (kept) return kept;
    }
  }
  var response = await fetch(event.request);
  event.waitUntil(store(cache, path, response.clone()));
  return response;
}

/* The page as this release has it; else from the host, while that has the same release; else the
   frame in which the app shows it. Once the reader agreed to the host's release, that alone. */
async function page(event, path) {
  var cache = await caches.open(CACHE);
  if (/[?&]release=new$/.test(event.request.url)) await agree();
  var agreed = (await wishes()).agreed === RELEASE;
  var kept = await cache.match(address(path));
  if (kept && !agreed) return kept;
  try {
    var response = await fetch(event.request);
    if (!response.ok || agreed) return response;
    if (await isOther(cache, response.clone())) return await ownOrOffer(cache, path);
    event.waitUntil(store(cache, path, response.clone()));
    return response;
  } catch (lost) {
    return kept || (await frame(cache, path)) || Response.error();
  }
}

async function agree() {
  await wish("agreed", RELEASE);
  if (self.registration.waiting) self.registration.waiting.postMessage({ takeOver: true });
  else self.registration.update().catch(function () {});
}

/* Whether a page of the host is of another release than this one. */
async function isOther(cache, response) {
  if (!/html/.test(response.headers.get("Content-Type"))) return false;
  var found = /<meta name="release" content="([^"]*)"/.exec(await response.text());
  return !!found && found[1] !== (await theList(cache)).release;
}

/* In place of a page that only another release has: the app shows this release's own, and where it
   can't the reader is asked. */
async function ownOrOffer(cache, path) {
  var list = await theList(cache);
  var name = path + "index.html";
  var locale = /^en(\/|$)/.test(path) ? "en" : "zh";
  var kept = list.pages[locale].some(function (file) { return file[0] === name; });
  if (list.visited[name] && !kept) return frame(cache, path);
  var words = {
    zh: ["zh-Hans", "网站有了新版本", "您正在读的是旧版本，这一页旧版本没有存下来。", "打开新版本", "回到旧版本的首页"],
    en: ["en", "This site has a new release", "You are reading the one before, and this page of it is not on this device.", "Open the new release", "Back to the first page of the old one"],
  }[locale];
  var home = ROOT + (locale === "en" ? "en/" : "");
  var html = '<!doctype html><html lang="' + words[0] + '"><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>' + words[1] +
    "</title><h1>" + words[1] + "</h1><p>" + words[2] + '</p><p><a href="?release=new">' + words[3] +
    '</a></p><p><a href="' + home + '">' + words[4] + "</a></p></html>";
  return new Response(html, { headers: { "Content-Type": TYPES.html } });
}

/* Keeps what the reader met, if it is of this release and arrived whole. */
async function store(cache, path, response) {
  try {
    var list = await theList(cache);
    var name = path === "" || path.slice(-1) === "/" ? path + "index.html" : path;
    var searched = list.search.filter(function (file) { return file[0] === name; })[0];
    var expected = searched ? searched[1] : (list.visited[name] || [])[0];
    if (!expected || !response.ok) return;
    var bytes = await response.arrayBuffer();
    if ((await digest(bytes)) !== expected) return;
    await put(cache, name, bytes);
    if (searched) await wish("search", true);
  } catch (error) {
    /* Reading goes on; the page is just not kept. */
  }
}

async function frame(cache, path) {
  var list = await theList(cache);
  var locale = /^en(\/|$)/.test(path) ? "en" : "zh";
  var kept = await cache.match(address(list.frames[locale]));
  if (!kept) return null;
  var root = "../".repeat(path.split("/").length - 1) || "./";
  var html = (await kept.text()).replace(/%ROOT%/g, root);
  return new Response(html, { headers: { "Content-Type": TYPES.html } });
}
