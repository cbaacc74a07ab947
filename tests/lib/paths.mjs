// Where things are: the built site, the sources it was built from, and programs of the system.

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The clone's root. */
export const WORKSPACE = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** The built site; `cargo xtask test` sets DIST, by hand the usual folder serves. */
export const DIST = resolve(process.env.DIST ?? join(WORKSPACE, "dist"));

export const SEEDS = join(WORKSPACE, "seeds");

/** The path of a program, or undefined where this machine lacks it. */
export function program(name) {
  const folders = name.includes("/") ? [""] : (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A program that a test can't do without; its absence fails the test with what to type. */
export function requireProgram(name, install) {
  const found = program(name);
  if (!found) throw new Error(`${name} is not installed; install it: ${install}`);
  return found;
}

/** Chromium, as named by CHROME or found on PATH. */
export function chrome() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  const found = process.env.CHROME || names.map(program).find(Boolean);
  if (!found) throw new Error("no Chromium; set CHROME, or: apt-get install -y chromium fonts-noto-cjk");
  return found;
}
