/* Fetching a file of this release: checked by its digest, unpacked if it is still packed.
   Part of boot.js and of the engine's worker, after gunzip.js. ES2017, no modules. */

/* Filled in at build time: name -> { path, integrity, raw } relative to the site's root. */
var FILES = {/*FILES*/};

/* A failure that the reader is told about: `kind` is "network" or "damaged". */
function loadError(kind, name) {
  var error = new Error(kind + ": " + name);
  error.kind = kind;
  return error;
}

/* Loads one of FILES as bytes. The name tells the content, so the browser's own copy will do, and
   a host without caching headers is not asked whether it is still good; only if that copy is wrong
   the host is asked. Our .bin files are gzip; a host that unpacks them is no problem. */
async function load(root, name) {
  var file = FILES[name];
  if (!file) throw loadError("network", name);
  return loadFile(root, name, file);
}

/* `anew`: the browser's own copy is known to be wrong. */
async function loadFile(root, name, file, anew) {
  var url = new URL(file.path, root).href;
  var response = anew ? null : await fetch(url, { integrity: file.integrity, cache: "force-cache" }).catch(nothing);
  if (!response || !response.ok) response = await loadAnew(url, name, file);
  var bytes = new Uint8Array(await response.arrayBuffer());
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(root, bytes, name) : bytes;
}

function nothing() {}

async function loadAnew(url, name, file) {
  var response = await fetch(url, { integrity: file.integrity, cache: "reload" }).catch(nothing);
  if (response && response.ok) return response;
  if (response) throw loadError("network", name);
  /* fetch() tells a wrong digest and a lost network apart in no way: ask again without a digest. */
  var unchecked = await fetch(url, { cache: "no-store" }).catch(nothing);
  throw loadError(unchecked && unchecked.ok ? "damaged" : "network", name);
}

async function unpack(root, bytes, name) {
  try {
    if (typeof DecompressionStream !== "function") await inflater(root);
    return await gunzip(bytes);
  } catch (broken) {
    throw loadError("damaged", name);
  }
}

/* The fallback for browsers without DecompressionStream; fetched only by them. */
function inflater(root) {
  if (self.tinf_uncompress) return Promise.resolve();
  return script(root, "inflate");
}

/* Runs one of FILES as a classic script, on a page or in a worker. */
function script(root, name) {
  var file = FILES[name];
  var url = new URL(file.path, root).href;
  if (typeof importScripts === "function") {
    importScripts(url);
    return Promise.resolve();
  }
  return new Promise(function (resolve, reject) {
    var element = document.createElement("script");
    element.src = url;
    if (location.protocol !== "file:") element.integrity = file.integrity;
    element.onload = function () {
      resolve();
    };
    element.onerror = function () {
      reject(loadError("network", name));
    };
    document.head.appendChild(element);
  });
}
