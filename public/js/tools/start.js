/* The door through which boot.js hands over clicks, and what happens without any. */
var TOOLS = {
  settings: openSettings,
  elder: function () {
    setElder(!isElder());
  },
  text: function (element) {
    setText(element.getAttribute("data-text"));
  },
  save: toggleSaved,
  "save-sent": saveSent,
  "pass-saved": passSaved,
  targets: openTargets,
  share: function (element) {
    /* The sentence becomes the target first, so that the address names it. */
    if (element.hash && element.hash !== location.hash) location.replace(element.hash);
    openShare(element);
  },
  print: function () {
    self.print();
  },
  read: startReading,
  offline: openSettings,
  term: openTerm,
  cited: openCited,
};

policy.use = function (element) {
  TOOLS[element.getAttribute("data-tool") || "term"](element);
};

/* What is folded on the screen is not on paper. */
var unfolded = [];
self.addEventListener("beforeprint", function () {
  unfolded = [].slice.call(document.querySelectorAll("details[data-unfolded-in-print]:not([open])"));
  unfolded.forEach(function (details) {
    details.open = true;
  });
});

self.addEventListener("afterprint", function () {
  unfolded.forEach(function (details) {
    details.open = false;
  });
});

/* The search changes the title with every question, without another page. */
var observer = new MutationObserver(function () {
  refresh();
  closeTerm(false);
});
observer.observe(document.querySelector("title"), { childList: true });
self.addEventListener("pagehide", stopReading);
if (root.hasAttribute("data-elder") && !settings.elder) keepSetting("elder", 1);
refresh();
showSaved();
offerToKeep();
watchVoices();
register().catch(function () {});
