/* The pop-up on a reference: the words of the provision, of the paragraph in it, or of the document
   that it names, taken from its page, which is fetched as if the link were followed. */
var CITED_LONGEST = 600;

function openCited(link) {
  if (explained && explained.link === link) return closeTerm(true);
  if (!self.fetch) {
    location.href = link.href;
    return;
  }
  var page = link.href.split("#")[0];
  var own = page === location.href.split(/[?#]/)[0];
  var coming = own ? Promise.resolve(document) : fetch(page, { credentials: "same-origin" }).then(function (answer) {
    if (!answer.ok) throw answer.status;
    return answer.text();
  }).then(function (html) {
    return new DOMParser().parseFromString(html, "text/html");
  });
  popUp(link, coming.then(function (there) {
    return citedContent(there, link);
  }));
}

/* Its name, the document that it is of, its words. */
function citedContent(there, link) {
  var title = there.querySelector("main h1");
  var from = there.querySelector("main .trail a");
  var texts = citedTexts(there, link.hash.slice(1));
  if (!title || !texts.length) throw link.href;
  var parts = [make("h2", { id: "term-name" }, inItsLanguages(title))];
  if (from) parts.push(make("p", { class: "basis" }, [from.textContent]));
  parts.push(make("div", { id: "term-text" }, texts));
  parts.push(make("div", { class: "term-foot" }, [
    make("a", { href: link.href }, [word("openCited")]),
    button("close", function () { closeTerm(true); }),
  ]));
  return parts;
}

/* The paragraph with that anchor and its items, all of them, or what the document is. */
function citedTexts(there, anchor) {
  var all = Array.prototype.slice.call(there.querySelectorAll("main .paragraph, main .summary, main .run-in"));
  var target = anchor && there.getElementById(anchor);
  var first = all.indexOf(target && target.closest(".paragraph"));
  if (first >= 0) {
    var end = first + 1;
    /* An item ends with itself, a paragraph with its last item. */
    while (!label(all[first]) && end < all.length && label(all[end])) end++;
    all = all.slice(first, end);
  }
  if (!all.length) all = Array.prototype.slice.call(there.querySelectorAll("main .full-title, main .stated, main .rows"), 0, 1);
  var length = 0;
  return all.filter(function (one) {
    var fits = length < CITED_LONGEST;
    length += one.textContent.length;
    return fits;
  }).map(function (one) {
    return make("p", {}, inItsLanguages(one));
  });
}

function label(paragraph) {
  return paragraph.querySelector(".label");
}

/* The texts of an element in the languages that the page shows, each with its language. */
function inItsLanguages(element) {
  var shown = root.getAttribute("data-text") || (english() ? "both" : "zh");
  var texts = Array.prototype.filter.call(element.querySelectorAll("[lang]"), function (one) {
    return !one.querySelector("[lang]");
  });
  if (!texts.length) return [element.textContent.trim()];
  var both = texts.some(isEnglish) && !texts.every(isEnglish);
  return texts.filter(function (one) {
    return !both || shown === "both" || isEnglish(one) === (shown === "en") || one.className === "label";
  }).map(function (one) {
    return make("span", { lang: one.lang }, [one.textContent, " "]);
  });
}

function isEnglish(one) {
  return one.lang === "en";
}
