// The decision: verdict, must-haves and weights, switch friction, questions, further comparisons, three models, the method.
import assert from "node:assert/strict";
import { addressOf, audit, card, cost, DEFAULT_PAIR, eventually, journey, OPENROUTER, section, shows } from "./journey.mjs";

const MEASURED = "/compare/gpt-5.2/claude-opus-4-5";
const verdict = (page) => page.locator(".verdict > p");
const tradeoffs = (page) => section(page, "Decision tradeoffs");
const priorities = (page) => section(page, "What matters to you");
const friction = (page) => section(page, "Switch friction");
const group = (page, name) => priorities(page).getByRole("group", { name });
const open = (page, name) => priorities(page).locator("summary", { hasText: name }).click();
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

journey("the verdict says who is the safer choice, on what, and what is missing; it follows the workload and the sides", { path: `${DEFAULT_PAIR}?${OPENROUTER}` }, async (page) => {
  await shows(verdict(page), /^Step 3\.5 Flash is the safer choice on what is documented \(quality is unmeasured\): better in 6 of 8 criteria that compare\. Choose GPT-4o/);
  const summary = page.locator(".verdict summary");
  await summary.click();
  await shows(page.locator(".verdict"), /^Monthly cost: Step 3\.5 Flash, \$155 a month against \$4,500/);
  await shows(page.locator(".verdict"), /^Not known: shared benchmarks \(quality is unmeasured\)/);
  await cost(page).getByLabel("Requests a month").fill("2M");
  await shows(page.locator(".verdict"), /\$310 a month against \$9,000/);
  await page.getByRole("button", { name: "Swap sides" }).click();
  await eventually(() => tradeoffs(page).getByRole("heading", { level: 3 }).first().innerText(), "A Choose Step 3.5 Flash when");
  await shows(verdict(page), /^Step 3\.5 Flash is the safer choice/);
});

journey("a must-have excludes, the unknown does not qualify until it is accepted, and all of it is in the link", { path: MEASURED }, async (page) => {
  await open(page, "Must-haves");
  const needs = group(page, "Must-haves");
  await needs.getByLabel("computer use").check();
  await shows(priorities(page), "GPT-5.2 is not known to meet “computer use”");
  await shows(priorities(page), "Left with these must-haves: Claude Opus 4.5.");
  await needs.getByLabel("accept what is not known").check();
  await shows(priorities(page), "Every side has all must-haves.");
  await needs.getByLabel("Context window of at least, tokens").fill("300k");
  await needs.getByLabel("Monthly cost at most, $").focus();
  await shows(priorities(page), "Claude Opus 4.5 does not meet “a context window of at least 300,000 tokens”");
  assert.equal(await needs.getByLabel("Monthly cost at most, $").evaluate((field) => field === document.activeElement), true, "the focus is lost");
  await eventually(() => addressOf(page), `${MEASURED}?m=computer_use,context:300000,unknown`);
  await page.reload();
  await shows(priorities(page), "Left with these must-haves: GPT-5.2.");
  assert.equal(await group(page, "Must-haves").getByLabel("computer use").isChecked(), true);
  await group(page, "Must-haves").getByLabel("At the provider").selectOption({ label: "Anthropic" });
  await shows(priorities(page), "No side has every must-have.");
});

journey("what is typed wrong is said beside its field, stays as typed, and changes nothing", { path: MEASURED }, async (page) => {
  await open(page, "Weights");
  const weight = group(page, "Weights, 0 to 10").getByLabel("Monthly cost");
  await weight.fill("11");
  await weight.blur();
  await shows(priorities(page), "Enter a whole number from 0 to 10.");
  assert.equal(await weight.inputValue(), "11");
  assert.equal(await addressOf(page), MEASURED);
});

journey("weights rank beside the verdict, and the page says how stable that is", { path: DEFAULT_PAIR }, async (page) => {
  await shows(priorities(page), /^Step 3\.5 Flash is ahead in 9\d % of 2048 weightings/);
  await open(page, "Weights");
  await group(page, "Weights, 0 to 10").getByLabel("Capabilities").fill("10");
  await group(page, "Weights, 0 to 10").getByLabel("Lifecycle").focus();
  await shows(priorities(page), /^By your weights GPT-4o \(2024-11-20\) leads.*The verdict, which weighs as the table of criteria says, is for Step 3\.5 Flash\.$/);
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}?w=capabilities:10`);
  await page.goBack();
});

journey("switch friction has the request before and after in three languages, and a checklist to copy", { path: MEASURED + "?ra=openai:gpt-5.2&rb=anthropic:claude-opus-4-5" }, async (page) => {
  await shows(friction(page), /^\d+ parts of the request change\.$/);
  const python = friction(page).locator("details", { hasText: "The request in Python" }).first();
  await python.locator("summary").click();
  const code = python.locator("code");
  assert.match(await code.nth(0).innerText(), /from openai import OpenAI[^]*model="gpt-5\.2"/);
  assert.match(await code.nth(1).innerText(), /anthropic[^]*model="claude-opus-4-5"/);
  await shows(friction(page), "Documentation of Anthropic messages");
  await shows(friction(page), /^Leave out max_tokens and temperature: GPT-5\.2 rejects them\.$/);
  await cost(page).getByLabel("Requests a month").fill("5");
  assert.equal(await code.nth(0).isVisible(), true, "a fold closes while the reader types");
  await friction(page).getByRole("button", { name: "Copy Markdown" }).click();
  await shows(friction(page), "Copied as Markdown");
  assert.match(await copied(page), /### From GPT-5\.2 to Claude Opus 4\.5[^]*```Python[^]*- \[ \] Send the model id claude-opus-4-5\./);
});

