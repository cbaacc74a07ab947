/* Stands in every page that `policy-explorer serve` shows: loads the page anew when the program has
   another release than the page's, and tells what is wrong in the seeds. */
(function () {
  var meta = document.querySelector('meta[name="release"]');
  var own = meta ? meta.getAttribute("content") : "";

  /* What a service worker kept is of the release before. */
  function forget() {
    if (!navigator.serviceWorker || !self.caches) return Promise.resolve();
    var workers = navigator.serviceWorker.getRegistrations().then(function (all) {
      return Promise.all(all.map(function (one) { return one.unregister(); }));
    });
    var kept = caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) { return caches.delete(name); }));
    });
    return Promise.all([workers, kept]).catch(function () {});
  }

  function tell(problem) {
    var box = document.getElementById("policy-explorer-problem");
    if (problem && !box) {
      box = document.createElement("pre");
      box.id = "policy-explorer-problem";
      box.style.cssText = "margin:0;padding:1rem;border-left:.5rem solid #b00;background:#fdeaea;" +
        "color:#400;font:1rem/1.6 sans-serif;white-space:pre-wrap;overflow-wrap:anywhere";
      document.body.insertBefore(box, document.body.firstChild);
    }
    if (!box) return;
    if (problem) box.textContent = problem;
    else box.parentNode.removeChild(box);
  }

  function look() {
    fetch("/-policy-explorer/version", { cache: "no-store" }).then(function (answer) {
      return answer.json();
    }).then(function (now) {
      tell(now.problem);
      if (now.release === own) return;
      /* Once for each release: whatever answers with an old page does so again. */
      if (sessionStorage.getItem("policy-explorer-release") === now.release) return;
      sessionStorage.setItem("policy-explorer-release", now.release);
      return forget().then(function () { location.reload(); });
    }).catch(function () {}).then(function () { setTimeout(look, 300); });
  }
  look();
})();
