/* Starts the app over the page that is already there. Whatever fails, the page stays readable. */
(function () {
  var here = document.currentScript;
  var root = new URL(here.getAttribute("data-root"), location.href).href;
  var app = document.getElementById("app");
  var library = null;
  function theLibrary() {
    return library || (library = load(root, "library"));
  }
  var policy = (self.policy = { root: root, files: FILES, load: load, script: script });

  /* The engine: one worker, started on the first request, or on the page where workers fail. */
  var engine = null;
  var waiting = [];

  /* Sends bytes to the engine; `answer(bytes)` or `failed(kind)` is called later. */
  policy.ask = function (bytes, answer, failed) {
    waiting.push({ answer: answer, failed: failed });
    if (!engine) engine = startEngine();
    engine.post(bytes);
  };

  function settle(message) {
    var next = waiting.shift();
    if (!next) return;
    if (message.failed) next.failed(message.failed);
    else next.answer(message.answer);
  }

  function startEngine() {
    var files = JSON.stringify(FILES);
    try {
      var worker = new Worker(new URL(FILES.engine.path, root).href);
      worker.onmessage = function (event) {
        settle(event.data);
      };
      worker.onerror = function (event) {
        event.preventDefault();
        engine = pageEngine();
        waiting.splice(0).forEach(function (one) {
          one.failed("network");
        });
      };
      theLibrary().then(
        function (texts) {
          worker.postMessage({ start: { root: root, files: files, library: texts } });
        },
        function (error) {
          waiting.splice(0).forEach(function (one) {
            one.failed(error.kind || "network");
          });
        }
      );
      return {
        post: function (bytes) {
          worker.postMessage({ ask: bytes });
        },
      };
    } catch (refused) {
      return pageEngine();
    }
  }

  /* The same engine on the page itself, where the browser refuses workers. */
  function pageEngine() {
    var ready = policy.script(root, "engine").then(function () {
      return theLibrary().then(function (texts) {
        return self.policyEngine(root, texts);
      });
    });
    return {
      post: function (bytes) {
        ready.then(
          function (handle) {
            settle({ answer: handle(bytes) });
          },
          function (error) {
            settle({ failed: error.kind || "network" });
          }
        );
      },
    };
  }

  /* Where the app can't run, the search page still searches, plainly. */
  function withoutApp() {
    document.documentElement.setAttribute("data-plain", "");
    if (!document.querySelector(".search-page")) return;
    policy.script(root, "plain").catch(function () {});
  }

  async function start() {
    /* Lists that are sorted and filtered where they stand. */
    if (document.querySelector("[data-enhance]")) policy.script(root, "enhance").catch(function () {});
    if (location.protocol === "file:" || typeof WebAssembly !== "object") return withoutApp();
    try {
      var parts = await Promise.all([
        policy.script(root, "app"),
        policy.load(root, "program"),
        theLibrary(),
      ]);
      await wasm_bindgen({ module_or_path: parts[1] });
      wasm_bindgen.start(parts[2], root, app);
    } catch (error) {
      withoutApp();
    }
  }

  if (document.readyState === "complete") start();
  else self.addEventListener("load", start);
})();
