/* What all parts of the loader share: the page, its site, and the box of the search. */
var here = document.currentScript;
var root = new URL(here.getAttribute("data-root"), location.href).href;
var app = document.getElementById("app");
var library = null;
function theLibrary() {
  return library || (library = load(root, "library"));
}
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
/* The words of a further language of the interface; without them tools and search are Chinese. */
var words = null;
function theWords() {
  var name = "words-" + document.documentElement.lang;
  if (!words) {
    words = FILES[name] ? script(root, name).catch(function () { words = null; }) : Promise.resolve();
  }
  return words;
}
/* On a disk, and where WebAssembly is missing, no program is loaded. */
var runs = location.protocol !== "file:" && typeof WebAssembly === "object";
var policy = (self.policy = { root: root, files: FILES, load: load, script: script });

/* The address of this page; of a copy on a disk the one that it was published under. */
policy.address = function () {
  var canonical = document.querySelector("link[rel='canonical']");
  return location.protocol === "file:" && canonical ? canonical.href : location.origin + location.pathname;
};

/* What paper needs and a screen shows elsewhere: the site, its release, and the full address. Readers
   may print before the tools have come, and not only with our own button. */
var printed = document.createElement("p");
printed.className = "print-only";
self.addEventListener("beforeprint", function () {
  var foot = document.querySelector("footer.site");
  var release = document.querySelector("meta[name='release']");
  if (!foot) return;
  var line = foot.getAttribute("data-printed").replace("{}", release ? release.content : "");
  printed.textContent = line + " · " + policy.address();
  foot.appendChild(printed);
});

/* The box shows what the address asks before any program has come. */
var asked = /[?&]q=[^&]/.test(location.search) && new URLSearchParams(location.search).get("q");
var box = document.getElementById("q");
if (asked && box && !box.value) box.value = asked;
