// The audit of the catalogue: found at every spelling of its address, searched, sorted, taken away, and honest when its
// file cannot be read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { addressOf, audit, below, eventually, journey, section, shows } from "./journey.mjs";

const PAGE = "/catalog";
const heading = (page) => page.getByRole("heading", { level: 1, name: "What the catalogue knows, and what it does not" });
const search = (page) => page.getByRole("textbox", { name: "Search all tables" });
const found = (page) => page.getByRole("status").filter({ hasText: / rows?\b/ }).textContent();
const sources = (page) => section(page, "Sources");
const gaps = (page) => section(page, "Gaps among popular models");
const retired = (page) => section(page, "Models without a live route");
const head = (place, name) => place.getByRole("columnheader", { name, exact: true });
const press = (place, name) => place.getByRole("button", { name, exact: true }).click();
const rowsOf = async (place) => Number((await place.locator(".count").textContent()).split(" ")[0]);
const settled = (page) => retired(page).locator("tbody a").first().waitFor();

/** The texts of a column's cells; the first column is number 0. */
const column = (place, number) => place.locator("tbody tr").evaluateAll((rows, at) => rows.map((row) => row.children[at].innerText), number);

/** The file that a button saves: its name, and its text. */
async function saved(page, place, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), press(place, name)]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

journey("the header leads to the audit, and a model's name to its page", { path: "/" }, async (page) => {
  const link = page.getByRole("banner").getByRole("link", { name: "Catalogue" });
  await link.click();
  await heading(page).waitFor();
  assert.equal(await addressOf(page), PAGE);
  assert.equal(await link.getAttribute("aria-current"), "page");
  assert.equal(await page.title(), "The catalogue · llm-compare");
  await shows(page, "The newest source was read on 21 Aug 2026.");
  for (const name of ["Sources", "Coverage", "Ages", "Gaps among popular models", "Disputed prices", "Models without a live route"]) {
    await section(page, name).getByRole("table", { name }).waitFor();
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name }).waitFor();
  }
  const source = sources(page).getByRole("row", { name: /^models\.dev/ });
  await shows(source, "MIT");
  await shows(source, "20 Aug 2026");
  const model = gaps(page).getByRole("rowheader").first();
  const slug = await model.innerText();
  await model.getByRole("link").click();
  await eventually(() => addressOf(page), `/compare/${slug}`);
});

journey("the foot of a pair leads to the audit", {}, async (page) => {
  await page.locator("#sources").getByRole("link", { name: "What the catalogue knows, and what it does not" }).click();
  await heading(page).waitFor();
});

journey("one search goes through all tables, says how many rows are left, and is kept in the link", { path: PAGE }, async (page) => {
  await settled(page);
  const all = await found(page);
  assert.match(all, /^\d+ rows in 6 tables$/);
  await page.keyboard.press("/");
  await page.keyboard.type("LITELLM frozen");
  await eventually(() => found(page), all.replace(/^(\d+).*/, "0 of $1 rows"));
  await shows(gaps(page), "None found");
  await search(page).fill("litellm mit");
  await shows(sources(page), /^1 of \d+ rows$/);
  assert.deepEqual(await column(sources(page), 0), ["LiteLLM"]);
  assert.match(await found(page), /^\d+ of \d+ rows: 1 in Sources/);
  await eventually(() => addressOf(page), "/catalog?q=litellm%20mit");
  await page.reload();
  await shows(sources(page), /^1 of \d+ rows$/);
  assert.equal(await search(page).inputValue(), "litellm mit");
  await search(page).fill("");
  await eventually(() => found(page), all);
  await eventually(() => addressOf(page), PAGE);
});

journey("tables sort by any column, by value, with what is not known last both ways", { path: PAGE }, async (page) => {
  await settled(page);
  const [facts, day] = [head(sources(page), "Facts"), head(retired(page), "Until")];
  assert.equal(await facts.getAttribute("aria-sort"), "none");
  const numbers = async () => (await column(sources(page), 4)).map((text) => Number(text.replaceAll(",", "")));
  await press(facts, "Facts");
  assert.equal(await facts.getAttribute("aria-sort"), "descending");
  const descending = await numbers();
  assert.deepEqual(descending, descending.toSorted((a, b) => b - a));
  assert.ok(descending[0] > 1000, "by value, not by letters");
  await press(facts, "Facts");
  assert.equal(await facts.getAttribute("aria-sort"), "ascending");
  assert.deepEqual(await numbers(), descending.toSorted((a, b) => a - b));
  await press(head(sources(page), "Source"), "Source");
  assert.equal(await facts.getAttribute("aria-sort"), "none");
  await press(retired(page), `Show all ${await rowsOf(retired(page))}`);
  for (const order of [(a, b) => b - a, (a, b) => a - b]) {
    await press(day, "Until");
    const days = await column(retired(page), 4);
    const known = days.filter((text) => text !== "Unknown");
    assert.ok(known.length > 25 && days.length > known.length, "both are there");
    assert.deepEqual(days.slice(known.length), Array(days.length - known.length).fill("Unknown"));
    const times = known.map((text) => Date.parse(`${text} UTC`));
    assert.deepEqual(times, times.toSorted(order));
  }
  await press(retired(page), "Show the first 25");
  assert.equal((await column(retired(page), 0)).length, 25);
});

