/* The targets: the page's own drawing for phones, which is complete by itself, as wide as the
   sheet; a very long one as wide as lets browsers draw it. */
var LONGEST_PICTURE = 12000;

function drawTargets(drawing, title, code) {
  var box = drawing.viewBox.baseVal;
  var scale = Math.min(CARD.width / box.width, LONGEST_PICTURE / box.height);
  var copy = drawing.cloneNode(true);
  copy.setAttribute("width", box.width * scale);
  copy.setAttribute("height", box.height * scale);
  return new Promise(function (resolve, reject) {
    var image = new Image();
    image.onload = function () {
      try {
        resolve(drawSheet(title, box.height * scale, function (pen, y) {
          pen.drawImage(image, (CARD.width - box.width * scale) / 2, y, box.width * scale, box.height * scale);
        }, [document.querySelector(".site-name span").textContent, policy.shared.accessed(), policy.shared.addressOf(null)], code));
      } catch (refused) {
        reject(refused);
      }
    };
    image.onerror = reject;
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  });
}

function showTargets(drawing, place, said) {
  var title = drawing.querySelector("title").textContent;
  showPicture(policy.shared.addressOf(null), title, title + "\n" + drawing.querySelector("desc").textContent, function (code) {
    return drawTargets(drawing, title, code);
  }, place, said);
}

policy.pictures = { card: showCard, targets: showTargets };
