/* The service worker: keeps one whole release, every file checked against its digest. Built with
   the release's digest and the path and digest of its list of files (site/src/offline.rs). This
   part: what it is told, and its store. */
var RELEASE = "/*RELEASE*/";
var LIST = ["/*LIST*/", "/*LIST-DIGEST*/"];
/* Unpacks gzip where the browser can't; a worker may fetch scripts only while it is installed. */
if (typeof DecompressionStream !== "function") importScripts("/*INFLATE*/");
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

/* The file of a page, or the file itself. */
function fileOf(path) {
  return path === "" || path.slice(-1) === "/" ? path + "index.html" : path;
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
