/* Saved measures. The list is kept on the device as the addresses of its measures; as the end of an
   address it is passed on. Its page has the names of all measures (app/src/views/saved.rs), of which
   those on the list are shown; in a large collection they are read from the measures' own pages. */
/* Sites in other folders of the same host have lists of their own. */
var SAVED_KEY = "policy-saved " + new URL(policy.root).pathname;
/* What the page shows; a measure that is taken off the list stays there until it is left, with its
   star empty, so that a slip of the finger is mended by another touch. */
var listed = [];

/* `opinions-2026/13_14_roads/2`: what has no document of its own is of the one before. Only signs
   that every program takes for a part of an address. */
function readList(text) {
  var found = [];
  var of = "";
  text.split("_").forEach(function (piece) {
    var parts = /^(?:([a-z0-9-]+)\/)?([a-z0-9.-]+)$/.exec(piece);
    if (!parts) return;
    of = parts[1] || of;
    var at = of + "/" + parts[2];
    if (of && found.indexOf(at) < 0) found.push(at);
  });
  return found;
}

function writeList(list) {
  var of = "";
  return list.slice().sort().map(function (at) {
    var parts = at.split("/");
    var piece = parts[0] === of ? parts[1] : at;
    of = parts[0];
    return piece;
  }).join("_");
}

/* The list on this device; null where the browser keeps nothing. */
function savedHere() {
  try {
    return readList(localStorage.getItem(SAVED_KEY) || "");
  } catch (refused) {
    return null;
  }
}

/* Read anew before each change: another window may have changed it. Says whether it was kept. */
function changeSaved(change) {
  var list = change(savedHere() || []);
  try {
    if (list.length) localStorage.setItem(SAVED_KEY, writeList(list));
    else localStorage.removeItem(SAVED_KEY);
  } catch (refused) {
    notice(word("cantSave"), []);
    return false;
  }
  showSaved();
  return true;
}

function atOf(element) {
  return element.closest("[data-at]").getAttribute("data-at");
}

function toggleSaved(element) {
  var at = atOf(element);
  var first = false;
  var kept = changeSaved(function (list) {
    var others = list.filter(function (other) { return other !== at; });
    first = !list.length;
    return others.length < list.length ? others : list.concat(at);
  });
  /* The first one says where the list is. */
  if (!kept || !first) return;
  var link = document.querySelector("a[data-list]");
  notice(word("firstSaved"), [make("a", { href: link.href }, [link.textContent]), button("close", closeNotice)]);
}

/* The list that the address brought, if it did. */
function sentList() {
  var sent = new URLSearchParams(location.search).get("m");
  return sent === null ? null : readList(sent);
}

function saveSent() {
  var kept = changeSaved(function (list) {
    return list.concat(sentList().filter(function (at) { return list.indexOf(at) < 0; }));
  });
  if (kept) location.href = document.querySelector("a[data-list]").href;
}

function each(selector, within, act) {
  Array.prototype.forEach.call((within || document).querySelectorAll(selector), act);
}

/* Stars and list as the device has them. */
function showSaved() {
  var here = savedHere();
  var page = document.querySelector("[data-saved]");
  if (page) showList(page, here);
  each("[data-tool='save']", document, function (star) {
    star.setAttribute("aria-pressed", String(!!here && here.indexOf(atOf(star)) >= 0));
  });
}

function showList(page, here) {
  var sent = sentList();
  var now = sent || here || [];
  listed = listed.concat(now.filter(function (at) { return listed.indexOf(at) < 0; }));
  var pattern = page.querySelector("li[data-at='']");
  if (pattern) listed.sort(byNumber).forEach(function (at) { addRow(pattern, at); });
  var known = 0;
  var unread = 0;
  each("li[data-at]", page, function (row) {
    var at = atOf(row);
    row.hidden = listed.indexOf(at) < 0;
    if (now.indexOf(at) >= 0) known++;
    if (!row.hidden && row.getAttribute("data-name") === "unread") unread++;
    var star = row.querySelector("button");
    if (!at || star.title || row.hasAttribute("data-name")) return;
    star.title = star.getAttribute("aria-label");
    star.setAttribute("aria-label", star.title + " " + row.querySelector("a").textContent);
  });
  each("[data-group]", page, function (group) {
    group.hidden = !group.querySelector("li:not([hidden])");
  });
  var gone = now.length - known;
  var said = {
    sent: sent && known,
    refused: !here && !sent,
    own: here && !sent && known,
    empty: here && !known && !gone,
    gone: gone,
    unread: unread,
  };
  each("[data-when]", page, function (line) {
    var number = said[line.getAttribute("data-when")];
    line.hidden = !number;
    var text = line.getAttribute("data-text") || line.textContent;
    line.setAttribute("data-text", text);
    line.textContent = text.replace("{}", number);
  });
  var others = !!sent && !!here && sent.some(function (at) { return here.indexOf(at) < 0; });
  page.querySelector("[data-tool='pass-saved']").hidden = !known;
  page.querySelector("[data-tool='save-sent']").hidden = !known || !others;
  page.querySelector("[data-own]").hidden = !sent;
  page.setAttribute("data-saved", "shown");
}

