// Everything without a mouse: shortcuts, and a focus that is never lost.
import assert from "node:assert/strict";
import { addressOf, DEFAULT_PAIR, eventually, journey, section } from "./journey.mjs";

const SWAPPED = "/compare/step-3.5-flash/gpt-4o-2024-11-20";
const focused = (page) => page.evaluate(() => document.activeElement.closest("[id]")?.id);

journey("/ picks, x swaps, ? lists the shortcuts, Escape closes", {}, async (page) => {
  await section(page, "Capabilities").waitFor();
  await page.keyboard.press("/");
  await eventually(() => focused(page), "pick-a");
  await page.keyboard.type("x?/");
  assert.equal(await page.getByRole("combobox", { name: "Model A" }).inputValue(), "x?/");
  assert.equal(await addressOf(page), DEFAULT_PAIR);
  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.keyboard.press("x");
  await eventually(() => addressOf(page), SWAPPED);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await dialog.waitFor();
  await page.keyboard.press("x");
  assert.equal(await addressOf(page), SWAPPED);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Shortcuts" }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "hidden" });
});

journey("/ works on the start page too", { path: "/" }, async (page) => {
  await page.getByText("Pairs to start from").waitFor();
  await page.keyboard.press("/");
  await eventually(() => focused(page), "pick-first");
});

journey("the focus stays in its place when a section is drawn anew", { path: "/compare/glm-5.2/gpt-5" }, async (page) => {
  const figure = section(page, "Specs").getByRole("row").filter({ hasText: "Knowledge cutoff" }).getByRole("button").last();
  await figure.focus();
  await page.keyboard.press("x");
  await eventually(() => addressOf(page), "/compare/gpt-5/glm-5.2");
  await eventually(() => page.evaluate(() => document.activeElement.closest("section")?.id), "specs");
  const more = section(page, "Pricing and availability").getByRole("button", { name: /^Show all/ }).first();
  await more.focus();
  await page.keyboard.press("Enter");
  await eventually(() => page.evaluate(() => document.activeElement.textContent), "Show the first 12");
});

journey("what can be pressed can be reached in the order of the page", {}, async (page) => {
  await section(page, "Capabilities").waitFor();
  const seen = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => document.activeElement.closest("section, nav, header, main")?.id || document.activeElement.closest("header")?.className || document.activeElement.className));
  }
  const order = seen.filter((place, at) => place !== seen[at - 1]);
  assert.deepEqual(order.slice(0, 5), ["skip", "site-header", "index", "top", "scorecard"]);
});
