/* Before anything is painted: the stricter security policy where the browser knows it, and the
   reader's kept settings, so that the page does not jump. A phone and elder mode show the language
   of the interface alone unless the reader wants both. */
(function (d) {
  if ([].findLast && self.CSS && CSS.supports("container-type", "inline-size")) {
    var strict = document.createElement("meta");
    strict.httpEquiv = "Content-Security-Policy";
    strict.content = "script-src 'self' 'wasm-unsafe-eval'";
    document.head.appendChild(strict);
  }
  /* On a disk browsers can't check a file, and refuse one that has a digest: the loader loses its
     own there, after it is read and before it is asked for. */
  var disk = location.protocol === "file:";
  if (disk) new MutationObserver(function (all, observer) {
    var loader = document.querySelector("script[data-root]");
    if (!loader) return;
    observer.disconnect();
    loader.removeAttribute("integrity");
  }).observe(d, { childList: true, subtree: true });
  /* The loader did not come, or is not what was built: the search page has what the plain search
     needs, and says so; other pages stay as they are. */
  addEventListener("error", function (e) {
    var old = e.target, at = old && old.getAttribute && old.getAttribute("data-root");
    if (!at) return;
    var root = new URL(at, location.href).href;
    var files = (old.getAttribute("data-plain") || "").split(" ");
    function add(path, digest) {
      return new Promise(function (done, failed) {
        var s = document.createElement("script");
        s.src = new URL(path, root).href;
        if (!disk) s.integrity = digest;
        s.onload = done;
        s.onerror = failed;
        document.head.appendChild(s);
      });
    }
    if (!files[3]) return;
    d.removeAttribute("data-q");
    self.policy = { root: root, script: function () { return add(files[2], files[3]); } };
    add(files[0], files[1]).catch(function () {
      document.getElementById("search-lost").hidden = false;
    });
  }, true);
  var t = /[?&]text=(both|zh|en)\b/.exec(location.search), kept = {};
  d.setAttribute("data-script", "");
  if (/[?&]q=[^&]/.test(location.search)) d.setAttribute("data-q", "");
  try {
    kept = JSON.parse(localStorage.getItem("policy-reading")) || kept;
  } catch (e) {}
  var elder = kept.elder || location.hash === "#elder", own = d.lang.slice(0, 2);
  var single = elder || matchMedia("(max-width:47.99em)").matches;
  var text = t ? t[1] : single && kept.text !== "both" ? own : kept.text;
  var size = elder ? kept.elderSize : kept.size;
  if (text) d.setAttribute("data-text", text);
  if (kept.theme) d.setAttribute("data-theme", kept.theme);
  if (size) d.style.setProperty("--step", size);
  if (elder) d.setAttribute("data-elder", "");
  var read = text === "zh" || text === "en" ? text : own;
  if (String(kept.voice).indexOf(read) >= 0) d.setAttribute("data-voice", "");
  /* The second touch of a double tap on a hit must not press what the next page has there. */
  addEventListener("click", function (e) {
    var now = Date.now(), last = [0], hit = e.target.closest && e.target.closest(".hit a");
    try {
      last = JSON.parse(sessionStorage.getItem("policy-tap")) || last;
      if (hit) sessionStorage.setItem("policy-tap", JSON.stringify([now, e.clientX, e.clientY]));
    } catch (x) {}
    /* A hit is what the reader means, even at once after the way back. */
    if (hit || !e.detail || now - last[0] > 500 || Math.abs(e.clientX - last[1]) + Math.abs(e.clientY - last[2]) > 50) return;
    e.preventDefault();
    e.stopImmediatePropagation();
  }, true);
})(document.documentElement);
