// The start page: two models from all, by mouse or by keyboard alone.
import assert from "node:assert/strict";
import { addressOf, card, eventually, journey, shows } from "./journey.mjs";

const first = (page) => page.getByRole("combobox", { name: "First model" });
const second = (page) => page.getByRole("combobox", { name: "Second model" });
const option = (page, name) => page.getByRole("option", { name });

journey("two models are picked by the keyboard alone and compared", { path: "/" }, async (page) => {
  await shows(page, "Pairs to start from");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("gpt-4o 2024-11");
  await option(page, /^GPT-4o \(2024-11-20\) OpenAI/).waitFor();
  await page.keyboard.press("Enter");
  assert.equal(await first(page).inputValue(), "GPT-4o (2024-11-20)");
  await page.keyboard.press("Tab");
  await page.keyboard.type("stepfun");
  await option(page, /^Step 3.5 Flash StepFun/).waitFor();
  const active = () => second(page).evaluate((input) => document.getElementById(input.getAttribute("aria-activedescendant"))?.innerText);
  const before = await active();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await active(), before);
  for (let steps = 0; steps < 20 && !/^Step 3.5 Flash\n/.test(await active()); steps += 1) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  assert.equal(await second(page).inputValue(), "Step 3.5 Flash");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await card(page, "B").getByText("$147").waitFor();
  assert.equal(await addressOf(page), "/compare/gpt-4o-2024-11-20/step-3.5-flash");
});

journey("a model is found by part of its name, its lab, its id or a provider's spelling", { path: "/" }, async (page) => {
  for (const [typed, name] of [
    ["sonnet 5", /^Claude Sonnet 5 Anthropic/],
    ["ANTHROPIC", /Anthropic/],
    ["gpt-4o-2024-11", /^GPT-4o \(2024-11-20\)/],
    ["stepfun-ai/step", /^Step 3.5 Flash/],
  ]) {
    await first(page).fill(typed);
    await option(page, name).first().waitFor();
  }
  await first(page).fill("no such model");
  await shows(page, "No model matches");
  assert.equal(await page.getByRole("option").count(), 0);
  await page.keyboard.press("Escape");
  assert.equal(await first(page).getAttribute("aria-expanded"), "false");
  assert.equal(await first(page).inputValue(), "", "what was typed and not picked is no choice");
});

journey("Compare with a model missing leads to the field that lacks one", { path: "/" }, async (page) => {
  await page.getByRole("button", { name: "Compare" }).click();
  await first(page).and(page.locator(":focus")).waitFor();
  await first(page).fill("gpt-5");
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "Compare" }).click();
  await second(page).and(page.locator(":focus")).waitFor();
  assert.equal(await addressOf(page), "/");
});

journey("a popular pair is one click away, and Back returns", { path: "/" }, async (page) => {
  const link = page.getByRole("main").getByRole("link", { name: / vs / }).first();
  const name = await link.innerText();
  await link.click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Compare two language models" }).waitFor();
  assert.equal(await first(page).inputValue(), "");
});

journey("one model in the address waits for the second", { path: "/compare/gpt-5" }, async (page) => {
  await page.getByRole("heading", { level: 1, name: "GPT-5 vs …" }).waitFor();
  await page.getByRole("combobox", { name: "Model B" }).fill("step 3.5");
  await option(page, /^Step 3.5 Flash StepFun/).click();
  await eventually(() => addressOf(page), "/compare/gpt-5/step-3.5-flash");
  await card(page, "B").getByText("a month").first().waitFor();
});
