/* Keeps files ([path, digest, size]) that are not there yet; an interrupted try goes on here.
   `progress` is told the bytes that are there. */
async function keep(cache, files, progress) {
  var lacking = await lackingOf(cache, files);
  await findRoom(lacking);
  var bytes = bytesOf(files) - bytesOf(lacking);
  for (var i = 0; i < lacking.length; i++) {
    var path = lacking[i][0];
    var expected = lacking[i][1];
    await put(cache, path, (await fromOlder(path, expected)) || (await fetched(path, expected)));
    bytes += lacking[i][2];
    if (progress) progress(bytes);
  }
}

/* Those of the files that are not kept. */
async function lackingOf(cache, files) {
  var kept = await Promise.all(files.map(function (file) { return cache.match(address(file[0])); }));
  return files.filter(function (file, index) { return !kept[index]; });
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

/* The release's list of files, read once. Only read: it is kept by what keeps the release. */
var releaseList = null;
function theList(cache) {
  if (!releaseList) {
    releaseList = readList(cache);
    releaseList.catch(function () {
      releaseList = null;
    });
  }
  return releaseList;
}

async function readList(cache) {
  var kept = await cache.match(address(LIST[0]));
  return kept ? kept.json() : JSON.parse(new TextDecoder().decode(await fetched(LIST[0], LIST[1])));
}

/* In a large collection each document has a list of its own, read when it is to be kept. */
function documentOf(path) {
  var language = languageOf(path);
  return (language === "zh" ? path : path.slice(language.length + 1)).split("/")[0];
}

/* The file with the list of a page's document, where it has one of its own. */
function ownList(list, path) {
  var id = documentOf(path);
  return list.documents && Object.prototype.hasOwnProperty.call(list.documents, id) ? list.documents[id] : null;
}

/* The list that a page is in, as far as this device has it. */
async function listOf(cache, path) {
  var list = await theList(cache);
  var own = ownList(list, path);
  if (!own) return list;
  var kept = await cache.match(address(own[0]));
  return kept ? kept.json() : null;
}

/* The files of documents that are kept by themselves, with their lists; `wanted` has their languages by
   their ids. Nothing is written: it comes with all the rest, where there is room. */
async function ofDocuments(cache, wanted) {
  var list = await theList(cache);
  var files = [];
  for (var id in wanted) {
    var file = ownList(list, id);
    if (!file) continue;
    var own = JSON.parse(new TextDecoder().decode(await bytesOfFile(cache, file)));
    files = files.concat.apply(files.concat([file]), wanted[id].map(function (language) { return own.archives[language] || []; }));
  }
  return files;
}

async function bytesOfFile(cache, file) {
  var kept = await cache.match(address(file[0]));
  return kept ? kept.arrayBuffer() : (await fromOlder(file[0], file[1])) || fetched(file[0], file[1]);
}

/* All that this device is to have of a release: `wished`, and the documents that were asked for. Who
   asked for everything once has all documents of a collection. */
async function wishedFiles(cache, all) {
  var list = await theList(cache);
  var wanted = all.documents || {};
  if (all.everything && list.documents) {
    wanted = {};
    Object.keys(list.documents).forEach(function (id) { wanted[id] = Object.keys(list.archives); });
  }
  return wished(list, all).concat(await ofDocuments(cache, wanted));
}

/* What the reader asked for outlives releases: a new one is whole only when it has the same. */
async function wishes() {
  var kept = await (await caches.open(WISHES)).match(ROOT + "wishes");
  return kept ? kept.json() : {};
}

async function wish(key, value) {
  var all = await wishes();
  if (JSON.stringify(all[key]) === JSON.stringify(value)) return;
  all[key] = value;
  await (await caches.open(WISHES)).put(ROOT + "wishes", new Response(JSON.stringify(all)));
}

/* The files of a release that this device is to have: what a visit keeps, with the pages of the
   languages that are read here if they are few enough to come unasked, and what was asked for. */
function wished(list, all) {
  if (all.everything) return everything(list);
  var files = all.search ? list.core.concat(list.search) : list.core;
  return files.concat.apply(files, all.languages.map(function (language) {
    return list.unasked[language] ? list.archives[language] : [];
  }));
}

function everything(list) {
  return list.core.concat.apply(list.core, [list.search].concat(Object.keys(list.archives).map(function (language) {
    return list.archives[language];
  })));
}

function languageOf(path) {
  return (new RegExp("^(en/*LANGUAGES*/)(?=/|$)").exec(path) || ["zh"])[0];
}

/* Those that were read since this device has kept anything, and those of the open windows. */
async function languagesRead(all) {
  var read = all.languages || [];
  var windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  windows.forEach(function (opened) {
    if (opened.url.indexOf(ROOT) !== 0) return;
    var language = languageOf(opened.url.slice(ROOT.length));
    if (read.indexOf(language) < 0) read = read.concat(language);
  });
  return read;
}