journey("what is in use limits what switch friction speaks of", { path: MEASURED }, async (page) => {
  await open(page, "In use today");
  await group(page, /^In use today/).getByLabel("temperature").check();
  await group(page, /^In use today/).getByLabel("PDF input").check();
  await shows(friction(page), /^Leave out temperature: GPT-5\.2 rejects it\.$/);
  await shows(friction(page), /^Replace PDF input: GPT-5\.2 does not have it\.$/);
  assert.equal(await friction(page).getByText(/computer use/).count(), 0);
  await eventually(() => addressOf(page), `${MEASURED}?u=pdf,temperature`);
});

journey("questions have answers with figures, also as structured data; the description is the verdict", { path: MEASURED }, async (page) => {
  const faq = section(page, "Questions and answers");
  await shows(faq, "Which has the larger context window?");
  await shows(faq, "GPT-5.2: 400k tokens against 200k (2.0×).");
  const data = JSON.parse(await page.locator("#structured-data").textContent());
  assert.equal(data["@type"], "FAQPage");
  const asked = await faq.getByRole("heading", { level: 3 }).allInnerTexts();
  assert.deepEqual(data.mainEntity.map(({ name }) => name), asked);
  assert.equal(await page.locator("#description").getAttribute("content"), await verdict(page).innerText());
  await page.getByRole("link", { name: "llm-compare" }).click();
  await page.getByRole("heading", { name: "Compare two language models" }).waitFor();
  assert.equal(await page.locator("#structured-data").textContent(), "");
});

journey("further comparisons say why, and lead there with the workload", { path: MEASURED + "?n=5000" }, async (page) => {
  const next = section(page, "Continue comparing");
  await shows(next, /^GPT-5\.4 follows GPT-5\.2 in its family$/);
  await next.getByRole("link", { name: "GPT-5.2 vs GPT-5.4" }).click();
  await shows(page.getByRole("heading", { level: 1 }), "GPT-5.2 vs GPT-5.4");
  assert.equal(await addressOf(page), "/compare/gpt-5.2/gpt-5.4?n=5000");
});

journey("three models: the verdict is over all, the sections compare with the first, and another can be first", { path: "/compare/gpt-5.2/gemini-3-pro-preview/claude-opus-4-5" }, async (page) => {
  await shows(verdict(page), /(it leads against every other|no side leads against every other)/);
  const pairs = () => tradeoffs(page).getByRole("heading", { level: 3, name: / and / }).allInnerTexts();
  assert.deepEqual(await pairs(), ["GPT-5.2 and Gemini 3 Pro Preview", "GPT-5.2 and Claude Opus 4.5"]);
  await page.getByRole("button", { name: "Compare others with C" }).click();
  await shows(tradeoffs(page), "Claude Opus 4.5 and GPT-5.2");
  assert.deepEqual(await pairs(), ["Claude Opus 4.5 and GPT-5.2", "Claude Opus 4.5 and Gemini 3 Pro Preview"]);
  assert.equal(await addressOf(page), "/compare/claude-opus-4-5/gpt-5.2/gemini-3-pro-preview");
  assert.match(await card(page, "A").innerText(), /Claude Opus 4\.5/);
  await audit(page);
});

journey("the method shows the rules as they are applied, with the pair one comes from as the example", { path: MEASURED }, async (page) => {
  await page.getByRole("link", { name: "Method" }).click();
  await shows(page.getByRole("heading", { level: 1 }), "How it is computed");
  const row = page.getByRole("row", { name: /^Context window/ });
  await shows(row, "GPT-5.2: 400k tokens against 200k (2.0×)");
  await shows(page.getByRole("row", { name: /^The safer choice/ }), "Decides");
  await audit(page);
  await page.goto(new URL("/method", page.url()).href);
  await shows(page.getByRole("row", { name: /^Context window/ }), "No models are compared");
});

for (const [name, path] of [
  ["everything unknown", "/compare/babbage-002/ernie-5.1"],
  ["no route at all", "/compare/qvq-72b-preview/qwen3-0.6b"],
  ["must-haves", `${MEASURED}?m=vision,context:300000&w=cost:6&u=vision`],
]) {
  journey(`every part of the decision passes axe with its folds open: ${name}`, { path }, async (page) => {
    await section(page, "Continue comparing").waitFor();
    await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    await audit(page);
  });
}
