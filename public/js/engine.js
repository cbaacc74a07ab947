/* The search engine's program: in a worker it waits for messages, on a page it offers
   `policyEngine`. Built behind load.js and the generated glue. */
async function policyEngine(root, library, thesaurus) {
  var parts = await Promise.all([
    load(root, "engine-program"),
    load(root, "index"),
    rareWords(root),
  ]);
  await wasm_bindgen({ module_or_path: parts[0] });
  var engine = new wasm_bindgen.Engine(parts[1], thesaurus, parts[2], library);
  return function (bytes) {
    return engine.handle(bytes);
  };
}
self.policyEngine = policyEngine;

/* Everyday words that few people use: the search works without them. */
function rareWords(root) {
  if (!FILES["rare-words"]) return new Uint8Array(0);
  return load(root, "rare-words").catch(function () {
    return new Uint8Array(0);
  });
}

if (typeof importScripts === "function") {
  self.onmessage = async function (event) {
    if (event.data.start) {
      FILES = JSON.parse(event.data.start.files);
      var given = event.data.start;
      begin(policyEngine(given.root, given.library, given.thesaurus));
      return;
    }
    try {
      var handle = await engineStarted;
      self.postMessage({ answer: handle(event.data.ask) });
    } catch (error) {
      self.postMessage({ failed: error.kind || "failed" });
    }
  };
  var begin;
  var engineStarted = new Promise(function (resolve) {
    begin = resolve;
  });
}
