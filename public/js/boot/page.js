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

/* The box shows what the address asks before any program has come. */
var asked = /[?&]q=[^&]/.test(location.search) && new URLSearchParams(location.search).get("q");
var box = document.getElementById("q");
if (asked && box && !box.value) box.value = asked;
