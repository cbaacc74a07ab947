/* Type size, colours, elder mode, choice of text: attributes of the root element, as early.js
   sets them before the page is painted. */
var SIZES = ["0.9375rem", "1.0625rem", "1.1875rem", "1.375rem", "1.625rem", "1.875rem", "2.25rem", "2.625rem"];
var ELDER_SIZES = ["1.375rem", "1.5rem", "1.75rem", "2rem", "2.375rem", "2.75rem", "3.25rem"];

function isElder() {
  return root.hasAttribute("data-elder");
}

function setElder(on) {
  if (on) root.setAttribute("data-elder", "");
  else root.removeAttribute("data-elder");
  keepSetting("elder", on ? 1 : "");
  if (!on && location.hash === "#elder") history.replaceState(history.state, "", location.pathname + location.search);
  applySize();
  followLanguage();
}

function applySize() {
  var size = isElder() ? settings.elderSize : settings.size;
  if (size) root.style.setProperty("--step", size);
  else root.style.removeProperty("--step");
}

/* The size `by` steps from the present one; null where there is none. */
function sizeBeside(by) {
  var sizes = isElder() ? ELDER_SIZES : SIZES;
  var at = sizes.indexOf(isElder() ? settings.elderSize : settings.size);
  return sizes[(at < 0 ? 1 : at) + by] || null;
}

function setTheme(theme) {
  if (theme === "auto") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", theme);
  keepSetting("theme", theme === "auto" ? "" : theme);
}

function setText(text) {
  root.setAttribute("data-text", text);
  keepSetting("text", text);
  var url = new URL(location.href);
  url.searchParams.set("text", text);
  history.replaceState(history.state, "", url.href);
  refresh();
  var announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = word("text") + word("colon") + word(text);
}

/* On a phone and in elder mode the language of the interface alone, as early.js has it: the page may
   have become one in the other language, or the mode been chosen just now. Beside a translation into
   a further language stands the source, or what the reader chose instead, see languages.js. */
function followLanguage() {
  var single = isElder() || matchMedia("(max-width:47.99em)").matches;
  if (settings.text === "both" || /[?&]text=/.test(location.search)) return;
  if (!/^(zh|en)/.test(root.lang)) root.setAttribute("data-text", settings.text || "zh");
  else if (single) root.setAttribute("data-text", english() ? "en" : "zh");
  else if (!settings.text) root.removeAttribute("data-text");
}

/* After the app has put a new page in place: what its markup can't know. */
function refresh() {
  followLanguage();
  var text = root.getAttribute("data-text") || "both";
  Array.prototype.forEach.call(document.querySelectorAll("a[data-tool='text']"), function (link) {
    if (link.getAttribute("data-text") === text) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
  Array.prototype.forEach.call(document.querySelectorAll("a.term, [data-tool='cited']"), function (link) {
    link.setAttribute("aria-haspopup", "dialog");
  });
  offerReading();
}

function openSettings() {
  function resize(by) {
    return button(by < 0 ? "smaller" : "larger", function () {
      var size = sizeBeside(by);
      if (!size) return;
      keepSetting(isElder() ? "elderSize" : "size", size);
      applySize();
      ends();
    });
  }
  var smaller = resize(-1);
  var larger = resize(1);
  function ends() {
    smaller.setAttribute("aria-disabled", String(!sizeBeside(-1)));
    larger.setAttribute("aria-disabled", String(!sizeBeside(1)));
  }
  ends();
  var children = [
    make("div", { class: "setting" }, [
      make("p", {}, [word("size")]),
      make("div", { class: "choice", role: "group", "aria-label": word("size") }, [smaller, larger]),
    ]),
    choice(word("elder"), ["off", "on"], isElder() ? "on" : "off", function (value) {
      setElder(value === "on");
      ends();
    }),
    choice(word("theme"), ["auto", "light", "dark"], root.getAttribute("data-theme") || "auto", setTheme),
    choice(word("text"), ["both", "zh", "en"], root.getAttribute("data-text") || "both", setText),
    make("div", { class: "setting offline" }, [make("p", {}, [word("offline")])]),
  ];
  openPanel(word("settings"), children).then(function (sheet) {
    offlineChoice(sheet.querySelector(".offline"));
  });
}
