// Finds a Chromium and starts it. Run directly it prints the path, or fails when there is none.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

// Without these a distribution's browser keeps asking the network for updates.
export const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function chromiumPath() {
  const found = [process.env.CHROMIUM, ...USUAL, chromium.executablePath()].find((path) => path && existsSync(path));
  if (!found) throw new Error("no Chromium found; install chromium, or set CHROMIUM to its path");
  return found;
}

export const launch = () => chromium.launch({ executablePath: chromiumPath(), args: FLAGS });

if (import.meta.filename === process.argv[1]) console.log(chromiumPath());