journey("what is found is taken away in the order that is shown, as files and copied", { path: `${PAGE}?q=openai` }, async (page) => {
  await settled(page);
  await press(retired(page), "Model");
  await press(retired(page), "Model");
  const models = await column(retired(page), 0);
  assert.ok(models.length > 1 && models[0] > models.at(-1));
  const csv = await saved(page, retired(page), "Download CSV");
  assert.equal(csv.name, "llm-compare-without-route-2026-08-21.csv");
  const lines = csv.text.trimEnd().split("\r\n");
  assert.equal(lines[0], '"Model","Lab","Routes","Last channel","Until"');
  assert.deepEqual(lines.slice(1).map((line) => line.split('"')[1]), models);
  assert.match(csv.text, /,"20\d\d-\d\d-\d\d"\r\n/);
  await shows(retired(page), "Saved as CSV");
  const json = await saved(page, retired(page), "Download JSON");
  assert.equal(json.name, "llm-compare-without-route-2026-08-21.json");
  assert.deepEqual(JSON.parse(json.text).map((row) => row.Model), models);
  await press(retired(page), "Copy Markdown");
  await shows(retired(page), "Copied as Markdown");
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(markdown, /^\| Model \| Lab \| Routes \| Last channel \| Until \|\n/);
  assert.ok(markdown.includes(`| ${models[0]} | OpenAI |`));
  await press(retired(page), "Copy CSV");
  await shows(retired(page), "Copied as CSV");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), csv.text);
});

journey("JSON has every row, also those not shown, with numbers as numbers", { path: PAGE }, async (page) => {
  await settled(page);
  const count = await rowsOf(gaps(page));
  const rows = JSON.parse((await saved(page, gaps(page), "Download JSON")).text);
  assert.equal(rows.length, count);
  assert.ok(count > 25 && rows.every((row) => Number.isInteger(row.Gaps) && Number.isInteger(row["Popularity rank"])));
});

const failing = { broken: true };
const breaking = (path, answer) => (failing.broken && path.endsWith("audit.json") ? { ...answer, status: 503, body: Buffer.from("busy") } : answer);
journey("an audit that cannot be read says so, and Retry brings it", { path: PAGE, rewrite: breaking, expected: /503/ }, async (page) => {
  await heading(page).waitFor();
  await shows(page.getByRole("alert"), /audit\.json .*the host answered 503/);
  failing.broken = false;
  await page.getByRole("button", { name: "Retry" }).click();
  await settled(page);
  assert.equal(await page.getByRole("alert").count(), 0);
});

journey("an old audit says how old it is", { path: PAGE, today: "2026-11-23" }, async (page) => {
  await shows(page.getByRole("status"), "The newest source was read on 21 Aug 2026, 94 days ago. Check what matters at its source.");
});

for (const slashes of [true, false]) {
  for (const path of ["/catalog", "/catalog/", "/catalog?q=azure", "/catalog/?q=azure#disputes"]) {
    journey(`${path} is the page on a host that ${slashes ? "adds a slash" : "looks at its rules only"}`, { path, slashes }, async (page, { origin }) => {
      await settled(page);
      assert.equal(await search(page).inputValue(), path.includes("q=") ? "azure" : "");
      const missing = await page.request.get(`${origin}/catalog/v1/none.json`);
      assert.equal(missing.status(), 404, "a file that is not there stays missing");
    });
  }
}

journey("a site below a folder has its audit there", { path: PAGE, base: "/x/", rewrite: below }, async (page) => {
  await settled(page);
  await gaps(page).getByRole("rowheader").first().getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: / vs …$/ }).waitFor();
  assert.match(await addressOf(page), /^\/x\/compare\//);
  await page.getByRole("banner").getByRole("link", { name: "Catalogue" }).click();
  await settled(page);
  assert.equal(await addressOf(page), "/x/catalog");
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    const context = { colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce" };
    journey(`no accessibility violation in the audit and nothing sideways, ${colorScheme}, ${width} px`, { path: PAGE, context, today: "2026-11-23" }, async (page) => {
      await settled(page);
      await audit(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
      await search(page).fill("azure");
      await shows(gaps(page), "None found");
      await press(sources(page), "Facts");
      await audit(page);
    });
  }
}

journey("on paper the audit has its tables and nothing to press", { path: PAGE }, async (page) => {
  await settled(page);
  await page.emulateMedia({ media: "print" });
  for (const hidden of [page.getByRole("navigation", { name: "Sections" }), page.getByRole("banner").getByRole("link", { name: "Catalogue" }), page.getByRole("button", { name: "Download CSV" }).first(), page.getByRole("button", { name: /^Show all/ }).first()]) {
    assert.equal(await hidden.isVisible(), false);
  }
  assert.ok(await sources(page).getByRole("link", { name: "models.dev" }).isVisible());
});
