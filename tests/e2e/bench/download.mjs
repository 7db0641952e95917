// What a first visit to the pair page downloads.
import { serve } from "../server.mjs";
import { kB, row } from "./numbers.mjs";

const LIMITS = { all: 255_000, wasm: 215_000, models: 6_000 };

/** The pair that is measured everywhere. */
export const PAIR = "/compare/gpt-4o-2024-11-20/step-3.5-flash";

/** Opens a page in a new context and resolves to its downloads: path, and bytes of the body as sent. */
async function downloads(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const [paths, heads, done] = [new Map(), new Map(), []];
  network.on("Network.requestWillBeSent", ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  network.on("Network.responseReceived", ({ requestId, response }) => heads.set(requestId, response.encodedDataLength));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    done.push({ path: paths.get(requestId), bytes: Math.max(0, encodedDataLength - heads.get(requestId)) });
  });
  await network.send("Network.enable");
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator("#cost .amount").nth(1).waitFor();
  await context.close();
  return done;
}

/** The rows of the table about the size of the pair page. */
export async function download(browser) {
  const asked = [];
  const site = await serve("dist", { rewrite: (path, answer) => (asked.push(path), answer) });
  const done = await downloads(browser, `${site.origin}${PAIR}`);
  await site.close();
  // The browser reports a preload that is used as two requests, the second without a byte; the server saw one.
  const twice = asked.filter((path, at) => asked.indexOf(path) < at);
  const sent = (wanted) => done.filter(({ path }) => wanted.test(path)).reduce((sum, { bytes }) => sum + bytes, 0);
  const sized = (figure, wanted, limit) => {
    const bytes = sent(wanted);
    return row(`Pair page, cold, brotli: ${figure}`, kB(bytes), `≤ ${limit / 1000} kB`, bytes > 0 && bytes <= limit);
  };
  return [
    sized(`all ${asked.length} files`, /./, LIMITS.all),
    sized("wasm", /\.wasm$/, LIMITS.wasm),
    sized("both model files", /\/models\//, LIMITS.models),
    row("Pair page, cold: files downloaded twice", twice.join(", ") || "none", "none", twice.length === 0),
  ];
}
