/* The head of the page: away on the way down, back on the way up; the menu closes as menus do. */
var scrolledTo = self.pageYOffset;
self.addEventListener("scroll", function () {
  var now = Math.max(0, self.pageYOffset);
  if (Math.abs(now - scrolledTo) < 8) return;
  var away = now > scrolledTo && now > 160 && !document.querySelector(".menu[open]");
  scrolledTo = now;
  if (away) root.setAttribute("data-away", "");
  else root.removeAttribute("data-away");
}, { passive: true });

function closeMenu(back) {
  var menu = document.querySelector(".menu[open]");
  if (!menu) return;
  menu.removeAttribute("open");
  if (back) menu.querySelector("summary").focus();
}
document.addEventListener("click", function (event) {
  var inside = event.target.closest && event.target.closest(".menu summary");
  if (!inside) closeMenu(false);
});
document.addEventListener("keydown", function (event) {
  if (event.key === "Escape") closeMenu(true);
});
