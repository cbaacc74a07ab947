/* On the page for unknown addresses: find the site's root among the folders above, and point the
   links there. A host shows that page at any depth, so its links can't be relative. */
(function () {
  var parts = location.pathname.split("/");
  function attempt(depth) {
    if (depth < 1) return;
    var root = parts.slice(0, depth).join("/") + "/";
    /* Some hosts refuse JSON; a text file they all know. */
    fetch(root + "licences.txt", { method: "HEAD" }).then(function (answer) {
      /* A page for unknown addresses may come as found, but it is HTML. */
      if (!answer.ok || /html/.test(answer.headers.get("content-type") || "")) throw 0;
      document.querySelectorAll("a[data-path]").forEach(function (link) {
        link.href = root + link.getAttribute("data-path");
      });
      document.querySelector("nav").hidden = false;
    }).catch(function () {
      attempt(depth - 1);
    });
  }
  attempt(parts.length - 1);
})();
