// The full bill: what can be set of a workload, what it costs, and what would change the answer.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { addressOf, card, cost, DEFAULT_PAIR, eventually, journey, shows } from "./journey.mjs";

const costs = (page, letter, text) => card(page, letter).locator(".amount").filter({ hasText: text }).waitFor();
const open = (page, group) => cost(page).locator("summary", { hasText: group }).click();
const MORE = "Prompt lengths, tasks, retries and growth";

const EVERYTHING =
  "?n=5000&p=day&i=4000&o=300&c=0.5&k=4&l=1h&b=0.25&j=6000&h=0.5&a=3&g=0.02&e=0.15&r=lab&cw=100000&v=prompt&pr=openai,stepfun&ta=10&tb=20&fa=1.1&fb=0.95&sa=0.9&sb=0.8";

journey("a link brings back every input", { path: DEFAULT_PAIR + EVERYTHING }, async (page) => {
  await costs(page, "A", "a month");
  const shown = async (label) => {
    const field = cost(page).getByLabel(label, { exact: true });
    return (await field.evaluate((one) => one.tagName)) === "SELECT" ? field.locator("option:checked").textContent() : field.inputValue();
  };
  for (const [label, value] of [
    ["Requests a month", "5,000"],
    ["Counted as", "requests a day"],
    ["Input tokens per request", "4,000"],
    ["Output tokens per request", "300"],
    ["Cheapest of", "the lab's own"],
    ["Known context window of at least, tokens", "100,000"],
    ["Only these providers, with commas between", "openai, stepfun"],
    ["Input read from cache, %", "50"],
    ["Reads per cache write", "4"],
    ["Cache kept for", "one hour"],
    ["Requests sent in batches, %", "25"],
    ["Reasoning tokens per request, A", "10"],
    ["Reasoning tokens per request, B", "20"],
    ["Input tokens that 95 % of requests keep, 0 if all are alike", "6,000"],
    ["Re-sent history read from cache, %", "50"],
    ["Attempts at most, until an answer is accepted", "3"],
    ["Growth per month, %", "2"],
    ["Requests given on to A, %", "15"],
    ["Costs charted against", "prompt length"],
    ["Answers accepted, A, %", "90"],
    ["Answers accepted, B, %", "80"],
    ["Token factor, A", "1.1"],
    ["Token factor, B", "0.95"],
  ]) {
    assert.equal(await shown(label), value, label);
  }
  // 5,000 × 365 ÷ 12 = 152,083.3
  await shows(cost(page), "152,083 requests a month.");
  await shows(cost(page), /^B first, 15 % given on to A: \$[\d,.]+ a month\.$/);
  assert.equal(await addressOf(page), DEFAULT_PAIR + EVERYTHING);
});

journey("a published workload sets the tokens, and says where to read who measured it", {}, async (page) => {
  await costs(page, "A", "$4,500 a month");
  const trace = cost(page).getByLabel("Tokens of a published trace");
  await trace.selectOption("Conversation (Azure 2023)");
  // 1,155M × $2.50 + 211M × $10 = $2,887.50 + $2,110
  await costs(page, "A", "$4,998 a month");
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}?i=1155&o=211`);
  await cost(page).getByRole("link", { name: "Conversation (Azure 2023)" }).click();
  await page.getByRole("row", { name: /Conversation \(Azure 2023\).*19,366 requests/ }).waitFor();
  await page.goBack();
  await costs(page, "A", "$4,998 a month");
  assert.equal(await trace.locator("option:checked").textContent(), "Conversation (Azure 2023)");
  await page.goBack();
  await costs(page, "A", "$4,500 a month");
  assert.equal(await cost(page).getByLabel("Input tokens per request").inputValue(), "800");
});

journey("a task sends its history again, and retries are paid until an answer is accepted", { path: `${DEFAULT_PAIR}?n=1000&i=1000&o=100` }, async (page) => {
  await costs(page, "A", "$3.50 a month");
  await open(page, MORE);
  await cost(page).getByLabel("Turns per task").fill("2");
  // Prompts of 1,000 and 1,000 + 100 + 1,000 tokens: 3.1M × $2.50 + 0.2M × $10
  await costs(page, "A", "$9.75 a month");
  await shows(cost(page), "1,000 tasks a month of 2 requests each;");
  await cost(page).getByLabel("Turns per task").fill("1");
  await cost(page).getByLabel("Attempts at most").fill("2");
  await cost(page).getByLabel("Answers accepted, A").fill("50");
  // 1.5 attempts for each of 1,000 requests, of which 750 are answered: $5.25, and $0.007 each
  await costs(page, "A", "$5.25 a month");
  await shows(card(page, "A"), "$0.007 for each accepted answer.");
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}?n=1000&i=1000&o=100&a=2&sa=0.5`);
});

