"use strict";
/* Unpacks gzip: by the browser, or by tiny-inflate, which must be there where the browser can't. */
async function gunzip(bytes) {
  if (typeof DecompressionStream === "function") {
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
  var tail = bytes.subarray(bytes.length - 4);
  var size = tail[0] | (tail[1] << 8) | (tail[2] << 16) | (tail[3] << 24);
  /* Our own gzip has a header of 10 bytes and a trailer of 8. */
  return self.tinf_uncompress(bytes.subarray(10, bytes.length - 8), new Uint8Array(size));
}
