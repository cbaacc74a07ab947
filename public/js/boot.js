/* Wakes what readers act on, over the page that is already there: the search where an address asks
   something, the tools when the browser is idle or at the first touch. Whatever fails, the page
   stays readable. */
(function () {
  var here = document.currentScript;
  var root = new URL(here.getAttribute("data-root"), location.href).href;
  var app = document.getElementById("app");
  var library = null;
  function theLibrary() {
    return library || (library = load(root, "library"));
  }
  /* On a disk, and where WebAssembly is missing, no program is loaded. */
  var runs = location.protocol !== "file:" && typeof WebAssembly === "object";
  /* The thesaurus: the search on the page has use for it before the engine. */
  var thesaurus = null;
  function theThesaurus() {
    if (!thesaurus) {
      thesaurus = load(root, "thesaurus");
      thesaurus.catch(function () {
        thesaurus = null;
      });
    }
    return thesaurus;
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
      Promise.all([theLibrary(), theThesaurus(), programs]).then(
        function (parts) {
          worker.postMessage({ start: { root: root, files: files, library: parts[0], thesaurus: parts[1] } });
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
      return Promise.all([theLibrary(), theThesaurus(), programs]);
    }).then(function (parts) {
      return self.policyEngine(root, parts[0], parts[1]);
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

  /* Without a network, in place of a page that is not kept: the app shows it from the kept texts. */
  async function showKept() {
    var parts = await Promise.all([script(root, "app"), load(root, "program"), theLibrary()]);
    await wasm_bindgen({ module_or_path: parts[1] });
    wasm_bindgen.start(parts[2], root, app);
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
        await policySearch({ module_or_path: parts[1] }).catch(function (refused) {
          policy.failed = true;
          throw refused;
        });
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
      var words = theThesaurus();
      search = Promise.all([policy.codes(), theLibrary()]).then(function (parts) {
        parts[0].start(parts[1], root);
        started = parts[0];
        words.then(started.related, nothing);
        return started;
      });
      search.catch(function () {
        search = null;
      });
    }
    return search;
  }

  /* Shows what the address asks: hits on the search page, marks on that of a provision. */
  function answer() {
    return theSearch().then(function (program) {
      program.show();
      if (onSearchPage()) alive();
    }).catch(plainly);
  }

  /* The reader is about to search. The engine comes second: exact matches and related words need
     only the first. */
  function prepare() {
    if (runs) theSearch().then(policy.warm, function () {});
  }

  document.addEventListener("focusin", function (event) {
    if (event.target.id === "q") prepare();
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    /* From every other page the browser goes to the search page. */
    if (!runs || !onSearchPage() || form.className !== "search") return;
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
    if (!box || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  /* The other language answers the same question. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a.language") : null;
    if (link) link.search = location.search;
  }, true);

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

  /* All that an address with a question needs, asked for at once: what runs on the page first, and
     behind it, without a pause of the line, the engine. */
  function fetchSearch(asks) {
    var parts = searchParts();
    policy.codes(parts);
    programs = Promise.all([parts, theThesaurus().catch(nothing)]);
    /* What got lost is asked for again by whoever wants it next. */
    programs.catch(function () {
      programs = null;
    });
    if (asks && onSearchPage()) policy.warm();
  }

  /* The search comes into the browser's store before it is wanted, once in a visit, and where bytes
     are cheap its engine as well. */
  function fetchAhead() {
    var network = (navigator.connection || {}).effectiveType || "";
    if (network.slice(-2) === "2g") return;
    fetchNeighbours();
    if (!runs) return;
    var names = ["search", "search-program", "library", "thesaurus"];
    if (network === "4g") names.push("engine", "engine-program", "index");
    try {
      if (sessionStorage.getItem("policy-ahead") === FILES.index.path) return;
      sessionStorage.setItem("policy-ahead", FILES.index.path);
    } catch (refused) {}
    names.forEach(function (name) {
      fetch(new URL(FILES[name].path, root).href, { integrity: FILES[name].integrity, cache: "force-cache" }).catch(nothing);
    });
  }

  /* The pages before and after this one are there when they are asked for: the service worker keeps
     them; until there is one, they are in the browser's store. */
  function fetchNeighbours() {
    var keeper = (navigator.serviceWorker || {}).controller;
    var links = document.querySelectorAll("a[rel='next'], a[rel='prev']");
    var pages = Array.prototype.map.call(links, function (link) {
      return link.href.split(/[?#]/)[0];
    });
    if (keeper) keeper.postMessage({ ahead: pages });
    else if (self.fetch) pages.forEach(function (page) {
      fetch(page, { credentials: "same-origin" }).catch(nothing);
    });
  }

  /* What readers act on works from here on. */
  function alive() {
    document.documentElement.setAttribute("data-app", "");
  }

  async function start() {
    /* Lists that are sorted and filtered where they stand. */
    if (document.querySelector("[data-enhance], #verify")) policy.script(root, "enhance").catch(nothing);
    if (!runs) {
      plainly();
    } else {
      if (here.hasAttribute("data-frame")) {
        await showKept().catch(function () {
          policy.failed = true;
        });
      }
      var asks = /[?&]q=[^&]/.test(location.search);
      if (onSearchPage() || (asks && document.querySelector("article.provision"))) {
        /* Arrows lead from the heading to the hits. */
        var heading = document.querySelector("main h1");
        if (asks && onSearchPage() && heading && document.activeElement === document.body) heading.focus({ preventScroll: true });
        fetchSearch(asks);
        answer();
      }
    }
    if (location.protocol !== "file:") whenIdle(fetchAhead);
    whenIdle(function () {
      loadTools().then(function () {
        if (!runs || !onSearchPage()) alive();
      }, nothing);
    });
  }

  if (location.protocol === "file:") nameFiles();

  if (document.readyState === "complete") start();
  else self.addEventListener("load", start);
})();
