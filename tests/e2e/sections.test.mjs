// The factual sections of the pair page: what they mark, fold, filter, say of their sources, and let a reader take away.
import assert from "node:assert/strict";
import { addressOf, card, cost, DEFAULT_PAIR, eventually, journey, section, shows } from "./journey.mjs";

const BENCHMARKED = "/compare/gpt-5.2/claude-opus-4-5";
const scorecard = (page) => section(page, "Decision scorecard");
const capabilities = (page) => section(page, "Capabilities");
const benchmarks = (page) => section(page, "Benchmarks");
const row = (place, name) => place.getByRole("row").filter({ has: place.page().getByRole("rowheader", { name }) });
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

journey("the scorecard marks the better side, says why, and never lets the unknown win", {}, async (page) => {
  const context = row(scorecard(page), /^Context window/);
  await shows(context, "B allows 2.0× as many");
  assert.deepEqual(await context.getByRole("cell").allInnerTexts(), ["128k tokens", "256k tokens ▲"]);
  await shows(row(scorecard(page), /^Cheapest output price/), "B is cheaper; A costs 33× as much");
  await shows(row(scorecard(page), /^Shared benchmarks/), "Quality is unmeasured");
  assert.deepEqual(await row(scorecard(page), /^Lifecycle/).getByRole("cell").allInnerTexts(), ["Retires 1 Oct 2026, in 41 days on Azure", "Unknown\nsold by 13 providers today"]);
  await page.getByRole("button", { name: "Swap sides" }).click();
  await shows(context, "A allows 2.0× as many");
  assert.deepEqual(await context.getByRole("cell").allInnerTexts(), ["256k tokens ▲", "128k tokens"]);
});

journey("capabilities: Yes, No and Unknown differ, hosts that lack one are named, and only differences can be shown", {}, async (page) => {
  const rows = capabilities(page).getByRole("rowheader");
  await shows(row(capabilities(page), /^Reasoning/), "not at Qiniu and ZenMux, 2 of 13 providers");
  await shows(row(capabilities(page), /^Web search/), "Documented for A only");
  await shows(capabilities(page), /^Unknown on every side: .*Computer use/);
  const all = await rows.count();
  const only = capabilities(page).getByRole("button", { name: "Only differences" });
  await only.click();
  assert.equal(await only.getAttribute("aria-pressed"), "true");
  const shown = await rows.evaluateAll((heads) => heads.filter((head) => head.checkVisibility()).map((head) => head.firstChild.textContent));
  assert.deepEqual(shown, ["Vision", "Multimodal", "Reasoning", "Parallel tool calls", "Structured outputs", "Web search", "Batch"]);
  await only.click();
  assert.equal(await rows.evaluateAll((heads) => heads.filter((head) => head.checkVisibility()).length), all);
});

journey("benchmarks: what compares is marked, with who ran it, how and when; the rest is folded", { path: BENCHMARKED }, async (page) => {
  const gpqa = row(benchmarks(page), /^GPQA Diamond/).first();
  await shows(gpqa, "Science; run by Epoch AI");
  await shows(gpqa, "xhigh effort, 13 Dec 2025");
  assert.match(await gpqa.getByRole("link", { name: "Result" }).first().getAttribute("href"), /^https:\/\/(logs\.)?epoch\.ai\//);
  await gpqa.getByRole("button", { name: "91.4 %" }).click();
  const panel = page.getByRole("complementary", { name: "Source of this figure" });
  await shows(panel, "91.4 ± 1.8 %");
  await shows(panel, "CC-BY-4.0");
  await page.keyboard.press("Escape");
  await page.goto(new URL(DEFAULT_PAIR, page.url()).href);
  await shows(benchmarks(page), "No benchmark is shared by comparable runs; quality cannot be compared.");
  const fold = benchmarks(page).locator("summary", { hasText: "Not comparable, not counted (1)" });
  await fold.click();
  await shows(benchmarks(page), "Coding; Not comparable: A run by Epoch AI, B self-reported");
});

journey("a section's table can be copied as it is shown, as Markdown and as CSV", {}, async (page) => {
  const specs = section(page, "Specs");
  await specs.getByRole("button", { name: "Copy Markdown" }).click();
  await shows(specs, "Copied as Markdown");
  const markdown = await copied(page);
  assert.match(markdown, /^\| Fact \| A GPT-4o \(2024-11-20\) \| B Step 3\.5 Flash \|\n\| --- \| --- \| --- \|\n/);
  assert.match(markdown, /\| Context window, Prompt and answer together \| 128k tokens \| 256k tokens \|/);
  assert.match(markdown, /Sources: models\.dev 2026-07-02/);
  await specs.getByRole("button", { name: "Copy CSV" }).click();
  await shows(specs, "Copied as CSV");
  assert.match(await copied(page), /"Released","20 Nov 2024","models\.dev 2026-07-02","29 Jan 2026","models\.dev 2026-07-02"\r\n/);
  await cost(page).getByRole("button", { name: "Copy Markdown" }).click();
  await shows(cost(page), "Copied as Markdown");
  assert.match(await copied(page), /\*\*B Step 3\.5 Flash\*\*[^]*\| Input \| 800M \| \$0\.09 \| \$72 \|/);
});

journey("each section has a link, and the index says where the reader is", { path: DEFAULT_PAIR }, async (page) => {
  const index = page.getByRole("navigation", { name: "Sections" });
  const current = () => index.locator("[aria-current]").textContent();
  await eventually(current, "Models");
  await index.getByRole("link", { name: "Capabilities" }).click();
  await eventually(() => page.evaluate(() => location.hash), "#capabilities");
  await eventually(current, "Capabilities");
  await section(page, "Specs").getByRole("link", { name: "Specs" }).click();
  await eventually(() => page.evaluate(() => location.hash), "#specs");
  await eventually(current, "Specs");
});

journey("on a phone the index is a menu", { context: { viewport: { width: 360, height: 740 } } }, async (page) => {
  const index = page.getByRole("navigation", { name: "Sections" });
  const menu = index.getByRole("button");
  await index.getByRole("link", { name: "Pricing" }).waitFor({ state: "hidden" });
  await menu.click();
  assert.equal(await menu.getAttribute("aria-expanded"), "true");
  await index.getByRole("link", { name: "Pricing" }).click();
  await index.getByRole("link", { name: "Pricing" }).waitFor({ state: "hidden" });
  await eventually(() => menu.textContent(), "Pricing");
});

journey("a third and a fourth model can be added and removed", {}, async (page) => {
  const add = page.getByRole("button", { name: "Add a model" });
  const pick = async (name, query) => {
    await add.click();
    const field = page.getByRole("combobox", { name });
    await eventually(() => field.evaluate((element) => element === document.activeElement), true);
    await field.fill(query);
    await page.keyboard.press("Enter");
  };
  await pick("Model C", "gpt-5.2");
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}/gpt-5.2`);
  await card(page, "C").getByText("a month").waitFor();
  await pick("Model D", "claude-opus-4-5");
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}/gpt-5.2/claude-opus-4-5`);
  await shows(cost(page), /^B costs the least: \$147 a month\. A costs \$4,353 more \(31×\), C costs /);
  await eventually(() => scorecard(page).getByRole("columnheader").count(), 5);
  assert.equal(await benchmarks(page).locator("tr:has(.bar)").first().getByRole("cell").count(), 4);
  assert.equal(await add.isVisible(), false);
  await page.getByRole("button", { name: "Remove model A" }).click();
  await eventually(() => addressOf(page), "/compare/step-3.5-flash/gpt-5.2/claude-opus-4-5");
  await page.getByRole("button", { name: "Remove model C" }).click();
  await eventually(() => addressOf(page), "/compare/step-3.5-flash/gpt-5.2");
  assert.equal(await page.getByRole("button", { name: /^Remove model/ }).count(), 0);
  await page.goBack();
  await card(page, "C").getByText("a month").waitFor();
});

