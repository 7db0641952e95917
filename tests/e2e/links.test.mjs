// Links as people mangle them.
import assert from "node:assert/strict";
import { addressOf, card, DEFAULT_PAIR, eventually, journey, shows } from "./journey.mjs";

const unread = (page) => page.getByRole("status").filter({ hasText: "Parts of this link could not be read" });
const costs = (page, letter, text) => card(page, letter).locator(".amount").filter({ hasText: text }).waitFor();

for (const [what, query] of [
  ["a negative number", "n=-5"],
  ["an enormous number", "i=99999999999999999999999999"],
  ["no number", "n=NaN&o=Infinity&c=1e3"],
  ["a broken escape", "n=%E0%A4%A&ra=%"],
  ["ten thousand characters", `n=${"9".repeat(10_000)}`],
  ["a day that does not exist", "d=2026-02-30"],
]) {
  journey(`a link with ${what} gets the defaults and one note`, { path: `${DEFAULT_PAIR}?${query}` }, async (page) => {
    await costs(page, "A", "$4,500 a month");
    await unread(page).waitFor();
    assert.equal(await unread(page).count(), 1);
  });
}

journey("unknown keys are ignored without a word", { path: `${DEFAULT_PAIR}?utm_source=x&n=2000000&zz` }, async (page) => {
  await costs(page, "A", "$9,000 a month");
  assert.equal(await unread(page).count(), 0);
});

journey("a route that the model does not have is named, and the cheapest is shown", { path: `${DEFAULT_PAIR}?rb=acme:nothing` }, async (page) => {
  await costs(page, "B", "$147 a month");
  await shows(card(page, "B"), "This model has no route “acme:nothing”; the cheapest is shown.");
});

const missing = /404/;

journey("a model that does not exist gets the nearest names", { path: "/compare/gpt-4o-2024-11-20/step-3.5-flsh", expected: missing }, async (page) => {
  const notice = page.getByRole("alert");
  await shows(notice, "No model is called “step-3.5-flsh”. The nearest names:");
  await costs(page, "A", "$4,500 a month");
  await notice.getByRole("link", { name: "Step 3.5 Flash", exact: true }).click();
  await costs(page, "B", "$147 a month");
  assert.equal(await addressOf(page), DEFAULT_PAIR);
});

journey("a name of ten thousand characters is an unknown model", { path: `/compare/gpt-5/${"x".repeat(10_000)}`, expected: /404|414|431/ }, async (page) => {
  await shows(page.getByRole("alert"), /^No model is called “x{60}…”/);
});

for (const spelling of ["GPT-4O-2024-11-20", "openai%2Fgpt-4o-2024-11-20", "gpt_4o_2024_11_20"]) {
  journey(`${spelling} means gpt-4o-2024-11-20`, { path: `/compare/${spelling}/step-3.5-flash?n=2000000`, expected: missing }, async (page) => {
    await costs(page, "A", "$9,000 a month");
    await eventually(() => addressOf(page), `${DEFAULT_PAIR}?n=2000000`);
  });
}

journey("a host that sends its start page for every address redirects other spellings too", {
  path: "/compare/GPT-4O-2024-11-20/step-3.5-flash",
  rewrite: (path, answer) => (answer.status === 404 ? { ...answer, status: 200, type: "text/html", body: Buffer.from("<!doctype html>") } : answer),
}, async (page) => {
  await costs(page, "A", "$4,500 a month");
  await eventually(() => addressOf(page), DEFAULT_PAIR);
});

journey("/?c=a,b means the pair, for hosts without a fallback", { path: "/?c=gpt-4o-2024-11-20,step-3.5-flash&n=2000000" }, async (page) => {
  await costs(page, "A", "$9,000 a month");
});

journey("the same model twice offers no choice until something differs", { path: "/compare/step-3.5-flash/step-3.5-flash" }, async (page) => {
  const nothing = page.getByText("Both sides are the same model on the same route: there is nothing to choose.");
  await nothing.waitFor();
  await page.getByLabel("Route of B").selectOption("openrouter:stepfun/step-3.5-flash");
  await costs(page, "B", /^\$155 a month$/);
  await costs(page, "A", "$147 a month");
  assert.equal(await nothing.count(), 0);
});

journey("an address of nothing says so", { path: "/nowhere/at/all" }, async (page) => {
  await page.getByRole("heading", { level: 1, name: "There is no page at this address" }).waitFor();
  await page.getByRole("link", { name: "Compare two models" }).click();
  await page.getByRole("heading", { level: 1, name: "Compare two language models" }).waitFor();
});
