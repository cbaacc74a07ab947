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

  /* Starts the engine before it is asked. */
  policy.warm = function () {
    if (!engine) engine = startEngine();
  };

  /* Ends an engine that failed; the next question starts it anew. */
  policy.restart = function () {
    if (engine && engine.end) engine.end();
    engine = null;
    var lost = waiting.splice(0);
    /* Later: the caller is not done yet. */
    setTimeout(function () {
      lost.forEach(function (one) {
        one.failed("failed");
      });
    }, 0);
  };

  function settle(message) {
    var next = waiting.shift();
    if (!next) return;
    if (message.failed) next.failed(message.failed);
    else next.answer(message.answer);
  }

  function startEngine() {
    policy.searched = true;
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
        end: function () {
          worker.onmessage = worker.onerror = null;
          worker.terminate();
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
    /* Whoever asks is told. */
    ready.catch(function () {});
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

  /* The app's program, for the app itself and for tools that need a part of it. */
  var program = null;
  policy.app = function () {
    if (!program) {
      program = Promise.all([script(root, "app"), load(root, "program")]).then(async function (parts) {
        await wasm_bindgen({ module_or_path: parts[1] });
        return wasm_bindgen;
      });
    }
    return program;
  };

  /* The reader's tools: loaded when nothing else is to be done, or at the first click on one. Terms
     are links to the glossary; with the tools they open a pop-up. */
  var tools = null;
  function loadTools() {
    if (!tools) {
      tools = script(root, "tools");
      tools.catch(function () {
        tools = null;
      });
    }
    return tools;
  }

  document.addEventListener("click", function (event) {
    var element = event.target.closest ? event.target.closest("[data-tool], a.term") : null;
    if (!element || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    loadTools().then(
      function () {
        policy.use(element);
      },
      function () {
        if (element.href) location.href = element.href;
      }
    );
  });

  function whenIdle(then) {
    var network = navigator.connection;
    if (network && network.saveData) return;
    if (self.requestIdleCallback) requestIdleCallback(then, { timeout: 5000 });
    else setTimeout(then, 2000);
  }

  /* On a disk no server finds a folder's page: links and the search form name it. */
  function nameFiles() {
    function named(href) {
      var url = new URL(href);
      if (url.protocol === "file:" && url.pathname.slice(-1) === "/") url.pathname += "index.html";
      return url.href;
    }
    document.addEventListener("click", function (event) {
      var link = event.target.closest ? event.target.closest("a[href]") : null;
      if (link) link.href = named(link.href);
    }, true);
    document.addEventListener("submit", function (event) {
      event.target.action = named(event.target.action);
    });
  }

  /* Where the app can't run, the search page still searches, plainly. */
  function withoutApp() {
    document.documentElement.setAttribute("data-plain", "");
    if (!document.querySelector(".search-page")) return;
    policy.script(root, "plain").catch(function () {});
  }

  async function start() {
    /* Lists that are sorted and filtered where they stand. */
    if (document.querySelector("[data-enhance], #verify")) policy.script(root, "enhance").catch(function () {});
    if (here.hasAttribute("data-static")) {
      /* Nothing to take over. */
    } else if (location.protocol === "file:" || typeof WebAssembly !== "object") {
      withoutApp();
    } else {
      try {
        var parts = await Promise.all([policy.app(), theLibrary()]);
        parts[0].start(parts[1], root, app);
        /* Where bytes are cheap, the engine is there before it is wanted. */
        var network = navigator.connection;
        if (network && network.effectiveType === "4g") whenIdle(policy.warm);
      } catch (error) {
        withoutApp();
      }
    }
    whenIdle(loadTools);
  }

  if (location.protocol === "file:") nameFiles();

  if (document.readyState === "complete") start();
  else self.addEventListener("load", start);
})();
