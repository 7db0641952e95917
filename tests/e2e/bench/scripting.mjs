// How long scripts run when a reader changes the workload, a route or a model, on the pair with the most routes.
import { readFileSync, readdirSync } from "node:fs";
import { serve } from "../server.mjs";
import { median, ms, percentile, row } from "./numbers.mjs";

const [LIMIT, CHANGES, WARM_UP, MODELS] = [16, 120, 12, "public/catalog/v1/models"];

/** The slugs of the models with the most routes. */
function heaviest(count) {
  const models = readdirSync(MODELS).map((file) => JSON.parse(readFileSync(`${MODELS}/${file}`, "utf8")));
  const sorted = models.toSorted((a, b) => b.routes.length - a.routes.length);
  return sorted.slice(0, count).map(({ id }) => id);
}

/**
 * Runs in the page and makes `window.bench`, whose `measure(prepare, change)` marks in the trace of the browser where a
 * change starts and ends, and resolves to the milliseconds between.
 *
 * The signals of the page run their effects in microtasks, each of which may queue more; the frame that shows the change
 * comes after the last of them. So a change lasts from the event until after a long row of microtasks. What is below the
 * fold may follow in the frames after, which have marks of their own. A change that changes nothing, or is still going on
 * after that, is an error: the text of the page shows it, and reading it is not timed.
 */
function install() {
  const TURNS = 100;
  const frame = () => new Promise(requestAnimationFrame);
  const settled = () => frame().then(frame);
  const text = () => document.getElementById("main").textContent + location.pathname;

  const set = (field, value, event) => {
    field.value = value;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  };

  const buttons = (part, word) => {
    return [...document.querySelectorAll(`${part} button`)].filter(({ textContent }) => textContent.startsWith(word));
  };

  const expand = () => buttons("#pricing", "Show all").forEach((button) => button.click());

  const measure = async (prepare, change) => {
    await prepare();
    await settled();
    const before = text();
    // Asked for before and after the page asks for its frame, so that one comes before it and one after.
    settled().then(() => performance.mark("rest starts"));
    performance.mark("change starts");
    const start = performance.now();
    change();
    for (let turn = 0; turn < TURNS; turn++) await undefined;
    const time = performance.now() - start;
    performance.mark("change ends");
    // What follows a change of models, and then the texts about it.
    await settled();
    await settled();
    for (let turn = 0; turn < TURNS; turn++) await undefined;
    performance.mark("rest ends");
    const after = text();
    await settled();
    if (before === after) throw new Error("a change changed nothing");
    if (after !== text()) throw new Error("a change went on after its measurement");
    return time;
  };
  window.bench = { settled, set, buttons, expand, measure };
}

/** Each runs in the page and resolves to the time of every change. All routes of both models are listed. */
const KINDS = {
  workload: async ({ changes }) => {
    const { measure, expand, set } = window.bench;
    const fields = ["set-n", "set-i"].map((id) => document.getElementById(id));
    const times = [];
    for (let n = 0; n < changes; n++) {
      times.push(await measure(expand, () => set(fields[n % fields.length], String(1000 + 7 * n), "input")));
    }
    return times;
  },

  route: async ({ changes }) => {
    const { measure, expand, set } = window.bench;
    const times = [];
    for (let n = 0; n < changes; n++) {
      // The list may be drawn anew.
      const select = document.getElementById(["set-route-a", "set-route-b"][n % 2]);
      const { value } = select.options[1 + (n % (select.options.length - 1))];
      times.push(await measure(expand, () => set(select, value, "change")));
    }
    return times;
  },

  // B's model for A, A's former model for B, and swapped back: no file is fetched that is not here from the start.
  model: async ({ changes, models: [first, second] }) => {
    const { measure, expand, set, settled, buttons } = window.bench;
    const option = (id) => document.querySelector(`#${id}-list [role=option]`);
    const search = async (id, slug) => {
      expand();
      const field = document.getElementById(id);
      field.focus();
      field.click();
      set(field, slug, "input");
      while (!option(id)) await settled();
    };
    const pick = (id, slug) => measure(() => search(id, slug), () => option(id).click());
    const [button] = buttons("#top", "Swap sides");
    const approach = () => {
      expand();
      button.focus();
    };
    const swap = () => measure(approach, () => button.click());
    const turns = [() => pick("pick-a", second), () => pick("pick-b", first), swap];
    const times = [];
    for (let n = 0; n < changes; n++) times.push(await turns[n % turns.length]());
    return times;
  },
};

