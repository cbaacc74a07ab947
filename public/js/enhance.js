/* Sorting and filtering for lists that are already on the page. A part with `data-enhance` holds
   rows (`data-row`) in groups (`data-group`), a box (`data-find`), choices (`data-by`), a line
   that tells the count (`data-count`), and column heads (`data-sort`). ES2017. */
(function () {
  function fold(text) {
    text = text.toLowerCase();
    return text.normalize ? text.normalize("NFKC") : text;
  }

  function all(part, selector) {
    return Array.prototype.slice.call(part.querySelectorAll(selector));
  }

  function enhance(part) {
    var rows = all(part, "[data-row]").map(function (element, index) {
      return { element: element, home: element.parentNode, index: index, text: fold(element.textContent) };
    });
    var find = part.querySelector("[data-find]");
    var choices = all(part, "[data-by]");
    var count = part.querySelector("[data-count]");
    var groups = all(part, "[data-group]");

    function filter() {
      var words = fold(find ? find.value : "").split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row) {
        var fits =
          words.every(function (word) {
            return row.text.indexOf(word) >= 0;
          }) &&
          choices.every(function (choice) {
            return !choice.value || row.element.getAttribute("data-" + choice.getAttribute("data-by")) === choice.value;
          });
        row.element.hidden = !fits;
        if (fits) shown += 1;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("[data-row]:not([hidden])");
        /* What is found must not stay folded. */
        if (words.length && group.tagName === "DETAILS") group.open = !group.hidden;
      });
      if (!count) return;
      var text = count.getAttribute("data-count").split("{}");
      /* Chinese and English both name the shown ones first. */
      count.textContent = shown ? text[0] + shown + text[1] + rows.length + text[2] : count.getAttribute("data-none");
    }

    var timer = 0;
    if (find) {
      find.addEventListener("input", function (event) {
        if (event.isComposing) return;
        clearTimeout(timer);
        timer = setTimeout(filter, 150);
      });
      find.addEventListener("compositionend", filter);
    }
    choices.forEach(function (choice) {
      choice.addEventListener("change", filter);
    });
    sortable(part, rows, filter);
    part.setAttribute("data-enhanced", "");
    filter();
  }

  function sortable(part, rows, filter) {
    var heads = all(part, "th[data-sort]");
    var table = part.querySelector("table");
    if (!heads.length || !table) return;
    var select = part.querySelector("[data-sort-by]");
    var sorted = document.createElement("tbody");
    sorted.setAttribute("role", "rowgroup");
    table.appendChild(sorted);

    function key(row, column, kind) {
      var cell = row.element.children[column];
      if (kind === "number") return [cell.getAttribute("data-unit"), parseFloat(cell.getAttribute("data-value")) || 0];
      return [kind === "order" ? "" : cell.textContent.trim(), row.index];
    }

    /* What says nothing comes last, and units keep their order, in either direction. */
    function compare(a, b, direction, kind) {
      if (!a[0] !== !b[0]) return a[0] ? -1 : 1;
      return a[0].localeCompare(b[0]) * (kind === "number" ? 1 : direction) || direction * (a[1] - b[1]);
    }

    function sort(column, direction) {
      var kind = column < 0 ? "order" : heads[column].getAttribute("data-sort");
      heads.forEach(function (head, index) {
        if (index === column && direction) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
      if (select) select.value = column < 0 ? "" : String(column);
      if (column < 0 || (kind === "order" && direction > 0)) {
        rows.forEach(function (row) {
          row.home.appendChild(row.element);
        });
      } else {
        rows
          .map(function (row) {
            return { row: row, key: key(row, column, kind) };
          })
          .sort(function (a, b) {
            return compare(a.key, b.key, direction, kind);
          })
          .forEach(function (one) {
            sorted.appendChild(one.row.element);
          });
      }
      filter();
    }

    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        sort(column, head.getAttribute("aria-sort") === "ascending" ? -1 : 1);
      });
      if (!select) return;
      var option = document.createElement("option");
      option.value = String(column);
      option.textContent = button.textContent;
      if (head.getAttribute("data-sort") !== "order") select.appendChild(option);
    });
    if (select) {
      select.addEventListener("change", function () {
        sort(select.value === "" ? -1 : Number(select.value), 1);
      });
    }
  }

  all(document, "[data-enhance]").forEach(enhance);
})();
