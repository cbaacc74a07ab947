/* On the about page: checks in the browser that the files it loads are those of the release, by
   the checksums in release.json. Part of the "enhance" asset. */
(function () {
  "use strict";
  var place = document.getElementById("verify");
  if (!place) return;
  var english = document.documentElement.lang.indexOf("en") === 0;
  var words = english
    ? {
        start: "Verify in this browser",
        needs: "This check needs https (or a local address); use SHA256SUMS instead.",
        busy: "Checking … ",
        good: " files match the release. Checksum of release.json: ",
        bad: "Does not match the release: ",
        lost: "The check could not be done: ",
      }
    : {
        start: "在浏览器里核对",
        needs: "核对需要 https（或本机地址）；可改用 SHA256SUMS。",
        busy: "正在核对 … ",
        good: " 个文件与发布清单一致。release.json 的校验值：",
        bad: "与发布清单不符：",
        lost: "无法核对：",
      };
  var root = new URL(place.getAttribute("data-root"), location.href).href;
  var button = document.createElement("button");
  var state = document.createElement("p");
  button.type = "button";
  button.className = "button";
  button.textContent = words.start;
  state.setAttribute("role", "status");
  place.appendChild(button);
  place.appendChild(state);

  async function checksum(bytes) {
    var digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.prototype.map.call(digest, function (byte) {
      return (byte < 16 ? "0" : "") + byte.toString(16);
    }).join("");
  }

  async function bytes(path) {
    var answer = await fetch(root + path, { cache: "no-cache" });
    if (!answer.ok) throw new Error(path + " (" + answer.status + ")");
    return answer.arrayBuffer();
  }

  /* What reading loads: programs, texts, index, icons, the service worker, and the page itself. */
  function loaded(file) {
    var own = root + file.path.replace(/index\.html$/, "") === location.href.split(/[?#]/)[0];
    return own || /^(assets|icons)\/|^(icon\.svg|sw\.js|manifest\.webmanifest)$/.test(file.path);
  }

  button.addEventListener("click", async function () {
    if (!self.crypto || !crypto.subtle) {
      state.textContent = words.needs;
      return;
    }
    button.disabled = true;
    try {
      var release = await bytes(place.getAttribute("data-release"));
      var files = JSON.parse(new TextDecoder().decode(release)).files.filter(loaded);
      var wrong = [];
      for (var index = 0; index < files.length; index++) {
        state.textContent = words.busy + (index + 1) + " / " + files.length;
        if ((await checksum(await bytes(files[index].path))) !== files[index].sha256) wrong.push(files[index].path);
      }
      state.textContent = wrong.length
        ? words.bad + wrong.join(", ")
        : files.length + words.good + (await checksum(release));
    } catch (error) {
      state.textContent = words.lost + error.message;
    }
    button.disabled = false;
  });
})();
