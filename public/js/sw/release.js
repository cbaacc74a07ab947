/* Installing a release, replacing an older one, and what pages ask of the worker. */
self.addEventListener("install", function (event) {
  event.waitUntil(install());
});

async function install() {
  try {
    var cache = await caches.open(CACHE);
    var all = await wishes();
    all.languages = await languagesRead(all);
    await keep(cache, [LIST].concat(wished(await theList(cache), all)));
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
  if (said.kept) event.waitUntil(tellKept(said.kept, event.ports[0]));
  if (said.keep) event.waitUntil(keepEverything(event.ports[0]));
});

/* A page was opened: what is wanted from now on is kept if it can be, and then noted. */
async function opened(searched) {
  if (self.registration.waiting || self.registration.installing) return;
  await tidy();
  try {
    var all = await wishes();
    var languages = await languagesRead(all);
    if (!searched && languages.length === (all.languages || []).length) return;
    all.languages = languages;
    all.search = all.search || searched;
    var cache = await caches.open(CACHE);
    await keep(cache, wished(await theList(cache), all));
    await wish("languages", languages);
    if (searched) await wish("search", true);
  } catch (later) {
    /* The next page tries again. */
  }
}

/* Pages that the reader is likely to open next. */
async function fetchAhead(pages) {
  var cache = await caches.open(CACHE);
  for (var i = 0; i < pages.length; i++) {
    if (pages[i].indexOf(ROOT) !== 0) continue;
    var path = pages[i].slice(ROOT.length);
    if (await ownPage(cache, path)) continue;
    try {
      await store(cache, path, await fetch(pages[i], { credentials: "same-origin" }));
    } catch (lost) {
      return;
    }
  }
}

/* Whether all pages of the language are kept, and how many bytes of everything are not. */
async function tellKept(language, port) {
  var cache = await caches.open(CACHE);
  var list = await theList(cache);
  var pages = await lackingOf(cache, list.archives[language]);
  var lacking = await lackingOf(cache, everything(list));
  port.postMessage({ language: !pages.length, lacking: bytesOf(lacking) });
}

async function keepEverything(port) {
  try {
    var cache = await caches.open(CACHE);
    var files = everything(await theList(cache));
    await keep(cache, files, function (bytes) {
      port.postMessage({ bytes: bytes, of: bytesOf(files) });
    });
    await wish("everything", true);
    port.postMessage({ done: true });
  } catch (error) {
    port.postMessage({ failed: error.kind || "network" });
  }
}
