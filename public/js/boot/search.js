/* The search on the page: loaded at the reader's first intent to search, or with an address that asks
   something. */
/* The search's program on the page, at the reader's first intent to search. Whoever wants a code
   for a picture needs the program alone. */
var codes = null;
var search = null;
var started = null;
function searchParts() {
  return Promise.all([script(root, "search"), load(root, "search-program")]);
}
/* Lets the browser draw and hear the reader between two steps that each take a slow phone a while. */
function otherTasks() {
  return new Promise(function (done) {
    setTimeout(done, 0);
  });
}
policy.codes = function (coming) {
  if (!codes) {
    codes = (coming || searchParts()).then(async function (parts) {
      await policySearch({ module_or_path: parts[1] }).catch(function (refused) {
        policy.failed = true;
        throw refused;
      });
      return otherTasks();
    }).then(function () {
      return policySearch;
    });
    codes.catch(function () {
      codes = null;
    });
  }
  return codes;
};
function theSearch() {
  if (!search) {
    var related = theThesaurus();
    var pieces = FILES.pieces ? load(root, "pieces") : new Uint8Array(0);
    var further = FILES.translations ? load(root, "translations") : new Uint8Array(0);
    search = Promise.all([policy.codes(), theLibrary(), pieces, further, theWords()]).then(function (parts) {
      parts[0].start(parts[1], parts[2], root, parts[3]);
      started = parts[0];
      var ready = otherTasks();
      ready.then(otherTasks).then(function () {
        return related;
      }).then(started.related, nothing);
      return ready;
    }).then(function () {
      return started;
    });
    search.catch(function () {
      search = null;
    });
  }
  return search;
}

/* The texts of a large library come in pieces. `given` takes each with its index and says whether it
   is right, `done` what went wrong. */
policy.pieces = function (paths, given, done) {
  var all = paths.split(" ").map(async function (path, index) {
    for (var anew = 0; anew < 2; anew++) {
      if (given(index, await loadFile(root, path, { path: path }, anew))) return;
    }
    throw loadError("damaged", path);
  });
  Promise.all(all).then(
    function () {
      done("");
    },
    function (error) {
      done(error.kind || "network");
    }
  );
};

/* Shows what the address asks: hits on the search page, marks on that of a provision. The program
   asks the engine in a task of its own, so that the line is the reader's for a moment longer. */
var showing = false;
function answer() {
  showing = true;
  function shown() {
    showing = false;
  }
  return theSearch().then(function (program) {
    program.show();
    if (onSearchPage()) alive();
  }).catch(plainly).then(function () {
    setTimeout(shown, 500);
  });
}

/* The reader is about to search. The engine comes second: exact matches and related words need
   only the first. */
function prepare() {
  if (runs) theSearch().then(policy.warm, function () {});
}

document.addEventListener("focusin", function (event) {
  if (event.target.id === "q") prepare();
});

document.addEventListener("submit", function (event) {
  var form = event.target;
  /* From every other page the browser goes to the search page. */
  if (!runs || !onSearchPage() || form.className !== "search") return;
  event.preventDefault();
  theSearch().then(
    function (program) {
      program.submit();
    },
    function () {
      form.submit();
    }
  );
});

/* A slash leads to the search box. */
document.addEventListener("keydown", function (event) {
  var at = event.target;
  var box = document.getElementById("q");
  if (event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!box || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
  event.preventDefault();
  box.focus();
  box.select();
});

/* The other language answers the same question. */
document.addEventListener("click", function (event) {
  var link = event.target.closest ? event.target.closest("a.language") : null;
  if (link) link.search = location.search;
}, true);

/* All that an address with a question needs, asked for at once: what runs on the page first, and
   behind it, without a pause of the line, the engine. */
function fetchSearch(asks) {
  var parts = searchParts();
  policy.codes(parts);
  programs = Promise.all([parts, theThesaurus().catch(nothing)]);
  /* What got lost is asked for again by whoever wants it next. */
  programs.catch(function () {
    programs = null;
  });
  if (asks && onSearchPage()) policy.warm();
}
