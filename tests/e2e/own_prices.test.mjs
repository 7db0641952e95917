// A price of the reader's own: paid, kept in the browser, put into the link only when they want that, saved and read as a file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { addressOf, blockStorage, card, cost, DEFAULT_PAIR, eventually, journey, shows } from "./journey.mjs";

const costs = (page, letter, text) => card(page, letter).locator(".amount").filter({ hasText: text }).waitFor();
const unfold = (page, letter) => card(page, letter).locator("summary", { hasText: "Your own price" }).click();
const field = (page, letter, label) => card(page, letter).getByLabel(label, { exact: true });
const route = (page, letter) => card(page, letter).getByLabel(`Route of ${letter}`).locator("option:checked").textContent();
const OWN = `${DEFAULT_PAIR}?ra=own:openai:gpt-4o-2024-11-20`;

journey("a price of one's own is paid, and is there again after a reload and on other pages", {}, async (page, { open }) => {
  await costs(page, "A", "$4,500 a month");
  await unfold(page, "A");
  await field(page, "A", "Discount, %").fill("20");
  await field(page, "A", "Monthly fee, $").fill("500");
  // 800M × $2 + 250M × $8 + $500
  await costs(page, "A", "$4,100 a month");
  await card(page, "A").getByRole("row", { name: "Monthly fee 1 month $500 $500" }).waitFor();
  await shows(card(page, "A"), "Your price: OpenAI (lab), gpt-4o-2024-11-20");
  await shows(card(page, "A"), "At the list price: $4,500, 10 % more.");
  assert.equal(await route(page, "A"), "Your price at OpenAI");
  await eventually(() => addressOf(page), OWN);
  await page.reload();
  await costs(page, "A", "$4,100 a month");
  assert.equal(await field(page, "A", "Discount, %").inputValue(), "20");
  await open("/compare/gpt-5/gpt-4o-2024-11-20");
  await costs(page, "B", "$4,500 a month");
  await card(page, "B").getByLabel("Route of B").selectOption("Your price at OpenAI");
  await costs(page, "B", "$4,100 a month");
  await card(page, "B").getByLabel("Route of B").selectOption({ index: 0 });
  await costs(page, "B", "$4,500 a month");
});

journey("the price is in the link when it is ticked, and the link shows it to others", {}, async (page, { open }) => {
  await unfold(page, "A");
  await field(page, "A", "Input, $ per million").fill("$1.25");
  await costs(page, "A", "$3,500 a month");
  await field(page, "A", "Put your prices into the link").check();
  await eventually(() => addressOf(page), `${OWN}&ia=1.25`);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await costs(page, "A", "$3,500 a month");
  assert.equal(await page.evaluate(() => localStorage.getItem("own-prices")), null, "the price of a link is not kept");
  await field(page, "A", "Put your prices into the link").uncheck();
  await eventually(() => addressOf(page), OWN);
  await page.reload();
  await costs(page, "A", "$3,500 a month");
  await page.evaluate(() => localStorage.clear());
  await open(OWN);
  await costs(page, "A", "$4,500 a month");
  await shows(card(page, "A"), "This link pays its sender's own price but does not hold it; the list price is shown.");
});

const EVERYTHING = "?ra=own:openai:gpt-4o-2024-11-20&rb=own:stepfun:step-3.5-flash&da=0.1&ia=1&oa=2&cb=0.5&wb=0.6&bb=0.7&qb=0.8&mb=9.5&xa=64000&za=4000";
journey("a link brings back every price in it, and unticked all of them stay", { path: DEFAULT_PAIR + EVERYTHING }, async (page) => {
  for (const [letter, label, value] of [
    ["A", "Discount, %", "10"],
    ["A", "Input, $ per million", "1"],
    ["A", "Output, $ per million", "2"],
    ["B", "Cache reads, $ per million", "0.5"],
    ["B", "Cache writes, $ per million", "0.6"],
    ["B", "Batch input, $ per million", "0.7"],
    ["B", "Batch output, $ per million", "0.8"],
    ["B", "Monthly fee, $", "9.5"],
    ["A", "Context window, tokens, 0 for the route's", "64,000"],
    ["A", "Longest answer, tokens, 0 for the route's", "4,000"],
  ]) {
    await eventually(() => field(page, letter, label).inputValue(), value);
  }
  // 800M × $1 + 250M × $2; 800M × $0.10 + 250M × $0.30 + $9.50
  await costs(page, "A", "$1,300 a month");
  await costs(page, "B", "$164.50 a month");
  assert.equal(await addressOf(page), DEFAULT_PAIR + EVERYTHING);
  await field(page, "A", "Put your prices into the link").uncheck();
  await eventually(() => addressOf(page), `${OWN}&rb=own:stepfun:step-3.5-flash`);
  await page.reload();
  await costs(page, "A", "$1,300 a month");
  await costs(page, "B", "$164.50 a month");
});

