/* What is loaded when the page has nothing else to do: files that are likely to be wanted next. */
/* A reader waits for hits: the line is theirs. */
function searching() {
  return showing || waiting.length || (search && !started);
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

/* The search comes into the browser's store before it is wanted, once in a visit, and where bytes
   are cheap its engine as well. */
function fetchAhead() {
  var network = (navigator.connection || {}).effectiveType || "";
  if (network.slice(-2) === "2g") return;
  fetchNeighbours();
  if (!runs) return;
  var names = ["search", "search-program", "library", "thesaurus"];
  if (FILES.pieces) names.push("pieces");
  else if (network === "4g") names.push("engine", "engine-program", "index", "rare-words");
  try {
    if (sessionStorage.getItem("policy-ahead") === FILES.index.path) return;
    sessionStorage.setItem("policy-ahead", FILES.index.path);
  } catch (refused) {}
  names.forEach(function (name) {
    if (FILES[name]) fetch(new URL(FILES[name].path, root).href, { integrity: FILES[name].integrity, cache: "force-cache" }).catch(nothing);
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
