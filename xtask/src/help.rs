//! What each command does, for `cargo xtask --help`.

/// The whole help, in plain words.
pub const TEXT: &str = "\
cargo xtask COMMAND

  serve [--port N] [--host ADDRESS]
              Set up whatever is missing, build, and show the site on this computer, anew with
              every change in seeds/.
              Prints the address. Without --port it takes a free one from 8080 on.
              With --host 0.0.0.0 a phone in the same network can open it as well.
  build [--force]
              Set up whatever is missing and write the finished site to dist/.
              Copy that folder to any web host. --force builds even if nothing changed.
  test [WORD]
              Every check and test: format, lints, Rust tests, texts, build, budgets,
              browser. With a step's name only that step; with any other word the Rust
              tests and browser test files whose name contains it.
  setup [--test]
              Only find or install the tools (--test: those of the tests as well).

  package [--target TRIPLE] [--kit FILE]
              Make target/package/policy-explorer: one program that needs no tool chain (on
              Linux: statically linked). With --kit what runs in a browser is not compiled, but
              taken from the kit.bin of another computer.

  audit [--advisories FOLDER]
              Licences, sources and known vulnerabilities of all crates; the published files
              against official schemas and checkers; and does a second build, from another
              folder, give the same bytes? With --advisories a copy of the RustSec database
              is read where it can't be fetched.
  check       Check the texts in seeds/ and list what is wrong, with file and line.
  new         Start a new document in seeds/ (cargo xtask new --help).
  import      Take a document over from another source (cargo xtask import --help).
  evaluate    Measure how well the search ranks.
  measure [--library FOLDER]
              Measure loading times and sizes (Lighthouse and others), or how fast the built
              site of a large library is searched.

The first run installs tools in the cache folder ($XDG_CACHE_HOME/policy-explorer, or
~/.cache/policy-explorer) and compiles everything, which takes minutes.
Later runs start within seconds when nothing has changed.

Nothing here needs Trunk. People who have it can use `trunk build` and `trunk serve` as usual;
they need rustup's wasm32-unknown-unknown target.";