journey("a price that cannot be is refused in its place, and emptied it is forgotten", {}, async (page) => {
  await unfold(page, "A");
  await field(page, "A", "Input, $ per million").fill("cheap");
  await shows(card(page, "A"), "Enter US dollars up to 100,000 with at most nine places, or nothing.");
  await costs(page, "A", "$4,500 a month");
  await field(page, "A", "Input, $ per million").fill("1");
  await costs(page, "A", "$3,300 a month");
  await field(page, "A", "Input, $ per million").fill("");
  await costs(page, "A", "$4,500 a month");
  await eventually(() => addressOf(page), `${DEFAULT_PAIR}?ra=openai:gpt-4o-2024-11-20`);
  assert.equal(await page.evaluate(() => localStorage.getItem("own-prices")), '{"schema":1,"prices":{}}');
});

journey("bills and prices are saved as JSON, from which the prices come back", {}, async (page, { open }) => {
  await unfold(page, "A");
  await field(page, "A", "Discount, %").fill("50");
  await costs(page, "A", "$2,250 a month");
  const saved = page.waitForEvent("download");
  await cost(page).getByRole("button", { name: "Download JSON" }).click();
  const download = await saved;
  assert.equal(download.suggestedFilename(), "cost.json");
  const file = await download.path();
  const json = JSON.parse(await readFile(file, "utf8"));
  assert.equal(json.sides[0].usd_per_month, "2250");
  assert.deepEqual(json.prices, { "gpt-4o-2024-11-20": { route: "openai:gpt-4o-2024-11-20", discount: "0.5" } });
  await page.evaluate(() => localStorage.clear());
  await open(DEFAULT_PAIR);
  await unfold(page, "A");
  const upload = (buffer) => field(page, "A", "Prices from a file").setInputFiles({ name: "a.json", mimeType: "application/json", buffer });
  await upload(Buffer.from('{"schema":1,"prices":{"gpt-5":{}}}'));
  await shows(card(page, "A"), "These are no prices: prices.gpt-5.route: is missing.");
  await upload(await readFile(file));
  await card(page, "A").getByLabel("Route of A").selectOption("Your price at OpenAI");
  await costs(page, "A", "$2,250 a month");
});

journey("with storage blocked a price lasts until the page is left, which is said", { prepare: blockStorage }, async (page) => {
  await unfold(page, "A");
  await shows(card(page, "A"), /^This browser keeps nothing for this page/);
  await field(page, "A", "Discount, %").fill("50");
  await costs(page, "A", "$2,250 a month");
  await field(page, "A", "Put your prices into the link").check();
  await eventually(() => addressOf(page), `${OWN}&da=0.5`);
  await page.reload();
  await costs(page, "A", "$2,250 a month");
});

journey("a machine of one's own is compared by its fee, and says from which traffic on it is cheaper", {}, async (page) => {
  await page.getByRole("combobox", { name: "Model B" }).fill("your own");
  await page.getByRole("option", { name: "Your own model" }).click();
  await card(page, "B").getByText("No complete price").waitFor();
  await unfold(page, "B");
  await field(page, "B", "Input, $ per million").fill("0");
  await field(page, "B", "Output, $ per million").fill("0");
  await field(page, "B", "Monthly fee, $").fill("3,000");
  await costs(page, "B", "$3,000 a month");
  await shows(page.getByRole("heading", { level: 1 }), /Your own model/);
  // $4,500 for a million requests: $3,000 for two thirds of them.
  await shows(cost(page), "Traffic, 0 a month to 10,000,000 a month: A is cheaper up to 666,667 a month, B beyond. Yours: 1,000,000 a month.");
  await cost(page).locator("summary", { hasText: "Prompt lengths" }).click();
  await cost(page).getByLabel("Costs charted against").selectOption("traffic, where there is a fee");
  await cost(page).getByRole("img", { name: "Monthly cost of A and B by traffic" }).waitFor();
  await eventually(() => addressOf(page), "/compare/gpt-4o-2024-11-20/your-own-model?v=traffic&rb=own:");
  await page.reload();
  await costs(page, "B", "$3,000 a month");
});
