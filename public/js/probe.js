/* The host check: fetches the site's own files and tells the staff what the host makes of them.
   Built behind load.js, whose table of files it goes through. ES2017. */
(function () {
  var root = new URL("./", location.href).href;
  var WORDS = { good: ["好", "Good"], note: ["可改进", "Could be better"], bad: ["要改", "Fix this"] };
  var counts = { good: 0, note: 0, bad: 0 };
  var list = document.getElementById("checks");

  function line(lang, texts) {
    var p = document.createElement("p");
    p.lang = lang;
    p.textContent = texts.filter(Boolean).join(" ");
    return p;
  }

  function tell(verdict, zh, en) {
    counts[verdict] += 1;
    var item = document.createElement("li");
    item.className = "card";
    var tag = document.createElement("small");
    tag.textContent = WORDS[verdict].join(" · ");
    item.appendChild(tag);
    item.appendChild(line("zh-Hans", [zh]));
    item.appendChild(line("en", [en]));
    list.appendChild(item);
  }

  function get(path, options) {
    return fetch(new URL(path, root).href, Object.assign({ cache: "no-store" }, options));
  }

  function type(response) {
    return (response.headers.get("content-type") || "").split(";")[0].trim().toLowerCase();
  }

  async function checkAddress() {
    var secure = location.protocol === "https:" || self.isSecureContext;
    if (secure) tell("good", "本站用 https，可以离线阅读。", "Served over https: reading without a network works.");
    else tell("bad", "本站没有用 https：读者不能离线阅读，内容在传输中可能被改。请启用 https。", "Not served over https: readers can't read without a network, and texts can be altered on the way. Turn on https.");
    tell("good", "本站放在 " + root + "，不必放在根目录。", "The site lies at " + root + "; any folder will do.");
  }

  async function checkFiles() {
    var wrong = [];
    var names = Object.keys(FILES);
    for (var i = 0; i < names.length; i++) {
      var file = FILES[names[i]];
      try {
        await get(file.path, { integrity: file.integrity }).then(function (response) {
          if (!response.ok) throw new Error(response.status);
        });
      } catch (refused) {
        var again = await get(file.path).catch(function () { return { status: 0 }; });
        wrong.push(file.path + (again.ok ? "（内容被改动 altered）" : "（" + again.status + "）"));
      }
    }
    if (!wrong.length) tell("good", "程序文件齐全，内容没有被改动（" + names.length + " 个）。", "All program files are there and unaltered (" + names.length + ").");
    else tell("bad", "这些文件取不到或被改动：" + wrong.join("、") + "。请重新上传整个文件夹；取不到 .bin 的，请允许这种扩展名；被改动的，请关闭主机对文件的改写。", "These files can't be fetched or were altered: " + wrong.join(", ") + ". Upload the whole folder again; if .bin is refused, allow that extension; if files are altered, turn off whatever rewrites them.");
  }

  async function checkTypes() {
    var wanted = [
      [FILES.app.path, ["text/javascript", "application/javascript", "application/x-javascript"], true],
      ["sw.js", ["text/javascript", "application/javascript", "application/x-javascript"], true],
      [FILES["tools-style"].path, ["text/css"], true],
      ["index.html", ["text/html"], true],
      ["icon.svg", ["image/svg+xml"], false],
      ["icons/icon-192.png", ["image/png"], false],
      ["manifest.webmanifest", ["application/manifest+json", "application/json"], false],
    ];
    for (var i = 0; i < wanted.length; i++) {
      var path = wanted[i][0];
      var response = await get(path).catch(function () { return null; });
      var must = wanted[i][2] ? "bad" : "note";
      if (!response || !response.ok) {
        tell(must, "取不到 " + path + "：请允许这种扩展名。", path + " can't be fetched: allow that extension.");
      } else if (wanted[i][1].indexOf(type(response)) < 0) {
        tell(must, path + " 的类型是“" + type(response) + "”，应为 " + wanted[i][1][0] + "。", path + " is sent as “" + type(response) + "”; it should be " + wanted[i][1][0] + ".");
      } else {
        tell("good", path + " 的类型正确。", path + " has the right type.");
      }
    }
  }

  /* What came over the wire against what it unpacks to. */
  function sizes(path) {
    var entries = performance.getEntriesByName(new URL(path, root).href);
    var last = entries[entries.length - 1];
    return last && last.decodedBodySize ? [last.encodedBodySize, last.decodedBodySize] : null;
  }

  async function checkCompression() {
    await (await get("index.html")).text();
    var page = sizes("index.html");
    if (page && page[0] < page[1] * 0.9) tell("good", "主机压缩了网页（" + page[0] + " / " + page[1] + " 字节）。", "The host compresses pages (" + page[0] + " of " + page[1] + " bytes).");
    else tell("note", "主机没有压缩网页。请启用 gzip 或 Brotli，乡下的慢网络会快好几秒。", "The host does not compress pages. Turn on gzip or Brotli: it saves seconds on slow rural networks.");
    await (await get(FILES.program.path)).arrayBuffer();
    var response = await get(FILES.program.path);
    var bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes[0] !== 0x1f) tell("bad", "主机把 .bin 标成了 gzip 编码，浏览器会先解开，校验就通不过。请不要给 .bin 加 Content-Encoding。", "The host labels .bin as gzip-encoded, so browsers unpack it and checks fail. Don't send Content-Encoding for .bin.");
    else if (response.headers.get("content-encoding")) tell("note", ".bin 已经压缩过，主机又压了一次：不影响使用，只是白费力气。", ".bin files are compressed already and the host does it again: harmless, but wasted.");
    else tell("good", ".bin 按原样发送。", ".bin files are sent as they are.");
  }

  async function checkCaching() {
    function age(response) {
      var match = /max-age=(\d+)/.exec(response.headers.get("cache-control") || "");
      return match ? Number(match[1]) : -1;
    }
    if (age(await get(FILES.app.path)) >= 2592000) tell("good", "assets/ 可以长期缓存。", "assets/ may be cached for long.");
    else tell("note", "assets/ 里的文件名带内容校验，可以放心缓存一年：Cache-Control: public, max-age=31536000, immutable。", "File names in assets/ change with their content, so cache them for a year: Cache-Control: public, max-age=31536000, immutable.");
    var page = age(await get("index.html"));
    var worker = age(await get("sw.js"));
    if (Math.max(page, worker) > 3600) tell("bad", "网页或 sw.js 被缓存太久，更新以后读者看不到。请设为 Cache-Control: no-cache。", "Pages or sw.js are cached for too long, so readers miss updates. Send Cache-Control: no-cache.");
    else tell("good", "网页和 sw.js 不会被缓存太久。", "Pages and sw.js are not cached for too long.");
  }

  async function checkAddresses() {
    var folder = await get("about/").catch(function () { return { ok: false }; });
    if (folder.ok) tell("good", "文件夹地址（about/）能打开其中的 index.html。", "A folder's address (about/) gives its index.html.");
    else tell("bad", "打不开文件夹地址 about/。请把 index.html 设为默认文档。", "The folder about/ can't be opened. Make index.html the default document.");
    var bare = await get("about").catch(function () { return { ok: false }; });
    if (bare.ok && bare.url.slice(-1) === "/") tell("good", "没有斜杠的地址会转到文件夹。", "An address without its slash leads to the folder.");
    else tell("note", "没有斜杠的地址（about）不会转到文件夹；站内链接都带斜杠，只影响手工输入。", "An address without its slash (about) does not lead to the folder. All links of the site have it; only typed addresses suffer.");
    var missing = await get("no-such-page-" + Date.now() + "/").catch(function () { return { status: 0 }; });
    if (missing.status === 404) tell("good", "不存在的地址回答 404。", "Unknown addresses are answered with 404.");
    else tell("note", "不存在的地址回答 " + missing.status + "，应为 404，否则搜索引擎会收录错误页面。", "Unknown addresses are answered with " + missing.status + " instead of 404, so search engines list pages that don't exist.");
  }

  /* Whether the programs start in this browser, by starting them. */
  async function checkPrograms() {
    try {
      await script(root, "search");
      await self.policySearch({ module_or_path: await load(root, "search-program") });
      tell("good", "程序在这个浏览器里能启动。", "The programs start in this browser.");
    } catch (error) {
      tell("bad", "程序在这个浏览器里启动不了：" + error.message + "。如果新的浏览器也这样，请看主机是否自己加了 Content-Security-Policy；script-src 里要有 'self' 和 'wasm-unsafe-eval'（旧浏览器要 'unsafe-eval'）。读者仍能阅读，只是搜索简单一些。", "Programs don't start in this browser: " + error.message + ". If it is so in a new browser too, see whether the host adds a Content-Security-Policy of its own; its script-src needs 'self' and 'wasm-unsafe-eval' ('unsafe-eval' for old browsers). Readers can still read; only the search is plainer.");
    }
  }

  async function all() {
    var checks = [checkAddress, checkFiles, checkPrograms, checkTypes, checkCompression, checkCaching, checkAddresses];
    for (var i = 0; i < checks.length; i++) {
      try {
        await checks[i]();
      } catch (error) {
        tell("bad", "有一项没查成：" + error.message, "A check could not be done: " + error.message);
      }
    }
    var zh = WORDS.bad[0] + " " + counts.bad + "，" + WORDS.note[0] + " " + counts.note + "，" + WORDS.good[0] + " " + counts.good + "。";
    var en = WORDS.bad[1] + ": " + counts.bad + ", " + WORDS.note[1].toLowerCase() + ": " + counts.note + ", " + WORDS.good[1].toLowerCase() + ": " + counts.good + ".";
    document.getElementById("sum").textContent = zh + " " + en;
  }

  if (location.protocol === "file:") tell("note", "请把本站放到主机上，再打开本页。", "Put the site on its host first, then open this page there.");
  else all();
})();