journey("what is written before it is read bounds the cached share, which is said", {}, async (page) => {
  await open(page, "Cache, batch and reasoning");
  await cost(page).getByLabel("Input read from cache").fill("100");
  await cost(page).getByLabel("Reads per cache write").fill("1");
  await shows(cost(page), "with 1 read for each write at most 50 % can be cached, which is billed.");
  await card(page, "A").getByRole("rowheader", { name: "Cache writes" }).waitFor();
  // 400M × $1.25 + 400M × $2.50 + $2,500
  await costs(page, "A", "$4,000 a month");
});

journey("only the lab's own routes can be paid, and what that costs is said", {}, async (page) => {
  await costs(page, "B", "$147 a month");
  await shows(card(page, "B"), "The lab's own route, StepFun (Global): $155, 5 % more.");
  await cost(page).getByLabel("Cheapest of").selectOption("the lab's own");
  await costs(page, "B", "$155 a month");
  await shows(card(page, "B"), /^The cheapest of all, .*: \$147, 5 % less\.$/);
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}?r=lab`);
});

journey("routes can be narrowed to providers and by their context window", {}, async (page) => {
  await costs(page, "B", "$147 a month");
  await open(page, "Routes that may be paid");
  await cost(page).getByLabel("Only these providers").fill("OpenAI, SiliconFlow");
  await shows(card(page, "B"), /^SiliconFlow \(host\), /);
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}?pr=openai,siliconflow`);
  await cost(page).getByLabel("Known context window").fill("200k");
  await card(page, "A").getByText("No complete price").waitFor();
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}?cw=200000&pr=openai,siliconflow`);
});

journey("what would change the answer is said, drawn and in a table", { path: "/compare/gpt-4o-2024-11-20/claude-sonnet-4-5?c=0.5" }, async (page) => {
  await shows(cost(page), "Prompt length, 0 tokens to 127,750 tokens: A is cheaper up to 6,667 tokens, B beyond. Yours: 800 tokens.");
  await cost(page).getByRole("img", { name: "Monthly cost of A and B by output share" }).waitFor();
  await cost(page).getByRole("img", { name: /^Which of A and B is cheaper by output share and cached share/ }).waitFor();
  await cost(page).getByRole("img", { name: /^Difference between A and B with each assumption/ }).waitFor();
  await open(page, MORE);
  await cost(page).getByLabel("Costs charted against").selectOption("prompt length");
  await cost(page).getByRole("img", { name: "Monthly cost of A and B by prompt length" }).waitFor();
  await open(page, "The numbers of this chart");
  await cost(page).getByRole("row", { name: /^1,023 tokens/ }).waitFor();
  // Typing goes on with the numbers open.
  await cost(page).getByLabel("Output tokens per request").fill("500");
  await cost(page).getByRole("row", { name: /^127,500 tokens/ }).waitFor();
});

journey("the year ahead grows, changes its price on the day, and ends where the model is retired", { path: "/compare/claude-sonnet-5/gpt-4o-2024-11-20?g=0.1&ra=anthropic:claude-sonnet-5" }, async (page) => {
  await shows(cost(page), /^Twelve months from 21 Aug 2026 with 10 % more traffic every month: /);
  await shows(cost(page), "A: From 1 Sep 2026 it is $3 in and $15 out per million tokens.");
  await cost(page).getByRole("img", { name: "Monthly cost over the next twelve months" }).waitFor();
  await open(page, "The numbers of the year");
  await cost(page).getByRole("row", { name: /^21 Jul 2027/ }).waitFor();
});

journey("a chart is saved as a drawing of its own, as it looks on the page", { path: "/compare/gpt-4o-2024-11-20/claude-sonnet-4-5?c=0.5" }, async (page) => {
  const name = "Monthly cost of A and B by output share";
  const chart = cost(page).getByRole("img", { name });
  await chart.waitFor();
  const saved = page.waitForEvent("download");
  await cost(page).getByRole("button", { name: "Download SVG" }).first().click();
  const download = await saved;
  assert.equal(download.suggestedFilename(), `${name}.svg`);
  await shows(cost(page), "Saved as SVG");
  const drawing = await readFile(await download.path(), "utf8");
  // No class has a style in the file: what is drawn is what its attributes say.
  const inFile = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const lines = [...svg.querySelectorAll("path:not(.grid, .own, .today)")].map((line) => line.getAttribute("stroke"));
    return { tag: svg.tagName, ground: svg.querySelector("rect").getAttribute("fill"), lines };
  }, drawing);
  const look = (of, property) => of.evaluate((one, name) => getComputedStyle(one)[name], property);
  const lines = await Promise.all((await chart.locator("path:not(.grid, .own, .today)").all()).map((line) => look(line, "stroke")));
  assert.ok(lines.length >= 2 && new Set(lines).size >= 2);
  assert.deepEqual(inFile, { tag: "svg", ground: await look(page.locator("body"), "backgroundColor"), lines });
});
