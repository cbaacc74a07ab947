// Messages with an id and an answer over a WebSocket, as the Chrome DevTools Protocol and WebDriver
// BiDi both speak them.

import WebSocket from "ws";

const ANSWER_WITHIN = 60_000;

export class Socket {
  #next = 0;
  #waiting = new Map();
  /** Called with the method and the parameters of each event. */
  onEvent = () => {};

  static async connect(url) {
    const socket = new Socket();
    socket.ws = new WebSocket(url, { perMessageDeflate: false, maxPayload: 1 << 28 });
    socket.ws.on("message", (data) => socket.#receive(JSON.parse(data)));
    socket.ws.on("close", () => socket.#end());
    await new Promise((opened, failed) => {
      socket.ws.once("open", opened);
      socket.ws.once("error", failed);
    });
    return socket;
  }

  /** Sends a command and gives its result. */
  send(method, params = {}) {
    return new Promise((resolve, reject) => {
      const id = ++this.#next;
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`no answer to ${method}`));
      }, ANSWER_WITHIN);
      this.#waiting.set(id, { resolve, reject, timer });
      this.ws.send(JSON.stringify({ id, method, params }));
    });
  }

  #receive(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return this.onEvent(message.method, message.params);
    this.#waiting.delete(message.id);
    clearTimeout(waiting.timer);
    if (message.error) waiting.reject(new Error(JSON.stringify([message.error, message.message])));
    else waiting.resolve(message.result);
  }

  #end() {
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new Error("the browser closed the connection"));
    }
    this.#waiting.clear();
  }
}
