/* The pop-up on a term or on a reference: its explanation, or the words of the place that it names,
   where it stands. Both are links, which are followed where what they show doesn't come. */
var TERM_PATIENCE = 4000;
var TERM_GAP = 6;
var terms = {};
/* The pop-up that is open, and the link that it belongs to. */
var explained = null;

/* The explanations in a language (site/src/terms.rs), loaded with the first pop-up. */
function termsIn(language) {
  if (!terms[language]) {
    terms[language] = policy.script(policy.root, "terms-" + language).then(function () {
      return self.policyTerms[language];
    });
    terms[language].catch(function () {
      delete terms[language];
    });
  }
  return terms[language];
}

function openTerm(link) {
  popUp(link, termsIn(language()).then(function (all) {
    var term = all.filter(function (one) {
      return "#" + one[0] === link.hash;
    })[0];
    return termContent(term, link);
  }));
}

/* Shows what is coming beside a link, or follows the link. */
function popUp(link, coming) {
  var again = explained && explained.link === link;
  closeTerm(again);
  if (again) return;
  var late = new Promise(function (resolve, reject) {
    setTimeout(reject, TERM_PATIENCE);
  });
  Promise.race([Promise.all([coming, style()]), late]).then(function (loaded) {
    var at = present(link);
    if (at) showBeside(at, loaded[0]);
  }).catch(function () {
    location.href = link.href;
  });
}

/* The term as it stands on the page now: the app may have put an equal one in its place. */
function present(link) {
  if (document.contains(link)) return link;
  return Array.prototype.filter.call(document.querySelectorAll("a.term"), function (other) {
    return other.hash === link.hash;
  })[0];
}

function showBeside(link, content) {
  closeTerm(false);
  var box = make("div", {
    class: "term-box",
    role: "dialog",
    "aria-labelledby": "term-name",
    "aria-describedby": "term-text",
    tabindex: "-1",
    lang: root.lang,
  }, content);
  explained = { box: box, link: link };
  link.setAttribute("aria-expanded", "true");
  document.body.appendChild(box);
  placeTerm();
  box.addEventListener("keydown", leaveTerm);
  box.addEventListener("click", function (event) {
    if (event.target.closest("a")) setTimeout(closeTerm, 0);
  });
  try {
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  } catch (old) {
    box.focus();
  }
  /* Beside the room kept for the head, which goes on the way down, it may not have found its own. */
  var place = box.getBoundingClientRect();
  if (place.bottom > self.innerHeight && place.top > 0) {
    self.scrollBy(0, Math.min(place.top, place.bottom - self.innerHeight));
  }
}

/* `[id, Chinese, English, explanation, label of its source, name and path of the source]`; in the
   explanation every other piece is Chinese. */
function termContent(term, link) {
  var name = [make("span", { class: "zh", lang: "zh-Hans" }, [term[1]])];
  if (term[2]) name.push(" ", make("span", { class: "en", lang: "en" }, [term[2]]));
  var text = term[3].map(function (piece, index) {
    return index % 2 ? make("span", { lang: "zh-Hans", dir: root.dir === "rtl" ? "ltr" : null }, [piece]) : piece;
  });
  var source = [make("span", { class: "tag" }, [term[4]])];
  if (term[6]) source.push(" ", make("a", { href: new URL(term[6], policy.root).href }, [term[5]]));
  return [
    make("h2", { id: "term-name" }, name),
    make("p", { id: "term-text" }, text),
    make("p", { class: "basis" }, source),
    make("div", { class: "term-foot" }, [
      make("a", { href: link.href }, [word("inGlossary")]),
      button("close", function () { closeTerm(true); }),
    ]),
  ];
}

/* Below the term, or above it where only that leaves all of it in view. */
function placeTerm() {
  if (!explained) return;
  var box = explained.box;
  var lines = explained.link.getClientRects();
  if (!lines.length) return;
  var room = document.documentElement.clientWidth - box.offsetWidth - TERM_GAP;
  var below = lines[lines.length - 1].bottom + TERM_GAP;
  var above = lines[0].top - TERM_GAP - box.offsetHeight;
  var over = below + box.offsetHeight > self.innerHeight && above >= 0;
  box.style.left = Math.max(TERM_GAP, Math.min(lines[0].left, room)) + self.pageXOffset + "px";
  box.style.top = (over ? above : below) + self.pageYOffset + "px";
}

/* The pop-up stands at the end of the document; for the Tab key it stands behind its term. */
function leaveTerm(event) {
  if (event.key !== "Tab") return;
  var all = explained.box.querySelectorAll("button, a[href]");
  var at = document.activeElement;
  var back = event.shiftKey && (at === all[0] || at === explained.box);
  if (back) event.preventDefault();
  if (back || (!event.shiftKey && at === all[all.length - 1])) closeTerm(true);
}

/* `focus`: whether the term gets the focus back. */
function closeTerm(focus) {
  if (!explained) return;
  var was = explained;
  explained = null;
  was.box.parentNode.removeChild(was.box);
  var link = present(was.link);
  was.link.removeAttribute("aria-expanded");
  if (focus === true && link) link.focus();
}

document.addEventListener("keydown", function (event) {
  if (explained && (event.key === "Escape" || event.key === "Esc")) closeTerm(true);
});
document.addEventListener("click", function (event) {
  if (!explained || explained.box.contains(event.target)) return;
  /* These links open and close by themselves. */
  if (event.target.closest && event.target.closest("a.term, [data-tool='cited']")) return;
  closeTerm(document.activeElement === document.body || explained.box.contains(document.activeElement));
});
self.addEventListener("resize", function () {
  if (!explained) return;
  var link = present(explained.link);
  if (link) explained.link = link;
  placeTerm();
});
