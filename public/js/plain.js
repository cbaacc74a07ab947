/* The plain search, for browsers in which the app can't run and for pages opened from a disk:
   texts that contain the words, nothing cleverer. Its data is a script (`policyPlain`), because
   pages on a disk may not fetch. ES2017. */
(function () {
  var lang = document.documentElement.lang;
  var english = lang.slice(0, 2) === "en";
  var home = lang.slice(0, 2) === "zh" ? "" : lang + "/";
  var words = english
    ? {
        note: "This is the plain search: it finds the words exactly as you type them. The full search can't run here.",
        none: "Nothing was found.",
        count: "Results: {}.",
        failed: "The texts for the search could not be loaded.",
      }
    : {
        note: "这是简易搜索，只找与输入完全相同的文字。完整搜索在这里不能运行。",
        none: "没有找到。",
        count: "{} 条结果。",
        failed: "搜索用的文字没有载入。",
      };

  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) {
      element.setAttribute(key, attributes[key]);
    });
    children.forEach(function (child) {
      element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return element;
  }

  /* Width, case, spaces, punctuation and what only shapes letters don't count. `from` leads back to
     the text. */
  function fold(text) {
    var folded = "";
    var from = [];
    for (var i = 0; i < text.length; i++) {
      var plain = text[i].normalize("NFKC").toLowerCase().replace(/[\s!-/:-@[-`{-~\u2010-\u203a\u3000-\u303f\u00b7\u060c\u061b\u061f\u0640\u0f0b-\u0f14\u1800-\u180f\u200c\u200d]/g, "");
      for (var k = 0; k < plain.length; k++) from.push(i);
      folded += plain;
    }
    return { text: folded, from: from };
  }

  /* A sentence with the words marked; null where none of them is in it. */
  function marked(text, sought) {
    var folded = fold(text);
    var spans = [];
    sought.forEach(function (one) {
      for (var at = folded.text.indexOf(one); at >= 0; at = folded.text.indexOf(one, at + one.length)) {
        spans.push([folded.from[at], folded.from[at + one.length - 1] + 1]);
      }
    });
    if (!spans.length) return null;
    spans.sort(function (a, b) {
      return a[0] - b[0];
    });
    var children = [];
    var done = 0;
    spans.forEach(function (span) {
      if (span[1] <= done) return;
      var start = Math.max(span[0], done);
      children.push(text.slice(done, start), make("mark", { class: "match" }, [text.slice(start, span[1])]));
      done = span[1];
    });
    children.push(text.slice(done));
    return children;
  }

  function hit(page, sought) {
    var all = fold([page[1], page[2]].concat(page[3].map(function (one) { return one.slice(1).join("\n"); })).join("\n")).text;
    var fits = sought.every(function (one) {
      return all.indexOf(one) >= 0;
    });
    if (!fits) return null;
    var ending = location.protocol === "file:" ? "index.html" : "";
    var href = new URL(home + page[0] + ending, self.policy.root).href;
    var snippets = [];
    page[3].forEach(function (sentence) {
      self.policyLanguages.forEach(function (own, index) {
        var children = marked(sentence[index + 1], sought);
        if (!children || snippets.length > 2) return;
        var link = make("a", { href: href + "#s" + sentence[0] }, children);
        snippets.push(make("li", { lang: own, dir: "auto" }, [link]));
      });
    });
    return make("li", { class: "hit" }, [
      make("h2", {}, [make("a", { href: href }, [page[english && page[2] ? 2 : 1]])]),
      make("ul", { class: "snippets" }, snippets),
    ]);
  }

  function search() {
    var query = new URL(location.href).searchParams.get("q") || "";
    var box = document.getElementById("q");
    if (box) box.value = query;
    var sought = query.split(/\s+/).map(function (one) { return fold(one).text; }).filter(Boolean);
    if (!sought.length) return say(words.note);
    var hits = self.policyPlain.map(function (page) { return hit(page, sought); }).filter(Boolean);
    var list = document.getElementById("found-list");
    list.textContent = "";
    list.appendChild(make("ol", { class: "hits" }, hits));
    say((hits.length ? words.count.replace("{}", hits.length) : words.none) + " " + words.note);
  }

  function say(text) {
    document.getElementById("found-status").textContent = text;
  }

  self.policy.script(self.policy.root, "plain-data").then(search, function () {
    say(words.failed);
  });
})();
