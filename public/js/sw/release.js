/* Installing a release, replacing an older one, and what pages ask of the worker. */
self.addEventListener("install", function (event) {
  event.waitUntil(install());
});

async function install() {
  try {
    var cache = await caches.open(CACHE);
    var all = await wishes();
    all.languages = await languagesRead(all);
    await keep(cache, [LIST].concat(await wishedFiles(cache, all)));
  } catch (error) {
    /* What a lost network left unfinished is taken up next time. Everything else that fails is the
       store itself, which tells a lack of room in many ways: room is given back at once. */
    if (error.kind !== "network" && error.kind !== "damaged") await caches.delete(CACHE);
    throw error;
  }
}

self.addEventListener("activate", function (event) {
  event.waitUntil(takeOver());
});

/* What was asked for while this release waited comes from the one before, which goes only then. */
async function takeOver() {
  try {
    var all = await wishes();
    if (all.documents || all.everything) {
      all.languages = all.languages || [];
      var cache = await caches.open(CACHE);
      await keep(cache, await wishedFiles(cache, all));
    }
    await tidy();
  } catch (later) {
    /* The older release keeps what it has until the next page is opened. */
  }
  return self.clients.claim();
}

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
  if (said.kept) event.waitUntil(tellKept(said.kept, said.page, event.ports[0]));
  if (said.keep) event.waitUntil(keepWished(said.page, event.ports[0]));
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
    await keep(cache, await wishedFiles(cache, all));
    await wish("languages", languages);
    if (searched) await wish("search", true);
  } catch (later) {
    /* The next page tries again. */
  }
}

async function wishDocument(id, language) {
  var documents = (await wishes()).documents || {};
  var languages = documents[id] || [];
  documents[id] = languages.indexOf(language) < 0 ? languages.concat(language) : languages;
  await wish("documents", documents);
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

/* Whether all pages of the language are kept, and how many bytes are not of what is offered on a page:
   everything, or in a large collection (`parted`) its document in the language that is read. */
async function tellKept(language, path, port) {
  try {
    var cache = await caches.open(CACHE);
    var list = await theList(cache);
    var pages = await lackingOf(cache, list.archives[language]);
    var offered = await offeredOn(cache, path);
    var lacking = offered && bytesOf(await lackingOf(cache, offered));
    port.postMessage({ language: !list.documents && !pages.length, parted: !!list.documents, lacking: lacking });
  } catch (error) {
    port.postMessage({ failed: error.kind || "network" });
  }
}

/* The files that a reader can keep from a page on; none on a page of no document of a large
   collection. */
async function offeredOn(cache, path) {
  var list = await theList(cache);
  if (!list.documents) return everything(list);
  var wanted = {};
  wanted[documentOf(path)] = [languageOf(path)];
  return ownList(list, path) ? ofDocuments(cache, wanted) : null;
}

async function keepWished(path, port) {
  try {
    var cache = await caches.open(CACHE);
    var files = await offeredOn(cache, path);
    await keep(cache, files, function (bytes) {
      port.postMessage({ bytes: bytes, of: bytesOf(files) });
    });
    if ((await theList(cache)).documents) await wishDocument(documentOf(path), languageOf(path));
    else await wish("everything", true);
    port.postMessage({ done: true });
  } catch (error) {
    port.postMessage({ failed: error.kind || "network" });
  }
}
