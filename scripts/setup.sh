#!/usr/bin/env bash
# Installs what is missing and says so; quick and silent when nothing is. `setup.sh wasm|site|browser`
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14
WASM_BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

wasm() {
  has rustup || fail "rustup is missing; install Rust from https://rustup.rs and run this again."
  rustup target list --installed | grep -qx wasm32-unknown-unknown && return
  say "adding the wasm32-unknown-unknown target (seconds)"
  rustup target add wasm32-unknown-unknown || fail "the wasm target could not be added; check the network."
}

# A registry that lags behind a lock file cannot resolve --locked; the unlocked install is the same version.
cargo_tool() {
  local name=$1 version=$2 minutes=$3
  [ "$("${4:-$name}" --version 2>/dev/null | cut -d' ' -f2)" = "$version" ] && return
  say "installing $name $version with cargo (about $minutes minutes, once)"
  cargo install --quiet --locked "$name" --version "$version" ||
    cargo install --quiet "$name" --version "$version" ||
    fail "$name $version could not be installed; see the error above."
}

node_tools() {
  has npm || fail "npm is missing; install Node.js 20 or newer and run this again."
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  say "installing wasm-opt, Playwright and axe with npm (seconds)"
  npm ci --silent --no-audit --no-fund || fail "npm packages could not be installed; see the error above."
  touch node_modules/.package-lock.json
}

site() {
  wasm
  node_tools
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN" 3 wasm-bindgen
  cargo_tool trunk "$TRUNK" 9
}

browser() {
  node_tools
  node tests/e2e/chromium.mjs >/dev/null 2>&1 && return
  if has apt-get && [ "$(id -u)" = 0 ]; then
    say "installing Chromium with apt (about a minute)"
    { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1 || true
  else
    say "downloading Chromium with Playwright (about a minute)"
    npx playwright-core install chromium-headless-shell >/dev/null 2>&1 || true
  fi
  node tests/e2e/chromium.mjs >/dev/null 2>&1 ||
    fail "no Chromium was found; install chromium, or set CHROMIUM to its path."
}

case "${1:-}" in
  wasm | site | browser) "$1" ;;
  *) fail "usage: scripts/setup.sh wasm|site|browser" ;;
esac
