// The audit of the catalogue: searched, sorted, taken away, and honest when its file cannot be read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { eventually, journey, section, shows } from "./journey.mjs";

const PAGE = "/catalog";
const search = (page) => page.getByLabel("Search all tables");
const rows = (place) => place.locator("tbody tr");

async function downloaded(page, place, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), place.getByRole("button", { name: button }).click()]);
  return readFile(await file.path(), "utf8");
}

journey("the audit opens from every page and says what each source contributes", {}, async (page) => {
  await page.getByRole("link", { name: "Catalogue" }).first().click();
  await page.getByRole("heading", { name: "What the catalogue knows, and what it does not" }).waitFor();
  const source = section(page, "Sources").getByRole("row", { name: /^models\.dev/ });
  await shows(source, "MIT");
  await shows(source, "20 Aug 2026");
});

journey("one search goes through all tables, and is kept in the link", { path: PAGE }, async (page) => {
  const coverage = section(page, "Coverage");
  await rows(coverage).first().waitFor();
  const all = await rows(coverage).count();
  await search(page).fill("knowledge cutoff");
  await eventually(() => rows(coverage).count(), 1);
  assert.ok(all > 1);
  await eventually(() => page.evaluate(() => new URL(location.href).searchParams.get("q")), "knowledge cutoff");
  await page.reload();
  await eventually(() => rows(section(page, "Coverage")).count(), 1);
  assert.equal(await search(page).inputValue(), "knowledge cutoff");
});

journey("a table is sorted by value and taken away as it is shown", { path: PAGE }, async (page) => {
  const sources = section(page, "Sources");
  await rows(sources).first().waitFor();
  await sources.getByRole("columnheader", { name: "Prices" }).getByRole("button").click();
  const csv = (await downloaded(page, sources, "Download CSV")).split("\r\n");
  assert.match(csv[1], /models\.dev/, "the source with the most prices comes first");
  const json = JSON.parse(await downloaded(page, sources, "Download JSON"));
  assert.equal(json[0].Source, "models.dev");
  const prices = json.map((row) => row.Prices);
  assert.deepEqual(prices, prices.toSorted((a, b) => b - a));
  assert.equal(typeof prices[0], "number");
});

const unreachable = (path, answer) => (path.endsWith("/audit.json") ? undefined : answer);

journey("an audit that cannot be read says so and can be asked for again", { path: PAGE, rewrite: unreachable, expected: /audit\.json|Failed to load/ }, async (page) => {
  await page.getByRole("alert").getByRole("button").first().waitFor();
});
