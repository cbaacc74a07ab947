/* Which translations into further languages stand beside the text, on sites that have such: the
   address says it first, then what the reader chose before. With nothing chosen all translations
   stand there (not what is converted from the source, `-t-` in its tag), and none where the reader
   reads one language alone. Where the interface is in such a language, the source, or the English
   where the reader chose it, stands there with the translation into it, on a phone as well, and the
   choice is one of its own. */
(function (d) {
  var asked = /[?&]beside=([\w,-]*)/.exec(location.search), kept = null;
  var own = /^(zh|en)/.test(d.lang) ? "" : d.lang, key = "policy-languages" + (own && "-" + own);
  var text = "zh";
  try {
    kept = localStorage.getItem(key);
    text = JSON.parse(localStorage.getItem("policy-reading")).text || text;
  } catch (e) {}
  if (own && kept === null) kept = own;
  if (own && !/^(both|zh|en)$/.test(d.getAttribute("data-text"))) d.setAttribute("data-text", text);
  if (asked) kept = asked[1].replace(/,/g, " ");
  if (kept !== null) d.setAttribute("data-beside", kept);
  function switches() {
    return [].slice.call(document.querySelectorAll(".languages [data-in]"));
  }
  function shown() {
    var chosen = d.getAttribute("data-beside");
    if (chosen !== null) return chosen.split(" ").filter(Boolean);
    if (/^(zh|en)$/.test(d.getAttribute("data-text"))) return [];
    return switches().map(function (one) { return one.getAttribute("data-in"); }).filter(function (one) {
      return one.indexOf("-t-") < 0;
    });
  }
  function show() {
    var all = shown();
    switches().forEach(function (one) {
      one.setAttribute("aria-pressed", String(all.indexOf(one.getAttribute("data-in")) >= 0));
    });
  }
  function choose(language) {
    var all = shown(), at = all.indexOf(language), url = new URL(location.href);
    if (at < 0) all.push(language);
    else all.splice(at, 1);
    d.setAttribute("data-beside", all.join(" "));
    try {
      localStorage.setItem(key, all.join(" "));
    } catch (e) {}
    url.searchParams.set("beside", all.join(","));
    history.replaceState(history.state, "", url.href);
  }
  addEventListener("click", function (e) {
    var one = e.target.closest && e.target.closest(".languages [data-in]");
    if (one) choose(one.getAttribute("data-in"));
  });
  new MutationObserver(show).observe(d, { attributes: true, attributeFilter: ["data-text", "data-beside"] });
  document.addEventListener("DOMContentLoaded", show);
})(document.documentElement);
