// The pair page: what a shared link shows, and what a reader can change on it.
import assert from "node:assert/strict";
import { addressOf, card, cost, DEFAULT_PAIR, eventually, journey, OPENROUTER, pricing, shows, specs } from "./journey.mjs";

const amount = (page, letter) => card(page, letter).locator(".amount");
const costs = (page, letter, text) => amount(page, letter).filter({ hasText: text }).waitFor();
const requests = (page) => page.getByLabel("Requests a month");

journey("a shared link shows what its author saw: $4,500 against exactly $155", { path: `${DEFAULT_PAIR}?${OPENROUTER}` }, async (page) => {
  await costs(page, "A", "$4,500 a month");
  await costs(page, "B", /^\$155 a month$/);
  assert.equal(await amount(page, "B").getAttribute("title"), "Exactly $155 a month");
  await shows(cost(page), "B costs $4,345 a month less than A; A costs 29× as much.");
  await shows(card(page, "B"), "OpenRouter (router), stepfun/step-3.5-flash");
  assert.equal(await page.title(), "GPT-4o (2024-11-20) vs Step 3.5 Flash · llm-compare");
  await page.getByRole("heading", { level: 1, name: "GPT-4o (2024-11-20) vs Step 3.5 Flash" }).waitFor();
});

journey("typing a workload changes every number at once and keeps the history short", {}, async (page) => {
  await costs(page, "A", "$4,500 a month");
  const entries = await page.evaluate(() => history.length);
  await requests(page).fill("2M");
  await costs(page, "A", "$9,000 a month");
  await shows(pricing(page), "$9,000");
  await page.getByLabel("Input tokens per request").fill("1k");
  await page.getByLabel("Output tokens per request").fill("100");
  await costs(page, "A", "$7,000 a month");
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}?n=2000000&i=1000&o=100`);
  assert.equal(await page.evaluate(() => history.length), entries);
  await page.reload();
  await costs(page, "A", "$7,000 a month");
  assert.equal(await requests(page).inputValue(), "2,000,000");
});

journey("what cannot be read as a number stays as typed, with a word on what is allowed", {}, async (page) => {
  await costs(page, "A", "$4,500 a month");
  for (const typed of ["-5", "lots", "1e400", "1.5", "99999999999999999999"]) {
    await requests(page).fill(typed);
    await page.locator('[aria-invalid="true"]').waitFor();
    await requests(page).blur();
    assert.equal(await requests(page).inputValue(), typed);
  }
  await costs(page, "A", "$4,500 a month");
  await requests(page).fill("10");
  await costs(page, "A", "$0.045 a month");
  assert.equal(await requests(page).getAttribute("aria-invalid"), "false");
});

journey("cache, batch and reasoning are part of the bill and of the link", {}, async (page) => {
  await page.getByText("Cache, batch and reasoning").first().click();
  await page.getByLabel("Input read from cache").fill("50");
  // 800M input tokens, half of them at $1.25 instead of $2.50.
  await costs(page, "A", "$4,000 a month");
  await card(page, "A").getByRole("rowheader", { name: "Cache reads" }).waitFor();
  await page.getByLabel("Reasoning tokens per request, B").fill("1000");
  await card(page, "B").getByRole("rowheader", { name: "Reasoning" }).waitFor();
  await page.getByLabel("Requests sent in batches").fill("25");
  await card(page, "A").getByRole("rowheader", { name: "Input, in batches" }).waitFor();
  await shows(card(page, "B"), "No batch price is known here");
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}?c=0.5&b=0.25&tb=1000`);
});

journey("choosing a route pays that route; the way back leads to the cheapest", {}, async (page) => {
  await costs(page, "B", "$147 a month");
  await page.getByLabel("Route of B").selectOption("openrouter:stepfun/step-3.5-flash");
  await costs(page, "B", /^\$155 a month$/);
  assert.equal(await addressOf(page), `${DEFAULT_PAIR}?${OPENROUTER}`);
  await page.goBack();
  await costs(page, "B", "$147 a month");
  assert.equal(await page.getByLabel("Route of B").inputValue(), "");
});

journey("picking another model is an entry of the history, and drops the old model's route", { path: `${DEFAULT_PAIR}?n=5&${OPENROUTER}` }, async (page) => {
  const picker = page.getByRole("combobox", { name: "Model B" });
  await picker.click();
  await picker.fill("claude sonnet 5");
  await page.getByRole("option", { name: /^Claude Sonnet 5 / }).click();
  await page.getByRole("heading", { level: 1, name: "GPT-4o (2024-11-20) vs Claude Sonnet 5" }).waitFor();
  assert.equal(await addressOf(page), "/compare/gpt-4o-2024-11-20/claude-sonnet-5?n=5");
  await shows(card(page, "B"), /^Anthropic \(lab\), claude-sonnet-5$/);
  await page.goBack();
  await shows(card(page, "B"), "OpenRouter (router), stepfun/step-3.5-flash");
  assert.equal(await page.getByRole("combobox", { name: "Model B" }).inputValue(), "Step 3.5 Flash");
});

journey("swapping exchanges the sides with their routes", { path: `${DEFAULT_PAIR}?${OPENROUTER}` }, async (page) => {
  await costs(page, "B", /^\$155 a month$/);
  await page.getByRole("button", { name: "Swap sides" }).click();
  await costs(page, "A", /^\$155 a month$/);
  await costs(page, "B", "$4,500 a month");
  assert.equal(await addressOf(page), "/compare/step-3.5-flash/gpt-4o-2024-11-20?ra=openrouter:stepfun/step-3.5-flash");
  assert.equal(await page.getByRole("combobox", { name: "Model A" }).inputValue(), "Step 3.5 Flash");
});

