/* Wakes what readers act on, over the page that is already there: the search where an address asks
   something, the tools when the browser is idle or at the first touch. Whatever fails, the page
   stays readable. */
/* The reader's tools: loaded when nothing else is to be done, or at the first click on one. Terms
   are links to the glossary; with the tools they open a pop-up. */
var tools = null;
function loadTools() {
  if (!tools) {
    tools = theWords().then(function () {
      return script(root, "tools");
    });
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
  /* Firefox forbids a form of such a page to go anywhere, as a disk is no origin: the script goes. */
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    var form = event.target;
    location.href = named(form.action) + "?" + new URLSearchParams(new FormData(form));
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

/* What readers act on works from here on. */
function alive() {
  document.documentElement.setAttribute("data-app", "");
}

function start() {
  /* Lists that are sorted and filtered where they stand. */
  if (document.querySelector("[data-enhance], #verify")) policy.script(root, "enhance").catch(nothing);
  if (!runs) {
    plainly();
  } else {
    var asks = /[?&]q=[^&]/.test(location.search);
    if (onSearchPage() || (asks && document.querySelector("article.provision"))) {
      /* Arrows lead from the heading to the hits. */
      var heading = document.querySelector("main h1");
      if (asks && onSearchPage() && heading && document.activeElement === document.body) heading.focus({ preventScroll: true });
      fetchSearch(asks);
      answer();
    }
  }
  /* What is saved is known to the tools alone. */
  if (document.querySelector("[data-saved]")) loadTools();
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
