/* The clause card: a text with its number, source and checksum. `from` is what is passed on (see
   tools/share.js). */
/* The text at the largest size at which it fits; cut at the smallest. What is laid is a list of
   things to draw, one below the other. */
function layText(pen, from) {
  var texts = [{ text: from.zh, scale: 1 }, { text: from.en, scale: 0.8 }].concat(from.further).filter(function (one) {
    return one.text;
  });
  var laid = null;
  [46, 40, 34, 30].some(function (size) {
    laid = { lines: [], height: 0, cut: false };
    texts.forEach(function (one) {
      var lay = one.vertical ? layColumns : layLines;
      var lines = lay(pen, one, Math.round(size * (one.scale || 0.9)));
      lines.forEach(function (line) {
        line.of = one;
      });
      lines[lines.length - 1].step += 20;
      laid.lines = laid.lines.concat(lines);
    });
    laid.height = laid.lines.reduce(function (sum, line) { return sum + line.step; }, 0);
    laid.cut = laid.lines.some(function (line) { return line.cut; });
    return laid.height <= CARD.text && !laid.cut;
  });
  var gone = null;
  while (laid.height > CARD.text && laid.lines.length) {
    laid.cut = true;
    gone = laid.lines.pop();
    laid.height -= gone.step;
  }
  /* A text that stands there whole ends as it does. */
  var last = laid.lines[laid.lines.length - 1];
  if (gone && last && last.of === gone.of) last.text = last.text.replace(/.{2}\s*$/, "…");
  return laid;
}

/* Lines from the left, or from the right where a language begins there. */
function layLines(pen, one, size) {
  pen.font = font(size);
  return wrap(pen, one.text, CARD.width - 2 * CARD.edge).map(function (line) {
    return { text: line, step: Math.round(size * 1.6), paint: function (pen, y) {
      pen.font = font(size);
      pen.direction = one.rtl ? "rtl" : "ltr";
      pen.textAlign = one.rtl ? "right" : "left";
      /* Marked from right to left by characters as well, for browsers whose canvas has no direction. */
      pen.fillText(one.rtl ? "\u202b" + this.text + "\u202c" : this.text, one.rtl ? CARD.width - CARD.edge : CARD.edge, y);
      pen.direction = "ltr";
      pen.textAlign = "left";
    } };
  });
}

/* Columns from the left, each from top to bottom, as high as lets all stand side by side. */
var COLUMNS = [320, 480, 720, 1080];
function layColumns(pen, one, size) {
  var step = Math.round(size * 1.5);
  var most = Math.floor((CARD.width - 2 * CARD.edge) / step);
  var family = MONGOLIAN + "," + SANS;
  pen.font = font(size, false, family);
  var columns = [];
  COLUMNS.some(function (height) {
    columns = wrap(pen, one.text, height);
    return columns.length <= most;
  });
  var cut = columns.length > most;
  if (cut) columns = columns.slice(0, most - 1).concat("…");
  var height = columns.reduce(function (most, column) {
    return Math.max(most, pen.measureText(column).width);
  }, 0);
  return [{ text: "", cut: cut, step: Math.ceil(height), paint: function (pen, y) {
    pen.font = font(size, false, family);
    columns.forEach(function (column, index) {
      pen.save();
      pen.translate(CARD.edge + index * step + size, y);
      pen.rotate(Math.PI / 2);
      pen.fillText(column, 0, 0);
      pen.restore();
    });
  } }];
}

function drawCard(from, code) {
  var laid = layText(document.createElement("canvas").getContext("2d"), from);
  var card = drawSheet(from.title, laid.height, function (pen, y) {
    laid.lines.forEach(function (line) {
      line.paint(pen, y);
      y += line.step;
    });
  }, [
    laid.cut && word("cut"),
    from.en && word("unofficial"),
    policy.shared.citation(from),
    policy.shared.accessed() + " · " + word("checksum") + " " + sha256(from.zh || from.en).slice(0, 8),
    from.address,
  ], code);
  card.cut = laid.cut;
  return card;
}

function showCard(from, place, said) {
  showPicture(from.address, from.number || from.title, policy.shared.whole(from), function (code) {
    return drawCard(from, code);
  }, place, said);
}

