/* Reading aloud: sentence by sentence with the device's own voice, or the portal's recording. */
var LONGEST = 120;
var speech = null;

function canSpeak() {
  return !!self.speechSynthesis && typeof SpeechSynthesisUtterance === "function";
}

/* Voices come late on some devices. */
function watchVoices() {
  if (!canSpeak()) return;
  offerReading();
  var synthesis = self.speechSynthesis;
  if (synthesis.addEventListener) synthesis.addEventListener("voiceschanged", offerReading);
  else synthesis.onvoiceschanged = offerReading;
}

/* The button shows where there is a voice for the language that it would read. */
function offerReading() {
  if (!canSpeak()) return;
  var voices = ["zh", "en"].filter(voiceFor).join(" ");
  var sentence = document.querySelector("article .sentence");
  if (sentence && voices.indexOf(spoken(sentence).language) >= 0) root.setAttribute("data-voice", "");
  else root.removeAttribute("data-voice");
  if ((settings.voice || "") !== voices) keepSetting("voice", voices);
}

/* A voice for a language: one of the device before one of a distant service. */
function voiceFor(language) {
  var fitting = self.speechSynthesis.getVoices().filter(function (voice) {
    var tag = voice.lang.toLowerCase().replace("_", "-");
    return tag.indexOf(language) === 0 || (language === "zh" && tag.indexOf("cmn") === 0);
  });
  function rank(voice) {
    var mainland = /cn|hans/i.test(voice.lang) || language === "en";
    return (mainland ? 0 : 2) + (voice.localService ? 0 : 1);
  }
  return fitting.sort(function (a, b) { return rank(a) - rank(b); })[0] || null;
}

function startReading(element) {
  stopReading();
  var article = element.closest("article");
  var recording = article.getAttribute("data-recording");
  var controls = [];
  var sentences = Array.prototype.slice.call(article.querySelectorAll(".sentence"));
  speech = { sentences: sentences, at: 0, paused: false, turn: 0, bar: null };
  if (recording) {
    controls = [make("audio", { controls: "", src: recording }), button("stop", stopReading)];
  } else {
    var toggle = button("pause", function () {
      if (speech.paused) speak();
      else pauseReading();
    });
    speech.toggle = toggle;
    controls = [
      button("back", function () { move(-1); }),
      toggle,
      button("next", function () { move(1); }),
      button("stop", stopReading),
    ];
  }
  speech.bar = make("div", { class: "player", role: "region", "aria-label": word("reading"), lang: root.lang }, controls);
  var starting = speech;
  style().then(function () {
    if (speech !== starting) return;
    document.body.appendChild(speech.bar);
    if (recording) {
      var playing = speech.bar.firstChild.play();
      /* Where the browser refuses, the recording's own controls are there. */
      if (playing) playing.catch(function () {});
    } else {
      speak();
    }
  });
}

/* The language that is read: the chosen one; with both shown, that of the page. */
function spoken(sentence) {
  var chosen = root.getAttribute("data-text") || "both";
  var language = chosen === "both" ? (english() ? "en" : "zh") : chosen;
  var text = lineOf(sentence, language);
  return text ? { language: language, text: text } : { language: "zh", text: lineOf(sentence, "zh") };
}

/* Some voices stop after a quarter of a minute: long sentences go in pieces. */
function pieces(text) {
  var parts = text.match(/[^，,；;。、]+[，,；;。、]*/g) || [text];
  return parts.reduce(function (all, part) {
    var last = all.length - 1;
    if (last >= 0 && (all[last] + part).length <= LONGEST) all[last] += part;
    else all.push(part);
    return all;
  }, []);
}

function speak() {
  var synthesis = self.speechSynthesis;
  var sentence = speech.sentences[speech.at];
  if (!sentence || !document.contains(sentence)) return stopReading();
  var turn = ++speech.turn;
  var saying = spoken(sentence);
  var voice = voiceFor(saying.language);
  synthesis.cancel();
  setPaused(false);
  mark(sentence);
  if (!voice) {
    stopReading();
    return notice(word("noVoice"), []);
  }
  var parts = pieces(saying.text);
  parts.forEach(function (part, index) {
    var utterance = new SpeechSynthesisUtterance(part);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = function () {
      if (!speech || turn !== speech.turn || index < parts.length - 1) return;
      speech.at += 1;
      speak();
    };
    /* Kept, or some browsers forget the utterance before its end is told. */
    speech.utterance = utterance;
    synthesis.speak(utterance);
  });
}

/* The API's own pause is a stop on Android: begin the sentence again instead. */
function pauseReading() {
  speech.turn += 1;
  self.speechSynthesis.cancel();
  setPaused(true);
}

function setPaused(paused) {
  speech.paused = paused;
  speech.toggle.textContent = word(paused ? "play" : "pause");
}

function move(by) {
  speech.at = Math.max(0, speech.at + by);
  speak();
}

function mark(sentence) {
  var marked = document.querySelector(".speaking");
  if (marked) marked.classList.remove("speaking");
  if (!sentence) return;
  sentence.classList.add("speaking");
  sentence.scrollIntoView({ block: "center" });
}

function stopReading() {
  if (!speech) return;
  if (self.speechSynthesis) self.speechSynthesis.cancel();
  if (speech.bar.parentNode) speech.bar.parentNode.removeChild(speech.bar);
  speech = null;
  mark(null);
}
