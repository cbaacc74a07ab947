/* Pages come many in one file, an archive, in which whatever stood in a page before is told as a copy
   of it (site/src/offline/archive.rs writes them). A page is unpacked when it is asked for. */

/* The archive that was unpacked last, with where each page starts in it: the next page is most likely
   in the same. */
var unpacked = { path: "", pages: null };

/* The page that this device has kept: as a file or in an archive. */
async function ownPage(cache, path) {
  return (await cache.match(address(path))) || fromArchive(cache, path);
}

async function fromArchive(cache, path) {
  var name = fileOf(path);
  var list = await listOf(cache, name);
  var page = list && list.visited[name];
  if (!page) return null;
  var archive = list.archives[languageOf(name)][page[2]][0];
  if (unpacked.path !== archive) {
    var kept = await cache.match(address(archive));
    if (!kept) return null;
    /* Many pages may be asked for at once: it is unpacked for the first of them. */
    if (unpacked.path !== archive) {
      unpacked = { path: archive, pages: unpack(kept, placesIn(list, languageOf(name), page[2])) };
      unpacked.pages.catch(function () {
        unpacked = { path: "", pages: null };
      });
    }
  }
  var pages = await unpacked.pages;
  var start = pages.starts[name];
  return new Response(pages.bytes.subarray(start, start + page[1]), { headers: { "Content-Type": TYPES.html } });
}

async function unpack(kept, places) {
  var packed = await gunzip(new Uint8Array(await kept.arrayBuffer()));
  return { bytes: expand(packed, places.size), starts: places.starts };
}

/* Where each page of an archive starts, and how long all are: they lie in it in the order of the list. */
function placesIn(list, language, archive) {
  var places = { starts: {}, size: 0 };
  Object.keys(list.visited).forEach(function (name) {
    if (list.visited[name][2] !== archive || languageOf(name) !== language) return;
    places.starts[name] = places.size;
    places.size += list.visited[name][1];
  });
  return places;
}

/* Undoes what site/src/offline/archive.rs does: four bytes with the length of the steps; the steps, each how
   many bytes come from the rest, how many are a copy, and from how far back; then the rest. */
function expand(packed, size) {
  var out = new Uint8Array(size);
  var end = 4 + new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  var step = 4;
  var rest = end;
  var at = 0;
  function number() {
    var value = 0;
    for (var shift = 0; ; shift += 7) {
      var byte = packed[step++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
  while (step < end) {
    var fresh = number();
    out.set(packed.subarray(rest, rest + fresh), at);
    rest += fresh;
    at += fresh;
    if (step >= end) break;
    var length = number();
    var back = number();
    out.copyWithin(at, at - back, at - back + length);
    at += length;
  }
  return out;
}
