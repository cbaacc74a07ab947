/* What all tools share: words in the page's language, elements, the panel, kept settings. */
function english() {
  return root.lang.slice(0, 2) === "en";
}

/* The page's language as lists of files name it. */
function language() {
  return root.lang.slice(0, 2) === "zh" ? "zh" : root.lang;
}

/* A further language has its words from a script of its own (site/src/interface/script.rs). */
function word(key, value) {
  var own = self.policyWords && policyWords[key];
  /* Not `replace`, to which a `$` in a value would mean something. */
  return (own || WORDS[key][english() ? 1 : 0]).split("{}").join(value);
}

/* An element with attributes and children; texts are texts, never markup. */
function make(name, attributes, children) {
  var element = document.createElement(name);
  Object.keys(attributes || {}).forEach(function (key) {
    if (attributes[key] === false || attributes[key] == null) return;
    if (key === "click") element.addEventListener("click", attributes[key]);
    else element.setAttribute(key, attributes[key]);
  });
  (children || []).forEach(function (child) {
    element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  });
  return element;
}

function button(key, click, attributes) {
  return make("button", Object.assign({ type: "button", click: click }, attributes), [word(key)]);
}

/* Reads and changes what is kept; without storage a setting lasts as long as the page. */
var settings = (function () {
  try {
    return JSON.parse(localStorage.getItem("policy-reading")) || {};
  } catch (refused) {
    return {};
  }
})();

function keepSetting(key, value) {
  if (value) settings[key] = value;
  else delete settings[key];
  try {
    localStorage.setItem("policy-reading", JSON.stringify(settings));
  } catch (refused) {
    /* Private windows may refuse; the page itself has the setting already. */
  }
}

/* The style of what opens on a click; the page itself does not carry it. */
var styled = null;
function style() {
  if (!styled) {
    styled = new Promise(function (resolve) {
      var file = policy.files["tools-style"];
      var link = make("link", { rel: "stylesheet", href: new URL(file.path, policy.root).href });
      link.onload = link.onerror = resolve;
      document.head.appendChild(link);
    });
  }
  return styled;
}

var opened = null;

/* Opens the panel: a sheet at the page's foot that keeps the focus until it is closed. */
function openPanel(title, children) {
  var from = opened ? opened.from : document.activeElement;
  closePanel();
  var heading = make("h2", { id: "panel-title", tabindex: "-1" }, [title]);
  var sheet = make("div", { class: "sheet", role: "dialog", "aria-modal": "true", "aria-labelledby": "panel-title" }, [
    make("div", { class: "panel-head" }, [heading, button("close", closePanel)]),
  ].concat(children));
  var panel = make("div", { class: "panel", lang: root.lang }, [sheet]);
  panel.addEventListener("click", function (event) {
    if (event.target === panel) closePanel();
  });
  panel.addEventListener("keydown", keepFocus);
  opened = { panel: panel, from: from };
  return style().then(function () {
    document.body.appendChild(panel);
    heading.focus();
    return sheet;
  });
}

function keepFocus(event) {
  if (event.key === "Escape" || event.key === "Esc") closePanel();
  if (event.key !== "Tab") return;
  var all = opened.panel.querySelectorAll("button, a[href], input, textarea");
  var first = all[0];
  var last = all[all.length - 1];
  var at = document.activeElement;
  if (event.shiftKey ? at === first || at.id === "panel-title" : at === last) {
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}

function closePanel() {
  if (!opened) return;
  var was = opened;
  opened = null;
  if (was.panel.parentNode) was.panel.parentNode.removeChild(was.panel);
  if (was.from && document.contains(was.from)) was.from.focus();
}

/* A row of buttons of which one is chosen. */
function choice(title, values, chosen, choose) {
  var row = make("div", { class: "choice", role: "group", "aria-label": title });
  values.forEach(function (value) {
    var one = button(value, function () {
      choose(value);
      Array.prototype.forEach.call(row.children, function (other) {
        other.setAttribute("aria-pressed", String(other === one));
      });
    });
    one.setAttribute("aria-pressed", String(value === chosen));
    row.appendChild(one);
  });
  return make("div", { class: "setting" }, [make("p", {}, [title]), row]);
}