/** The events of the browser's trace while `run` lasts, in their order: marks of the page, and what it renders. */
async function traceOf(page, run) {
  const protocol = await page.context().newCDPSession(page);
  const events = [];
  protocol.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => protocol.once("Tracing.tracingComplete", resolve));
  await protocol.send("Tracing.start", { traceConfig: { includedCategories: ["blink.user_timing", "devtools.timeline"] } });
  await run();
  await protocol.send("Tracing.end");
  await complete;
  return events.toSorted((a, b) => a.ts - b.ts);
}

/**
 * Milliseconds that scripts computed on the main thread between the two marks of each `part`. After the options of a
 * select have been replaced, Chromium computes styles, and at times layout, in a microtask of its own; that is rendering
 * and does not count here, only in the time taken.
 */
function scripted(events, part) {
  const [starts, ends] = ["starts", "ends"].map((word) => events.filter(({ name }) => name === `${part} ${word}`));
  if (starts.length !== CHANGES || ends.length !== CHANGES) throw new Error("the trace lacks marks");
  const rendering = events.filter(({ name, tid, ph }) => /^(UpdateLayoutTree|Layout)$/.test(name) && tid === starts[0].tid && ph === "X");
  return starts.map((start, n) => {
    const inside = rendering.filter(({ ts }) => ts > start.ts && ts < ends[n].ts);
    return (ends[n].tts - start.tts - inside.reduce((sum, { tdur }) => sum + tdur, 0)) / 1000;
  });
}

/**
 * Of each change of one kind on a page with `models`: how long it took; how much of that scripts computed, the rest is
 * rendering and waiting for a processor; and what scripts computed in the frame after. Each kind has a page of its own:
 * browsers limit how often one changes its address.
 */
async function timesOf(kind, browser, site, models) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.origin}/compare/${models.join("/")}`);
  await page.locator("#pricing tbody tr").first().waitFor();
  await page.evaluate(install);
  await page.evaluate(KINDS[kind], { changes: WARM_UP, models });
  let taken;
  const events = await traceOf(page, async () => {
    taken = await page.evaluate(KINDS[kind], { changes: CHANGES, models });
  });
  await context.close();
  return { taken, first: scripted(events, "change"), rest: scripted(events, "rest") };
}

/** The rows of the table about changes, on the two and on the four models with the most routes. */
export async function scripting(browser) {
  const site = await serve("dist");
  const rows = [];
  for (const [count, sides] of [[2, ""], [4, ", four models"]]) {
    for (const kind of Object.keys(KINDS)) {
      const { taken, first, rest } = await timesOf(kind, browser, site, heaviest(count));
      const [of, p95] = [`change of ${kind}${sides}`, (times) => percentile(times, 0.95)];
      rows.push(row(`Scripting per ${of}, p50`, ms(median(first))));
      rows.push(row(`Scripting per ${of}, p95`, ms(p95(first)), `≤ ${LIMIT} ms`, p95(first) <= LIMIT));
      if (kind === "model") rows.push(row("… in the frame after, below the fold, p95", ms(p95(rest)), `≤ ${LIMIT} ms`, p95(rest) <= LIMIT));
      rows.push(row(`… with rendering and waits for a processor, p50 and p95`, `${ms(median(taken))}, ${ms(p95(taken))}`));
    }
  }
  await site.close();
  return rows;
}
