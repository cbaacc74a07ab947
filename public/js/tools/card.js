/* The clause card: a picture of the text with its number, source, checksum and a QR code of its
   address, to be saved by a long press. Always dark on light: it is printed and photographed. */
var CARD = { width: 1080, edge: 72, text: 1500, paper: "#fdfcf9", ink: "#1f1d1a", soft: "#5b564d", accent: ACCENT };
var SERIF = '"Songti SC","Source Han Serif SC","Noto Serif CJK SC",SimSun,Georgia,serif';
var SANS = '"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif';

function font(size, bold, family) {
  return (bold ? "700 " : "") + size + "px " + (family || SANS);
}

/* Lines that fit: Chinese breaks between any two characters but never before closing or after
   opening marks; other scripts break at spaces. */
function wrap(pen, text, width) {
  var pieces = text.match(/[(（《“‘「]*(?:[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+)[,.;:!?、。，；：！？）》”’」…%]*\s*/g) || [];
  var lines = [];
  var line = "";
  pieces.forEach(function (piece) {
    /* An address or a long number may be wider than the card. */
    while (pen.measureText(piece).width > width) {
      var fits = 1;
      while (pen.measureText(line + piece.slice(0, fits + 1)).width <= width) fits++;
      lines.push(line + piece.slice(0, fits));
      line = "";
      piece = piece.slice(fits);
    }
    if (line && pen.measureText(line + piece.replace(/\s+$/, "")).width > width) {
      lines.push(line);
      line = "";
    }
    line += piece;
  });
  if (line) lines.push(line);
  return lines;
}

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
  var canvas = document.createElement("canvas");
  var pen = canvas.getContext("2d");
  var edge = CARD.edge;
  var width = CARD.width - 2 * edge;
  var laid = layText(pen, from);
  pen.font = font(58, true, SERIF);
  var titles = wrap(pen, from.title, width);
  var codeSize = code ? 300 : 0;
  pen.font = font(28);
  var short = sha256(from.zh || from.en).slice(0, 8);
  var facts = [
    citation(from),
    accessed() + " · " + word("checksum") + " " + short,
    from.address,
  ];
  if (from.en) facts.unshift(word("unofficial"));
  if (laid.cut) facts.unshift(word("cut"));
  var notes = [];
  facts.forEach(function (fact) {
    notes = notes.concat(wrap(pen, fact, width - (codeSize ? codeSize + 40 : 0)));
  });
  var foot = Math.max(codeSize + 50, notes.length * 42);
  canvas.width = CARD.width;
  canvas.height = 24 + edge + titles.length * 78 + 50 + laid.height + 60 + foot + edge;
  pen.fillStyle = CARD.paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = CARD.accent;
  pen.fillRect(0, 0, canvas.width, 24);
  pen.textBaseline = "top";
  var y = 24 + edge;
  pen.font = font(58, true, SERIF);
  titles.forEach(function (line) {
    pen.fillText(line, edge, y);
    y += 78;
  });
  y += 50;
  pen.fillStyle = CARD.ink;
  laid.lines.forEach(function (line) {
    pen.font = font(line.size);
    pen.fillText(line.text, edge, y);
    y += line.step;
  });
  y += 20;
  pen.fillStyle = CARD.accent;
  pen.fillRect(edge, y, width, 3);
  y += 40;
  pen.fillStyle = CARD.soft;
  pen.font = font(28);
  notes.forEach(function (line, index) {
    pen.fillText(line, edge, y + index * 42);
  });
  if (code) drawCode(pen, code, CARD.width - edge - codeSize, y, codeSize);
  return { url: canvas.toDataURL("image/png"), cut: laid.cut, width: canvas.width, height: canvas.height };
}

/* The modules, on white with the quiet zone of four that scanners ask for. */
function drawCode(pen, code, x, y, size) {
  var side = code[0];
  var unit = size / (side + 8);
  pen.fillStyle = "#ffffff";
  pen.fillRect(x, y, size, size);
  pen.fillStyle = "#000000";
  for (var i = 0; i < side * side; i++) {
    if (!code[i + 1]) continue;
    var left = Math.round(x + ((i % side) + 4) * unit);
    var top = Math.round(y + (Math.floor(i / side) + 4) * unit);
    pen.fillRect(left, top, Math.ceil(unit), Math.ceil(unit));
  }
  pen.fillStyle = CARD.soft;
  pen.font = font(28);
  pen.textAlign = "center";
  pen.fillText(word("scan"), x + size / 2, y + size + 12);
}

function showCard(from, place, said) {
  /* A program makes the code; the card does without where it can't run. */
  policy.codes().then(function (program) {
    return program.qr(from.address);
  }).catch(function () {
    return null;
  }).then(function (code) {
    var card = drawCard(from, code);
    var name = (from.number || from.title).replace(/[^\w\u4e00-\u9fff.-]+/g, "") + ".png";
    place.textContent = "";
    place.appendChild(make("p", {}, [word("cardHelp")]));
    place.appendChild(make("img", { src: card.url, alt: whole(from), width: card.width, height: card.height }));
    place.appendChild(make("p", {}, [make("a", { class: "save", href: card.url, download: name }, [word("saveCard")])]));
    said.textContent = card.cut ? word("cardCut") : code ? "" : word("noCode");
    place.scrollIntoView();
  }).catch(function () {
    said.textContent = word("cardFailed");
  });
}