/* A row for a measure whose name this page does not have: its number until its own page has come. One
   that the site does not have goes again. */
function addRow(pattern, at) {
  if (FETCHED[at]) return;
  FETCHED[at] = true;
  var row = pattern.cloneNode(true);
  var link = row.querySelector("a");
  row.setAttribute("data-at", at);
  row.setAttribute("data-name", "awaited");
  row.querySelector("button").removeAttribute("title");
  link.href = "../" + at + "/";
  link.textContent = at;
  var number = at.split("/")[0];
  var group = document.querySelector("[data-document='" + number + "']");
  if (!group) {
    group = pattern.closest("[data-group]").cloneNode(false);
    group.setAttribute("data-document", number);
    group.appendChild(make("h2", {}, [number]));
    group.appendChild(make("ol", { class: "provisions" }));
    pattern.closest("[data-group]").parentNode.appendChild(group);
  }
  group.querySelector("ol").appendChild(row);
  /* From a disk no page can be read. */
  if (location.protocol === "file:") {
    link.href += "index.html";
    return row.removeAttribute("data-name");
  }
  /* The service worker answers with the page that it keeps. */
  fetch(link.href + "?kept", { credentials: "same-origin" }).then(function (response) {
    if (response.status === 404) return null;
    if (!response.ok) throw response;
    return response.text();
  }).then(function (html) {
    if (html) nameRow(group, row, new DOMParser().parseFromString(html, "text/html"));
    else row.parentNode.removeChild(row);
  }).catch(function () {
    row.setAttribute("data-name", "unread");
  }).then(showSaved);
}

var FETCHED = {};

function byNumber(one, other) {
  return one.localeCompare(other, "en", { numeric: true });
}

/* Measure and document are named as in the head of the measure's page; a page of anything else is none. */
function nameRow(group, row, page) {
  var article = page.querySelector("article.provision");
  if (!article || article.getAttribute("data-at") !== row.getAttribute("data-at")) return row.parentNode.removeChild(row);
  var heading = article.querySelector("h1");
  var own = heading.querySelector(english() ? ".en" : ".zh") || heading;
  var name = make("span", { lang: own.lang || null }, [own.textContent.trim()]);
  var link = row.querySelector("a");
  link.textContent = "";
  link.appendChild(name);
  var of = page.querySelector("nav.trail a");
  if (of) group.querySelector("h2").textContent = of.textContent;
  row.removeAttribute("data-name");
}

/* The list as a text, each measure with its address, and the whole list as one. */
function passSaved() {
  var base = addressOf(null);
  var now = sentList() || savedHere() || [];
  var lines = [];
  each("li[data-at]", document, function (row) {
    if (now.indexOf(atOf(row)) < 0) return;
    var link = row.querySelector("a");
    lines.push(link.textContent, new URL(link.getAttribute("href"), base).href);
  });
  var title = document.querySelector("main h1").textContent + " · " + document.querySelector(".site-name span").textContent;
  openPassing(word("passList"), { title: title, text: [title].concat(lines).join("\n"), url: base + "?m=" + writeList(now) });
}

self.addEventListener("storage", function (event) {
  if (event.key === SAVED_KEY || event.key === null) showSaved();
});
/* A page that the browser kept alive comes back as it was left. */
self.addEventListener("pageshow", function (event) {
  if (event.persisted) showSaved();
});
