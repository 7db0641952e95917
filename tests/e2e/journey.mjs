// What every browser journey shares: the built site on a server of its own, a fresh browser context on a fixed day, and
// the promises that hold on every page: no console error, no uncaught error, no request to another origin.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";

export const DEFAULT_PAIR = "/compare/gpt-4o-2024-11-20/step-3.5-flash";
export const OPENROUTER = "rb=openrouter:stepfun/step-3.5-flash";

const TODAY = "2026-08-21";

// Only the date is set; timers run as ever, which a browser test with a faked clock would not show.
const setToday = (context, day) =>
  context.addInitScript((today) => {
    globalThis.Date = class extends Date {
      constructor(...parts) {
        super(...(parts.length > 0 ? parts : [today]));
      }
      static now() {
        return today;
      }
    };
  }, Date.parse(`${day}T12:00:00Z`));

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/**
 * A journey. Options: `path` it begins at, `base` and `slashes` of the host, `rewrite` of the server's answers, `context`
 * options of the browser, `today`, `expected` console errors as a pattern, `prepare(page)` before the first page is opened.
 */
export function journey(name, options, run) {
  test(name, async () => {
    const server = await serve("dist", options);
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...options.context });
    const page = await context.newPage();
    const broken = watch(page, server.origin, options.expected);
    try {
      page.setDefaultTimeout(10_000);
      await setToday(context, options.today ?? TODAY);
      await options.prepare?.(page);
      const open = (path) => page.goto(server.origin + server.base.slice(0, -1) + path);
      await open(options.path ?? DEFAULT_PAIR);
      await run(page, { open, ...server });
      assert.deepEqual(broken, []);
    } finally {
      await context.close();
      await server.close();
    }
  });
}

function watch(page, origin, expected) {
  const broken = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !expected?.test(message.text())) broken.push(message.text());
  });
  page.on("pageerror", (error) => broken.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) broken.push(`request to ${request.url()}`);
  });
  return broken;
}

/** What the axe library finds wrong with the page as it is. */
export async function audit(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]), []);
}

/** Answers as if the site had been built for `/x/`: a `rewrite` for the journeys with that `base`. */
export const below = (_path, answer) =>
  answer.type.startsWith("text/html") ? { ...answer, body: Buffer.from(String(answer.body).replaceAll("=/", "=/x/")) } : answer;

/** Blocks what the browser keeps: a `prepare` for journeys. */
export const blockStorage = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });

/** The address without its origin. */
export const addressOf = (page) => page.evaluate(() => location.pathname + location.search);

export const section = (page, name) => page.getByRole("region", { name, exact: true });
export const cost = (page) => section(page, "Monthly cost at your traffic");
export const pricing = (page) => section(page, "Pricing and availability");
export const specs = (page) => page.locator("#specs");

/** The card of one side, `A` or `B`, in the section on cost. */
export const card = (page, letter) => cost(page).getByRole("group", { name: new RegExp(`^${letter} `) });

/** Waits until `read` gives `wanted`; fails with the last value. */
export async function eventually(read, wanted) {
  const deadline = performance.now() + 5000;
  let last;
  do {
    last = await read();
    if (last === wanted) return;
  } while (performance.now() < deadline);
  assert.equal(last, wanted);
}

/** Waits until a locator shows a text. */
export const shows = (locator, text) => locator.getByText(text).first().waitFor();
