/* The head of the page: away on the way down, back on the way up; the menu, and the
   contents of a document, close as menus do. */
var scrolledTo = self.pageYOffset;
self.addEventListener("scroll", function () {
  var now = Math.max(0, self.pageYOffset);
  if (Math.abs(now - scrolledTo) < 8) return;
  var away = now > scrolledTo && now > 160 && !document.querySelector(".menu[open]");
  scrolledTo = now;
  if (away) root.setAttribute("data-away", "");
  else root.removeAttribute("data-away");
}, { passive: true });

function openMenu() {
  return document.querySelector(".menu[open],.reach[open]");
}

function closeMenu(back) {
  var menu = openMenu();
  if (!menu) return;
  menu.removeAttribute("open");
  if (back) menu.querySelector("summary").focus();
}
document.addEventListener("click", function (event) {
  var summary = event.target.closest && event.target.closest("summary");
  /* Its own summary closes it by itself. */
  if (!summary || summary.parentNode !== openMenu()) closeMenu(false);
});
document.addEventListener("keydown", function (event) {
  if (event.key === "Escape") closeMenu(true);
});
