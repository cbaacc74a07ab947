/* The clause card: a text with its number, source and checksum. `from` is what is passed on (see
   tools/share.js). */
/* The text at the largest size at which it fits; cut at the smallest. */
function layText(pen, from) {
  var width = CARD.width - 2 * CARD.edge;
  var laid = null;
  [46, 40, 34, 30].some(function (size) {
    laid = { lines: [], height: 0, cut: false };
    [[from.zh, size], [from.en, Math.round(size * 0.8)]].forEach(function (part) {
      if (!part[0]) return;
      pen.font = font(part[1]);
      wrap(pen, part[0], width).forEach(function (line) {
        laid.lines.push({ text: line, size: part[1], step: Math.round(part[1] * 1.6) });
      });
      laid.lines[laid.lines.length - 1].step += 20;
    });
    laid.height = laid.lines.reduce(function (sum, line) { return sum + line.step; }, 0);
    return laid.height <= CARD.text;
  });
  while (laid.height > CARD.text) {
    laid.cut = true;
    laid.height -= laid.lines.pop().step;
  }
  if (laid.cut) {
    var last = laid.lines[laid.lines.length - 1];
    last.text = last.text.replace(/.{2}\s*$/, "…");
  }
  return laid;
}

function drawCard(from, code) {
  var laid = layText(document.createElement("canvas").getContext("2d"), from);
  var card = drawSheet(from.title, laid.height, function (pen, y) {
    laid.lines.forEach(function (line) {
      pen.font = font(line.size);
      pen.fillText(line.text, CARD.edge, y);
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