journey("what was changed in place reads as if the link were opened afresh", { path: "/compare/glm-5.2/gpt-5" }, async (page) => {
  const read = () => page.locator(".sections").textContent();
  // Both lists of routes in full, one after the other.
  const showAll = async () => {
    for (const letter of ["A", "B"]) {
      const list = pricing(page).getByRole("group", { name: new RegExp(`^${letter} `) });
      await list.getByRole("button", { name: /^Show/ }).waitFor();
      const more = list.getByRole("button", { name: /^Show all/ });
      if (await more.isVisible()) await more.click();
    }
  };
  const sameAfresh = async (address) => {
    await eventually(() => addressOf(page), address);
    await showAll();
    const changed = await read();
    await page.reload();
    await showAll();
    await eventually(read, changed);
  };
  await showAll();
  await page.getByLabel("Output tokens per request").fill("5k");
  await page.getByLabel("Input tokens per request").fill("100");
  await sameAfresh("/compare/glm-5.2/gpt-5?i=100&o=5000");
  await page.getByLabel("Route of A").selectOption({ index: 3 });
  await page.getByRole("button", { name: "Swap sides" }).click();
  const route = await page.getByLabel("Route of B").inputValue();
  await sameAfresh(`/compare/gpt-5/glm-5.2?i=100&o=5000&rb=${route}`);
  const picker = page.getByRole("combobox", { name: "Model A" });
  await picker.click();
  await picker.fill("step-3.5-flash");
  await page.keyboard.press("Enter");
  await sameAfresh(`/compare/step-3.5-flash/glm-5.2?i=100&o=5000&rb=${route}`);
});

journey("a table keeps how it is sorted and how far it is open when its model changes sides", { path: "/compare/glm-5.2/gpt-5" }, async (page) => {
  const table = (letter) => pricing(page).getByRole("group", { name: new RegExp(`^${letter} `) });
  await table("A").getByRole("button", { name: /^Input/ }).click();
  await table("A").getByRole("button", { name: /^Show all/ }).click();
  const rows = await table("A").locator("tbody tr").allTextContents();
  await page.getByRole("button", { name: "Swap sides" }).click();
  await page.getByRole("heading", { level: 1, name: "GPT-5 vs GLM-5.2" }).waitFor();
  assert.deepEqual(await table("B").locator("tbody tr").allTextContents(), rows);
  assert.equal(await table("B").getByRole("columnheader", { name: /^Input/ }).getAttribute("aria-sort"), "ascending");
  assert.deepEqual(await pricing(page).getByRole("heading", { level: 3 }).allTextContents(), ["A GPT-5", "B GLM-5.2"]);
});

journey("a copied link carries its day, and the page offers today", {}, async (page, { open, origin }) => {
  await page.getByRole("button", { name: "Copy link" }).click();
  await shows(page, "Link copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, `${origin}${DEFAULT_PAIR}?d=2026-08-21`);
  await open(`${DEFAULT_PAIR}?d=2026-07-01`);
  await shows(page, "Prices as of 1 Jul 2026, the day of this link.");
  await page.getByRole("button", { name: "As of today" }).click();
  await eventually(() => addressOf(page), DEFAULT_PAIR);
  await shows(cost(page), "Prices in force on 21 Aug 2026.");
});

journey("routes can be sorted by each column, missing values last both ways, and shown in full", { path: "/compare/glm-5.2/gpt-5" }, async (page) => {
  const table = pricing(page).getByRole("group", { name: /^A / });
  const rows = table.locator("table.routes tbody tr");
  await table.getByRole("button", { name: /^Show all \d+$/ }).waitFor();
  assert.equal(await rows.count(), 12);
  const all = Number((await table.getByRole("button", { name: /^Show all/ }).textContent()).match(/\d+/)[0]);
  await table.getByRole("button", { name: /^Show all/ }).click();
  assert.equal(await rows.count(), all);
  const header = table.getByRole("columnheader", { name: /^Cache read/ });
  const column = async () => (await rows.locator("td:nth-child(5)").allInnerTexts()).map((text) => text.trim());
  for (const [direction, compare] of [["ascending", (a, b) => a - b], ["descending", (a, b) => b - a]]) {
    await header.getByRole("button").click();
    assert.equal(await header.getAttribute("aria-sort"), direction);
    const cells = await column();
    const known = cells.filter((cell) => cell !== "Unknown").map((cell) => Number(cell.slice(1)));
    assert.deepEqual(known, known.toSorted(compare));
    assert.ok(cells.indexOf("Unknown") >= known.length, "unknown comes last");
  }
  await table.getByRole("button", { name: "Show the first 12" }).click();
  assert.equal(await rows.count(), 12);
});

journey("every figure tells its source and day: hovered, focused, or pressed until Escape", {}, async (page) => {
  const panel = page.getByRole("complementary", { name: "Source of this figure" });
  const context = specs(page).getByRole("row", { name: /^Context window/ }).getByRole("button");
  await context.first().hover();
  await shows(panel, "models.dev");
  await shows(panel, "2 Jul 2026");
  await shows(panel, "128,000 tokens");
  await page.mouse.move(0, 0);
  await panel.waitFor({ state: "hidden" });
  await context.nth(1).focus();
  await shows(panel, "256,000 tokens");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await panel.getByRole("link", { name: "models.dev" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "models.dev");
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "256k tokens");
});
