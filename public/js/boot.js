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

  /* The box shows what the address asks before any program has come. */
  var asked = /[?&]q=[^&]/.test(location.search) && new URLSearchParams(location.search).get("q");
  var box = document.getElementById("q");
  if (asked && box && !box.value) box.value = asked;

  /* What the page itself must have before the engine's large files take the line. */
  var programs = null;

  /* The engine: one worker, started on the first request, or on the page where workers fail. */
  var engine = null;
  var waiting = [];

  /* Sends bytes to the engine; `answer(bytes)` or `failed(kind)` is called later. */
  policy.ask = function (bytes, answer, failed) {
    waiting.push({ answer: answer, failed: failed });
    if (!engine) engine = startEngine();
    /* A window on the program's memory: posted as it is, all of that memory would be copied. */
    engine.post(bytes.slice());
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
      Promise.all([theLibrary(), programs]).then(
        function (parts) {
          worker.postMessage({ start: { root: root, files: files, library: parts[0] } });
        },
        function (error) {
          /* It was never started: the next question must not wait for it. */
          worker.terminate();
          engine = null;
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
      return Promise.all([theLibrary(), programs]);
    }).then(function (parts) {
      return self.policyEngine(root, parts[0]);
    });
    /* Whoever asks is told; the next question starts anew. */
    ready.catch(function () {
      engine = null;
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

  /* The app as it comes from the host. */
  function appParts() {
    return Promise.all([script(root, "app"), load(root, "program"), theLibrary()]);
  }

  async function startApp(coming) {
    var parts = await coming;
    await wasm_bindgen({ module_or_path: parts[1] });
    policy.follow = wasm_bindgen.follow;
    /* From page to page the address changes under links that are relative to the first one. */
    Array.prototype.forEach.call(document.querySelectorAll("link[rel~='icon'], link[rel='manifest'], link[rel='apple-touch-icon']"), function (link) {
      link.setAttribute("href", link.href);
    });
    wasm_bindgen.start(parts[2], root, app);
    /* Who was at the search box already is so again. */
    if (document.activeElement.id === "q") prepare();
  }

  /* The search's program on the page, at the reader's first intent to search. Whoever wants a code
     for a picture needs the program alone. */
  var codes = null;
  var search = null;
  var started = null;
  function searchParts() {
    return Promise.all([script(root, "search"), load(root, "search-program")]);
  }
  policy.codes = function (coming) {
    if (!codes) {
      codes = (coming || searchParts()).then(async function (parts) {
        await policySearch({ module_or_path: parts[1] });
        return policySearch;
      });
      codes.catch(function () {
        codes = null;
      });
    }
    return codes;
  };
  function theSearch() {
    if (!search) {
      search = Promise.all([policy.codes(), theLibrary()]).then(function (parts) {
        parts[0].start(parts[1], root);
        started = parts[0];
        return started;
      });
      search.catch(function () {
        search = null;
      });
    }
    return search;
  }

  /* The app's word that the address has changed. `wanted`: the search has something to do. Where it
     is there it shows it at once, so that the app can scroll to what it shows. */
  policy.seek = function (wanted) {
    if (!started) {
      if (wanted || search) theSearch().then(policy.seek, plainly);
      return;
    }
    try {
      started.show();
    } catch (stopped) {
      plainly();
    }
  };

  /* The reader is about to search. The engine comes second: exact matches need only the first. */
  function prepare() {
    if (policy.follow) theSearch().then(policy.warm, function () {});
  }

  document.addEventListener("focusin", function (event) {
    if (event.target.id === "q") prepare();
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!policy.follow || form.className !== "search") return;
    event.preventDefault();
    theSearch().then(
      function (program) {
        program.submit();
      },
      function () {
        form.submit();
      }
    );
  });

  /* A slash leads to the search box. */
  document.addEventListener("keydown", function (event) {
    var at = event.target;
    var box = document.getElementById("q");
    if (event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!policy.follow || !box || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

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

  /* A reader waits for hits: the line is theirs. */
  function searching() {
    return waiting.length || (search && !started);
  }

  function whenIdle(then) {
    var network = navigator.connection;
    if (network && network.saveData) return;
    function unlessSearching() {
      if (searching()) setTimeout(unlessSearching, 250);
      else then();
    }
    if (self.requestIdleCallback) requestIdleCallback(unlessSearching, { timeout: 5000 });
    else setTimeout(unlessSearching, 2000);
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

  function onSearchPage() {
    return document.querySelector(".search-page");
  }

  /* Where a program can't run, the search page still searches, plainly. */
  function plainly() {
    if (!onSearchPage()) return;
    document.documentElement.removeAttribute("data-q");
    script(root, "plain").catch(function () {});
  }

  /* All that this address needs, asked for at once: what runs on the page first, and behind it,
     without a pause of the line, the engine of an address that asks something. */
  function everyPart(asks) {
    var coming = appParts();
    if (asks || onSearchPage()) {
      var parts = searchParts();
      policy.codes(parts);
      programs = Promise.all([coming, parts]);
      /* What got lost is asked for again by whoever wants it next. */
      programs.catch(function () {
        programs = null;
      });
      if (asks && onSearchPage()) policy.warm();
    }
    return coming;
  }

  async function start() {
    /* Lists that are sorted and filtered where they stand. */
    if (document.querySelector("[data-enhance], #verify")) policy.script(root, "enhance").catch(function () {});
    if (here.hasAttribute("data-static")) {
      /* Nothing to take over; the search is there, and what it leads to is another page. */
      if (location.protocol !== "file:" && typeof WebAssembly === "object") {
        policy.follow = function (href) {
          location.href = href;
          return true;
        };
      }
    } else if (location.protocol === "file:" || typeof WebAssembly !== "object") {
      plainly();
    } else {
      try {
        await startApp(everyPart(/[?&]q=[^&]/.test(location.search)));
        /* The search is there before it is wanted; where bytes are cheap, with its engine. */
        var network = (navigator.connection || {}).effectiveType || "";
        if (network.slice(-2) !== "2g") whenIdle(network === "4g" ? prepare : policy.codes);
      } catch (error) {
        policy.follow = null;
        policy.failed = true;
        plainly();
      }
    }
    whenIdle(loadTools);
  }

  if (location.protocol === "file:") nameFiles();

  if (document.readyState === "complete") start();
  else self.addEventListener("load", start);
})();
