/* What the worker answers to requests for pages and files. */
self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || request.url.indexOf(ROOT) !== 0) return;
  var path = request.url.slice(ROOT.length).split(/[?#]/)[0];
  if (request.mode === "navigate") event.respondWith(page(event, path));
  else if (/\?kept$/.test(request.url)) event.respondWith(keptFirst(request, path));
  else if (/^assets\/|^icon|\.webmanifest$/.test(path)) event.respondWith(asset(event, path));
});

/* A page that another one reads something from. */
async function keptFirst(request, path) {
  var kept = await ownPage(await caches.open(CACHE), path).catch(function () {
    return null;
  });
  return kept || fetch(request);
}

/* Own release first; then, for names that tell their content, any release of ours. */
async function asset(event, path) {
  var cache = await caches.open(CACHE);
  var kept = await cache.match(address(path));
  /* Who asks anew has found out that what is kept is wrong. */
  var anew = event.request.cache === "reload";
  if (kept && !anew) return kept;
  if (!anew && path.indexOf("assets/") === 0) {
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

/* The page as this release has it; else from the host, while that has the same release; else a page
   that says that it is not here. Once the reader agreed to the host's release, that alone. */
async function page(event, path) {
  var cache = await caches.open(CACHE);
  if (/[?&]release=new$/.test(event.request.url)) await agree();
  var agreed = (await wishes()).agreed === RELEASE;
  var kept = await ownPage(cache, path);
  if (kept && !agreed) return kept;
  try {
    var response = await fetch(event.request);
    if (!response.ok || agreed) return response;
    if (await isOther(cache, response.clone())) return offer(path);
    event.waitUntil(store(cache, path, response.clone()));
    return response;
  } catch (lost) {
    return kept || (await notKept(cache, path)) || Response.error();
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

/* In place of a page that only another release has, the reader is asked; in Chinese where the interface
   is in a further language, whose words are in the release. */
function offer(path) {
  var language = languageOf(path);
  var all = {
    zh: ["zh-Hans", "网站有了新版本", "您正在读的是旧版本，这一页旧版本没有存下来。", "打开新版本", "回到旧版本的首页"],
    en: ["en", "This site has a new version", "You are reading the previous version, and this page of it is not on this device.", "Open the new version", "Back to the home page of the old version"],
  };
  var words = all[language] || all.zh;
  var home = ROOT + (language === "zh" ? "" : language + "/");
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
    var name = fileOf(path);
    var searched = list.search.filter(function (file) { return file[0] === name; })[0];
    var expected = searched ? searched[1] : (list.visited[name] || [])[0];
    if (!response.ok) return;
    var bytes = await response.arrayBuffer();
    if (expected ? (await digest(bytes)) !== expected : !saysWhole(list, name, bytes)) return;
    await put(cache, name, bytes);
    if (searched) await wish("search", true);
  } catch (error) {
    /* Reading goes on; the page is just not kept. */
  }
}

/* What is in no list says itself whether it is whole: a piece of a large library, and a page of a
   document that is kept by itself. */
function saysWhole(list, name, bytes) {
  if (/^assets\/pieces\.[^/]+\//.test(name)) return new Uint8Array(bytes)[0] === 0x1f;
  if (!/\.html$/.test(name) || !ownList(list, name)) return false;
  var html = new TextDecoder().decode(bytes);
  return html.indexOf('<meta name="release" content="' + list.release + '"') > 0 && /<\/html>\s*$/.test(html);
}

/* Says that the page is not on this device, and leads to those that are. */
async function notKept(cache, path) {
  var list = await theList(cache);
  var kept = await cache.match(address(list.not_kept[languageOf(path)]));
  if (!kept) return null;
  var root = "../".repeat(path.split("/").length - 1) || "./";
  var html = (await kept.text()).replace(/%ROOT%/g, root);
  return new Response(html, { headers: { "Content-Type": TYPES.html } });
}
