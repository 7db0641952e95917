// How long a visitor waits for the pair page, against the least that Leptos and its router can show.
import { spawnSync } from "node:child_process";
import { delimiter, join, resolve } from "node:path";
import { homedir } from "node:os";
import { serve } from "../server.mjs";
import { PAIR } from "./download.mjs";
import { median, ms, row } from "./numbers.mjs";

const [LIMIT, ROUNDS, WARM_UP] = [1.6, 25, 3];

// The first screen answers who is compared and what each costs a month; the tables below follow a frame later.
const PAGES = {
  pair: { root: "dist", path: PAIR, content: "#cost .amount" },
  tables: { root: "dist", path: PAIR, content: "#specs td" },
  bare: { root: "target/bare/dist", path: "/", content: "#bare" },
};

function buildBare() {
  console.error("bench: building the bare page (two minutes the first time, then seconds)");
  const path = [resolve("node_modules/.bin"), join(homedir(), ".cargo/bin"), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, CARGO_TARGET_DIR: resolve("target/bare") };
  const built = spawnSync("trunk", ["build", "--release", "--locked"], { cwd: "tests/bare", env, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the bare page could not be built\n${built.error ?? built.stderr}`);
}

/** Runs in the page before anything else: tells when the frame with `content` has been drawn. */
function watch(content) {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(content)) return;
    observer.disconnect();
    // A message sent before a frame is drawn arrives after it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tellVisible(String(performance.now()));
    requestAnimationFrame(() => port2.postMessage(undefined));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Milliseconds from the start of the navigation to the content, in a context that has cached nothing. */
async function open(browser, { address, content }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  // The page tells. Asking it, as locators do, would load a large script into it while it starts.
  const protocol = await context.newCDPSession(page);
  const visible = new Promise((resolve) => protocol.on("Runtime.bindingCalled", ({ payload }) => resolve(Number(payload))));
  await protocol.send("Runtime.enable");
  await protocol.send("Runtime.addBinding", { name: "tellVisible" });
  await page.addInitScript(watch, content);
  await page.goto(address);
  const time = await visible;
  await context.close();
  return time;
}

/** The rows of the table about the start. */
export async function startup(browser) {
  buildBare();
  const pages = [];
  for (const [name, { root, path, content }] of Object.entries(PAGES)) {
    const site = await serve(root);
    pages.push({ name, site, content, address: site.origin + path, times: [] });
  }
  // One after the other, so that what slows the machine down for a while slows both.
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const page of pages) {
      const time = await open(browser, page);
      if (round >= 0) page.times.push(time);
    }
  }
  await Promise.all(pages.map(({ site }) => site.close()));
  const [pair, tables, bare] = pages.map(({ times }) => median(times));
  const ratio = pair / bare;
  return [
    row("Content visible, bare Leptos page", ms(bare)),
    row("Content visible, pair page", ms(pair)),
    row("… with its tables", ms(tables)),
    row("Content visible, pair page against bare page", `× ${ratio.toFixed(2)}`, `≤ × ${LIMIT}`, ratio <= LIMIT),
  ];
}
