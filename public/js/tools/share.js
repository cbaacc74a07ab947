/* Passing a measure or a sentence on: what it says, where it stands, its address. */

/* What stands at an element, in the chosen languages, with its citation. */
function passage(element) {
  var article = element.closest("article");
  var sentence = element.closest(".sentence, table.rows tr[id]");
  var chosen = root.getAttribute("data-text") || "both";
  var sentences = sentence ? [sentence] : article.querySelectorAll(".sentence, table.rows tr[id]");
  function lines(language, further) {
    if (chosen !== language && chosen !== "both" && !further) return "";
    var texts = Array.prototype.map.call(sentences, function (one) {
      return lineOf(one, language) && labelOf(one) + lineOf(one, language);
    });
    /* The rows of a table stand one below the other. */
    return texts.filter(Boolean).join(language === "zh" ? "" : " ").replace(/ *\n+ */g, "\n").trim();
  }
  var heading = article.querySelector("h1");
  function title(language) {
    var part = heading.querySelector("." + language);
    return (part || heading).textContent.trim();
  }
  var label = heading.querySelector(".label");
  var trail = document.querySelector(".trail a");
  var zh = lines("zh");
  var en = lines("en");
  return {
    number: label ? label.textContent.trim() : "",
    title: title(english() ? "en" : "zh"),
    zh: zh || (en ? "" : lineOf(sentences[0], "zh").trim()),
    en: en,
    further: Array.prototype.map.call(article.querySelectorAll("[data-in][aria-pressed='true']"), function (one) {
      var name = one.firstElementChild;
      var vertical = name.classList.contains("vertical");
      return { text: lines(one.getAttribute("data-in"), true), rtl: name.dir === "rtl", vertical: vertical };
    }).filter(function (one) {
      return one.text;
    }),
    part: article.getAttribute("data-part"),
    document: article.getAttribute("data-title") || (trail ? trail.textContent.trim() : ""),
    place: sentence ? word("sentence", sentence.id.slice(1)) : "",
    source: article.getAttribute("data-source") || "",
    address: addressOf(sentence),
  };
}

/* The text of one language of a sentence, without what is shown beneath it. */
function lineOf(sentence, language) {
  if (!sentence) return "";
  if (sentence.tagName === "TR") return rowOf(sentence, language);
  var line = Array.prototype.filter.call(sentence.children, function (child) {
    return child.classList.contains(language + "-line");
  })[0];
  return line ? line.textContent.trim() : "";
}

/* A row of a table, on a line of its own; its translations stand in the rows below it. */
function rowOf(row, language) {
  var own = language === "zh" ? row : row.nextElementSibling;
  while (own && own !== row && !own.classList.contains(language + "-line")) own = own.id ? null : own.nextElementSibling;
  if (!own) return "";
  /* The number of the row, and the empty cell below it, are none of its cells. */
  var first = own.cells[0].hasAttribute("colspan") ? 0 : 1;
  var cells = Array.prototype.slice.call(own.cells, first).map(function (cell) {
    return Array.prototype.map.call(cell.childNodes, function (part) {
      return part.nodeName === "BR" ? " " : part.textContent;
    }).join("").trim();
  });
  return "\n" + cells.join(" | ") + "\n";
}

/* The number of the paragraph that a sentence begins: (一), 1. */
function labelOf(sentence) {
  var before = sentence.previousElementSibling;
  return before && before.classList.contains("label") ? before.textContent.trim() : "";
}

/* The page's own address without the reader's settings; from a disk, the published one. */
function addressOf(sentence) {
  return policy.address() + (sentence ? "#" + sentence.id : "");
}

/* What a citation names: who issued it, its official title, the measure, the sentence. */
function citation(from) {
  /* A title with marks of its own stands as it is, as in all exports. */
  var name = /[《“]/.test(from.document) ? from.document : word("cited", from.document);
  var parts = [name].concat(from.part || [], from.title, from.place || []);
  return (from.source && word("issuer", from.source)) + parts.join(word("comma"));
}

/* Which text it was: the site's release, and the day on which it was read. */
function accessed() {
  var day = new Date();
  function two(number) {
    return ("0" + number).slice(-2);
  }
  var date = [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join("-");
  return word("release") + " " + release() + " · " + word("accessed", date);
}

function release() {
  var meta = document.querySelector("meta[name='release']");
  return meta ? meta.content : "";
}

/* The text with its citation, without the address. */
function cited(from) {
  var texts = [from.zh, from.en && from.en + " " + word("unofficial")].filter(Boolean);
  from.further.forEach(function (one) {
    texts.push(one.text);
  });
  return texts.concat("—— " + citation(from), accessed()).join("\n");
}

function whole(from) {
  return cited(from) + "\n" + from.address;
}

function openShare(element) {
  var from = passage(element);
  var name = word(from.place ? "shareSentence" : "share");
  openPassing(name, { title: citation(from), text: cited(from), url: from.address }, drawing("card", from));
}

/* The targets of the page, as their drawing tells them. */
function openTargets() {
  var picture = document.querySelector(".picture-narrow svg");
  var title = picture.querySelector("title").textContent;
  var what = { title: title, text: title + "\n" + picture.querySelector("desc").textContent, url: addressOf(null) };
  openPassing(title, what, drawing("targets", picture));
}

/* What pictures are made with, loaded at the first wish for one. */
policy.shared = { word: word, make: make, citation: citation, accessed: accessed, whole: whole, addressOf: addressOf };
var pictures = null;

/* Draws a kind of picture of something, into a place, and says how that went. */
function drawing(kind, of) {
  return function (place, said) {
    pictures = pictures || policy.script(policy.root, "pictures");
    pictures.then(function () {
      policy.pictures[kind](of, place, said);
    }, function () {
      pictures = null;
      said.textContent = word("failed");
    });
  };
}

/* The panel that passes something on: title, text, url. `draw` makes a picture of it, where there
   is one, and says how that went. */
function openPassing(name, what, draw) {
  var text = what.text + "\n" + what.url;
  var said = make("p", { class: "said", role: "status" });
  var picture = make("div", { class: "picture-of" });
  var buttons = [
    button("copy", function () {
      copy(text).then(
        function () { said.textContent = word("copied"); },
        function () { said.textContent = word("copyByHand"); }
      );
    }),
  ];
  if (draw) {
    buttons.push(button("card", function () {
      said.textContent = "";
      draw(picture, said);
    }));
  }
  if (navigator.share) {
    buttons.unshift(button("send", function () {
      navigator.share(what).catch(function () {});
    }));
  }
  openPanel(name, [
    make("div", { class: "quoted", tabindex: "0" }, [make("p", {}, [text])]),
    make("div", { class: "choice" }, buttons),
    said,
    picture,
  ]);
}

/* The old way first: it must run while the touch still counts, and navigator.clipboard, which needs
   https and a willing WebView, says no only after that. */
function copy(text) {
  function oldWay() {
    var area = make("textarea", { readonly: "", class: "visually-hidden" });
    area.value = text;
    (opened ? opened.panel : document.body).appendChild(area);
    var focused = document.activeElement;
    area.select();
    area.setSelectionRange(0, text.length);
    var done = document.execCommand("copy");
    area.parentNode.removeChild(area);
    if (focused) focused.focus();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }
  return oldWay().catch(function (refused) {
    if (!navigator.clipboard) throw refused;
    return navigator.clipboard.writeText(text);
  });
}
