/* The engine of the search, in a worker; it is loaded with the first question. */
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

/* Starts the engine before it is asked. A library that comes in pieces has none. */
policy.warm = function () {
  if (!engine && !FILES.pieces) engine = startEngine();
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
