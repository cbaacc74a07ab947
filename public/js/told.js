/* On a page in a further language: Chinese that tools and search put there, as the language lacks a
   word of its own, is told to be Chinese, and what names its language gets the direction of that. On
   the page itself the builder did so (app/src/prerender/told.rs). It comes with the words of the
   language, before both, and sets attributes alone: the search keeps hold of its texts. */
(function (d) {
  /* The languages whose lines begin on the right, filled in at build time. */
  var RTL = POLICY_RTL;
  var HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
  /* Letters of others; a plain Latin word stands among Chinese as well, and two in a row don't. */
  var OTHER = /[A-Za-z]{2} [A-Za-z]{2}|[\u00c0-\u00d6\u00d8-\u1fff\u2c00-\u2dff\u3040-\u31ff\ua000-\ud7ff\ufb13-\ufdff\ufe70-\ufefe]/;

  function turn(element) {
    var dir = RTL.indexOf(element.lang) < 0 ? "ltr" : "rtl";
    if (dir !== (d.dir || "ltr")) element.dir = dir;
  }

  function hasOwnChinese(element) {
    return [].some.call(element.childNodes, function (node) {
      return node.nodeType === 3 && HAN.test(node.data);
    });
  }

  function tell(element) {
    var chinese = hasOwnChinese(element) && !OTHER.test(element.textContent);
    var around = element.parentElement && element.parentElement.closest("[lang]");
    if (element.hasAttribute("data-told")) {
      if (chinese) return;
      ["data-told", "lang", "dir"].forEach(function (name) {
        element.removeAttribute(name);
      });
    } else if (element.hasAttribute("lang")) {
      if (!element.hasAttribute("dir")) turn(element);
    } else if (chinese && around && around.lang === d.lang) {
      element.setAttribute("data-told", "");
      element.lang = "zh-Hans";
      turn(element);
    }
  }

  function tellAll(node) {
    if (node.nodeType === 3) node = node.parentElement;
    if (!node || node.nodeType !== 1 || !document.body.contains(node)) return;
    tell(node);
    [].forEach.call(node.querySelectorAll("*"), tell);
  }

  new MutationObserver(function (all) {
    all.forEach(function (one) {
      if (one.type === "characterData") tellAll(one.target);
      [].forEach.call(one.addedNodes, tellAll);
    });
  }).observe(d, { childList: true, characterData: true, subtree: true });
})(document.documentElement);
