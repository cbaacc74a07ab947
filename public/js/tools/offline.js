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

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1) + " MB";
}

/* The list of all files of the release, for sizes and for the single files. */
function offlineList() {
  return policy.load(policy.root, "offline").then(function (bytes) {
    return JSON.parse(new TextDecoder().decode(bytes));
  });
}

/* What the settings offer: keeping everything, or a single file, or nothing on a disk. */
function offlineChoice(place) {
  var status = make("p", { role: "status" });
  if (location.protocol === "file:") {
    status.textContent = word("onDisk");
    place.appendChild(status);
    return;
  }
  offlineList().then(function (list) {
    if (!canKeep()) {
      place.appendChild(make("p", {}, [word("oneFile")]));
      place.appendChild(make("ul", {}, list.documents.map(function (one) {
        var href = new URL(one[0], policy.root).href;
        return make("li", {}, [make("a", { href: href }, [one[english() ? 2 : 1]])]);
      })));
      return;
    }
    var files = list.search.concat(list.pages[english() ? "en" : "zh"]);
    var size = megabytes(files.concat(list.core).reduce(function (sum, file) { return sum + file[2]; }, 0));
    var keep = make("button", { type: "button", click: start }, [word("keep", size)]);
    function start() {
      keep.disabled = true;
      keepEverything(function (percent) {
        status.textContent = word("keeping", percent);
      }).then(
        function () { status.textContent = word("keptAll"); },
        function (kind) {
          keep.disabled = false;
          status.textContent = word({ room: "noRoom", damaged: "damaged" }[kind] || "lost");
        }
      );
    }
    place.appendChild(make("p", {}, [word("offlineKept")]));
    place.appendChild(make("div", { class: "choice" }, [keep]));
    place.appendChild(status);
  }, function () {
    status.textContent = word("failed");
    place.appendChild(status);
  });
}

/* Asks the worker; the promise fails with "room", "damaged" or "network". */
function keepEverything(progress) {
  return new Promise(function (resolve, reject) {
    register().then(function () {
      return navigator.serviceWorker.ready;
    }).then(function (registration) {
      var channel = new MessageChannel();
      channel.port1.onmessage = function (event) {
        var said = event.data;
        if (said.failed) reject(said.failed);
        else if (said.done) resolve();
        else progress(Math.floor((100 * said.bytes) / said.of));
      };
      registration.active.postMessage({ keep: english() ? "en" : "zh" }, [channel.port2]);
    }).catch(function () {
      reject("network");
    });
  });
}
