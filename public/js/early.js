/* Before anything is painted: the reader's kept settings, so that the page does not jump. */
(function (d) {
  try {
    var s = localStorage, t = /[?&]text=(both|zh|en)\b/.exec(location.search);
    var text = t ? t[1] : s.getItem("text"), theme = s.getItem("theme"), size = s.getItem("size");
    if (text) d.setAttribute("data-text", text);
    if (theme) d.setAttribute("data-theme", theme);
    if (size) d.style.setProperty("--step", size);
    if (s.getItem("elder")) d.setAttribute("data-elder", "");
  } catch (e) {}
})(document.documentElement);
