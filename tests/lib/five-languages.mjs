// The site of a text in five languages, and what its tests ask of its pages.

import { join } from "node:path";
import { WORKSPACE } from "./paths.mjs";

/** Built from site/tests/fixtures/five-languages by `cargo xtask test`. */
export const FOLDER = process.env.FIVE_LANGUAGES_DIST ?? join(WORKSPACE, "target/five-languages-dist");

/** In the page: the languages that are chosen to stand beside the text. */
export const pressed = () =>
  Array.prototype.filter
    .call(document.querySelectorAll(".languages [data-in]"), (one) => one.getAttribute("aria-pressed") === "true")
    .map((one) => one.getAttribute("data-in"));

/** In the page: by how much it is wider than the screen. */
export const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
