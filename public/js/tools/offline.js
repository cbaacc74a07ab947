/* Reading without a network: the service worker's side on the page. */
/* Service workers need https (or this machine); on a disk there is nothing to keep. */
function canKeep() {
  return "serviceWorker" in navigator && self.isSecureContext !== false && location.protocol !== "file:";
}

var registered = null;

function register() {
  if (!canKeep()) return Promise.reject(new Error("no service worker"));
  if (!registered) {
    var container = navigator.serviceWorker;
    /* Only the window in which the reader agreed reloads by itself. */
    container.addEventListener("controllerchange", function () {
      if (updating) location.reload();
      else if (hadWorker) notice(word("updatedElsewhere"), [button("reload", function () { location.reload(); })]);
      hadWorker = true;
    });
    registered = container.register(new URL("sw.js", policy.root).href, { updateViaCache: "none" });
    registered.then(watchUpdates, function () {});
  }
  return registered;
}

var hadWorker = canKeep() && !!navigator.serviceWorker.controller;
var updating = false;

function watchUpdates(registration) {
  function offer(worker) {
    /* Without a controller this is the first release kept, not a newer one. */
    if (!worker || !navigator.serviceWorker.controller) return;
    notice(word("newRelease"), [
      button("update", function () {
        updating = true;
        worker.postMessage({ takeOver: true });
      }),
      button("later", closeNotice),
    ]);
  }
  offer(registration.waiting);
  registration.addEventListener("updatefound", function () {
    var worker = registration.installing;
    worker.addEventListener("statechange", function () {
      if (worker.state === "installed") offer(worker);
    });
  });
  navigator.serviceWorker.ready.then(function (ready) {
    ready.active.postMessage({ opened: true, searched: policy.searched === true });
  });
}

var noticeBar = null;

/* A bar that asks and waits; it takes no focus and covers no control. */
function notice(text, buttons) {
  closeNotice();
  noticeBar = make("div", { class: "notice", role: "status", lang: root.lang }, [
    make("p", {}, [text]),
    make("div", { class: "choice" }, buttons.length ? buttons : [button("close", closeNotice)]),
  ]);
  var bar = noticeBar;
  style().then(function () {
    if (bar === noticeBar) document.body.appendChild(bar);
  });
}

function closeNotice() {
  if (noticeBar && noticeBar.parentNode) noticeBar.parentNode.removeChild(noticeBar);
  noticeBar = null;
}

/* Whether programs run here: where they don't, nothing is said of searching. The bytes are the smallest program there is. */
function runsPrograms() {
  try {
    return !policy.failed && !!new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch (refused) {
    return false;
  }
}

function megabytes(bytes) {
  return Math.max(bytes / 1e6, 0.1).toFixed(1) + " MB";
}

/* Asks the worker that is in charge; it answers on a channel of its own. */
function askWorker(question, heard) {
  return register().then(function () {
    return navigator.serviceWorker.ready;
  }).then(function (registration) {
    var channel = new MessageChannel();
    channel.port1.onmessage = function (event) {
      heard(event.data);
    };
    registration.active.postMessage(question, [channel.port2]);
  });
}

/* The about page offers the same; without a service worker its links to single files stay. */
function offerToKeep() {
  var place = document.querySelector("[data-keep]");
  if (!place || !canKeep()) return;
  style().then(function () {
    place.textContent = "";
    offlineChoice(place);
  });
}

/* What the settings offer: keeping everything, or a single file, or nothing on a disk. */
function offlineChoice(place) {
  var status = make("p", { role: "status" });
  if (location.protocol === "file:") {
    place.appendChild(make("p", {}, [word("onDisk")]));
    return;
  }
  if (!canKeep()) {
    place.appendChild(make("p", {}, [word("oneFile")]));
    place.appendChild(make("ul", {}, DOCUMENTS.map(function (one) {
      var href = new URL(one[0], policy.root).href;
      return make("li", {}, [make("a", { href: href }, [one[english() ? 2 : 1]])]);
    })));
    return;
  }
  place.appendChild(status);
  askWorker({ kept: language(), page: pagePath() }, function (kept) {
    if (kept.failed) return (status.textContent = word("failed"));
    var all = word(kept.parted ? "keptDocument" : runsPrograms() ? "keptAll" : "keptPages");
    if (kept.lacking === 0) return (status.textContent = all);
    place.insertBefore(make("p", {}, [word(kept.language ? "languageKept" : "openedKept")]), status);
    if (kept.lacking === null) return (status.textContent = word("keepEach"));
    var keep = make("button", { type: "button", click: start }, [word(kept.parted ? "keepDocument" : "keep", megabytes(kept.lacking))]);
    function start() {
      keep.disabled = true;
      keepEverything(function (percent) {
        status.textContent = word("keeping", percent);
      }).then(
        function () { status.textContent = all; },
        function (kind) {
          keep.disabled = false;
          status.textContent = word({ room: "noRoom", damaged: "damaged" }[kind] || "lost");
        }
      );
    }
    place.insertBefore(make("div", { class: "choice" }, [keep]), status);
  }).catch(function () {
    status.textContent = word("failed");
  });
}

/* Where this page is, from the root of the site. */
function pagePath() {
  return location.href.slice(policy.root.length).split(/[?#]/)[0];
}

/* The promise fails with "room", "damaged" or "network". */
function keepEverything(progress) {
  return new Promise(function (resolve, reject) {
    askWorker({ keep: true, page: pagePath() }, function (said) {
      if (said.failed) reject(said.failed);
      else if (said.done) resolve();
      else progress(Math.floor((100 * said.bytes) / said.of));
    }).catch(function () {
      reject("network");
    });
  });
}
