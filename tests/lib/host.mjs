// A small web server for the built site that can misbehave in the ways that real hosts do.

import { createServer } from "node:http";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".bin": "application/octet-stream",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".xml": "application/xml",
  ".epub": "application/epub+zip",
  ".pdf": "application/pdf",
};

/**
 * Serves one folder. What a behaviour may name, all of it optional:
 *
 * - `base`: the path under which the site lies, such as `/a/deep/path/`;
 * - `type`: one media type for everything but HTML;
 * - `compression`: `gzip` or `br`, put on top of every answer, packed files included;
 * - `refuse`: a pattern of paths that are answered with 404, as hosts do with unknown extensions;
 * - `notFoundPage`: whether unknown paths get the site's own 404.html (`true` by default);
 * - `delay(path)`: milliseconds before an answer;
 * - `change(path, bytes)`: other bytes than those in the folder;
 * - `hold(path)`: whether the answer waits for `goOn()`;
 * - `halt(path, bytes)`: after how many bytes the answer stands still until `goOn()`, if it does;
 * - `cut(path)`: whether the connection breaks in the middle of the answer;
 * - `headers`: further headers of every answer;
 * - `network`: `{ kbps, rtt }` of a slow line that all answers share, workers' included, which a
 *   browser's own emulation leaves out.
 */
export class Host {
  static async start(folder, behaviour = {}) {
    const host = new Host(folder, behaviour);
    await new Promise((resolve) => host.server.listen(0, "127.0.0.1", resolve));
    return host;
  }

  constructor(folder, behaviour) {
    this.folder = folder;
    this.behaviour = behaviour;
    this.base = behaviour.base ?? "/";
    /** Paths asked for, relative to the base, in their order. */
    this.requests = [];
    /** Set to false, and every connection is refused, as without a network. */
    this.online = true;
    /** Bytes of bodies sent. */
    this.sent = 0;
    this.line = Promise.resolve();
    this.halted = new Promise((goOn) => (this.goOn = goOn));
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  /** The site's address, with `/` at its end. */
  get url() {
    return `http://127.0.0.1:${this.server.address().port}${encodeURI(this.base)}`;
  }

  async answer(request, response) {
    if (!this.online) return request.socket.destroy();
    const { refuse, delay, hold, cut } = this.behaviour;
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    if (!path.startsWith(this.base)) return this.notFound(request, response);
    const inside = path.slice(this.base.length);
    this.requests.push(inside);
    const wait = delay?.(inside) ?? 0;
    if (wait > 0) await sleep(wait);
    if (hold?.(inside)) await this.halted;
    const file = this.find(inside);
    if (file === "folder") return response.writeHead(301, { location: `${path}/` }).end();
    if (!file || refuse?.test(inside)) return this.notFound(request, response);
    const bytes = this.read(file);
    if (!cut?.(inside)) return this.send(request, response, 200, file, bytes);
    response.writeHead(200, { "content-length": bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy());
  }

  /** The file for a path inside the site, "folder" for one that lacks its `/`. */
  find(inside) {
    const path = normalize(inside);
    if (path.startsWith("..")) return undefined;
    const full = join(this.folder, path);
    if (!existsSync(full)) return undefined;
    if (!statSync(full).isDirectory()) return path;
    if (inside !== "" && !inside.endsWith("/")) return "folder";
    return existsSync(join(full, "index.html")) ? join(path, "index.html") : undefined;
  }

  read(file) {
    const bytes = readFileSync(join(this.folder, file));
    return this.behaviour.change?.(file, bytes) ?? bytes;
  }

  notFound(request, response) {
    const ours = this.behaviour.notFoundPage !== false && existsSync(join(this.folder, "404.html"));
    const body = ours ? this.read("404.html") : Buffer.from("<!doctype html><title>404</title>404");
    this.send(request, response, 404, "404.html", body);
  }

  send(request, response, status, file, bytes) {
    const { type, compression, headers: further } = this.behaviour;
    const extension = extname(file);
    const own = TYPES[extension] ?? "application/octet-stream";
    const headers = { "content-type": type && extension !== ".html" ? type : own, ...further };
    let body = bytes;
    if (compression && (request.headers["accept-encoding"] ?? "").includes(compression)) {
      headers["content-encoding"] = compression;
      body = compression === "br" ? brotli(bytes, 4) : gzipSync(bytes);
    }
    headers["content-length"] = body.length;
    headers.etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    headers["cache-control"] ??= "no-cache";
    this.sent += body.length;
    response.writeHead(status, headers);
    if (request.method === "HEAD") return response.end();
    const first = this.behaviour.halt?.(file, body);
    if (first) {
      response.write(body.subarray(0, first));
      return this.halted.then(() => response.end(body.subarray(first)));
    }
    if (!this.behaviour.network) return response.end(body);
    this.trickle(request.socket, response, body).catch(() => response.destroy());
  }

  /** Sends a body over the slow line: a round trip first, two on a new connection. */
  async trickle(socket, response, body) {
    const { kbps, rtt } = this.behaviour.network;
    await sleep(socket.used ? rtt : 2 * rtt);
    socket.used = true;
    const piece = 2048;
    for (let at = 0; at < body.length; at += piece) {
      const part = body.subarray(at, at + piece);
      this.line = this.line.then(() => this.take((part.length * 8) / kbps));
      await this.line;
      response.write(part);
    }
    response.end();
  }

  /** Occupies the line for so many milliseconds; what a timer slept too long counts for the next. */
  async take(milliseconds) {
    const now = performance.now();
    this.free = Math.max(this.free ?? 0, now - 20) + milliseconds;
    if (this.free > now) await sleep(this.free - now);
  }

  /** Breaks off what is still being sent, and ends. */
  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Brotli at a quality. */
export function brotli(bytes, quality = 11) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}
