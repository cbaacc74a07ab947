/* Pictures to pass on, as sheets with title, source, release and a QR code of the address, to be
   saved by a long press. Loaded at the first wish for one. Always dark on light: they are printed and
   photographed. */
var word = policy.shared.word;
var make = policy.shared.make;
var CARD = { width: 1080, edge: 72, text: 1500, paper: "#fdfcf9", ink: "#1f1d1a", soft: "#5b564d", accent: ACCENT };
var SERIF = '"Songti SC","Source Han Serif SC","Noto Serif CJK SC",SimSun,Georgia,serif';
var SANS = '"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif';
var MONGOLIAN = '"Noto Sans Mongolian","Mongolian Baiti"';

function font(size, bold, family) {
  return (bold ? "700 " : "") + size + "px " + (family || SANS);
}

/* Lines that fit: Chinese breaks between any two characters but never before closing or after
   opening marks; other scripts break at spaces, but for the narrow one (U+202F) before a Mongolian
   suffix, and Tibetan behind the points between syllables. */
function wrap(pen, text, width) {
  var pieces = text.match(/[(（《“‘「]*(?:[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|(?:[^\s\u0f0b\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|\u202f)+\u0f0b?|\u0f0b)[,.;:!?、。，；：！？）》”’」…%]*\s*/g) || [];
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
    /* Each row of a table is a line. */
    if (piece.indexOf("\n") >= 0) {
      lines.push(line.replace(/\s+$/, ""));
      line = "";
    }
  });
  if (line) lines.push(line);
  return lines;
}

/* The sheet around a body of that height: title above, below it where it is from, and the code.
   `paint(pen, y)` draws the body. */
function drawSheet(title, body, paint, facts, code) {
  var canvas = document.createElement("canvas");
  var pen = canvas.getContext("2d");
  var edge = CARD.edge;
  var width = CARD.width - 2 * edge;
  pen.font = font(58, true, SERIF);
  var titles = wrap(pen, title, width);
  var codeSize = code ? 300 : 0;
  pen.font = font(28);
  var notes = [];
  facts.filter(Boolean).forEach(function (fact) {
    notes = notes.concat(wrap(pen, fact, width - (codeSize ? codeSize + 40 : 0)));
  });
  var foot = Math.max(codeSize + 50, notes.length * 42);
  canvas.width = CARD.width;
  canvas.height = 24 + edge + titles.length * 78 + 50 + body + 60 + foot + edge;
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
  paint(pen, y);
  y += body + 20;
  pen.fillStyle = CARD.accent;
  pen.fillRect(edge, y, width, 3);
  y += 40;
  pen.fillStyle = CARD.soft;
  pen.font = font(28);
  notes.forEach(function (line, index) {
    pen.fillText(line, edge, y + index * 42);
  });
  if (code) drawCode(pen, code, CARD.width - edge - codeSize, y, codeSize);
  return { url: canvas.toDataURL("image/png"), width: canvas.width, height: canvas.height };
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

/* Draws a picture, with the code of an address, and shows it as an image that can be pressed and
   held. `text` is what the image says. */
function showPicture(address, name, text, draw, place, said) {
  /* A program makes the code; the picture does without where it can't run. */
  policy.codes().then(function (program) {
    return program.qr(address);
  }).catch(function () {
    return null;
  }).then(function (code) {
    return Promise.resolve(draw(code)).then(function (picture) {
      var file = name.replace(/[^\w\u4e00-\u9fff.-]+/g, "") + ".png";
      place.textContent = "";
      place.appendChild(make("p", {}, [word("cardHelp")]));
      place.appendChild(make("img", { src: picture.url, alt: text, width: picture.width, height: picture.height }));
      place.appendChild(make("p", {}, [make("a", { class: "save", href: picture.url, download: file }, [word("saveCard")])]));
      said.textContent = picture.cut ? word("cardCut") : code ? "" : word("noCode");
      place.scrollIntoView();
    });
  }).catch(function () {
    said.textContent = word("cardFailed");
  });
}