journey("the foot names every source with licence and day, and old data says how old it is", { today: "2026-11-23" }, async (page) => {
  const foot = page.locator("#sources");
  await shows(foot, "The facts on this page were read between 9 Jul 2025 and 21 Aug 2026: the newest are 94 days old.");
  await shows(foot, /models\.dev, read 20 Aug 2026; MIT\./);
  await shows(foot, /Epoch AI Benchmarking Hub, read 14 May 2026; CC-BY-4\.0\./);
  await shows(foot, /Pages read by hand, read 21 Aug 2026/);
  assert.equal(await foot.locator("a:not([href])").count(), 0, "a link that leads nowhere");
  await shows(cost(page), "Prices in force on 23 Nov 2026, as far as known on 21 Aug 2026, 94 days ago.");
});

journey("on paper: the facts, the folds opened, the address, and nothing to press", { path: DEFAULT_PAIR }, async (page) => {
  await card(page, "B").getByText("a month").waitFor();
  await page.locator("#sources li").first().waitFor();
  await page.emulateMedia({ media: "print" });
  for (const hidden of [page.getByRole("navigation", { name: "Sections" }), page.getByRole("button", { name: "Swap sides" }), page.getByRole("button", { name: "Copy CSV" }).first()]) {
    assert.equal(await hidden.isVisible(), false);
  }
  await shows(page.locator("#sources"), `This page: ${page.url()}?d=2026-08-21`);
  assert.ok(await benchmarks(page).getByText("Aider Polyglot").isVisible(), "a fold stays closed");
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Count (\d+)/)[1];
  assert.ok(Number(pages) <= 4, `${pages} pages`);
});

journey("the price history is a chart with its sentence and a table, and what is announced is said", { path: "/compare/deepseek-v4-pro/claude-sonnet-5" }, async (page) => {
  const pricing = section(page, "Pricing and availability");
  const [a, b] = ["A", "B"].map((side) => pricing.getByRole("group", { name: new RegExp(`^${side} `) }));
  await a.getByRole("img", { name: /^The price at DeepSeek has changed once/ }).waitFor();
  await a.locator("summary", { hasText: /^All prices of routes that have changed/ }).click();
  await shows(a.getByRole("row", { name: /^DeepSeek deepseek-v4-pro/ }).first(), /^DeepSeek/);
  await b.getByRole("img", { name: /From 1 Sep 2026 it is \$3 in and \$15 out per million tokens\.$/ }).waitFor();
  await shows(b.getByRole("row", { name: /^Anthropic/ }).first(), "price will change");
  await page.goto(new URL("/compare/deepseek-v4-pro/claude-sonnet-5?d=2026-09-01&rb=anthropic:claude-sonnet-5", page.url()).href);
  await shows(card(page, "B"), "$6,150 a month");
});

journey("lifecycles stand channel by channel, with the days left and what is recommended instead", {}, async (page) => {
  const azure = section(page, "Specs").getByRole("row", { name: /^Azure/ });
  await shows(azure, "Retires 1 Oct 2026, in 41 days");
  await shows(azure, "recommended instead: gpt-5.1");
});
