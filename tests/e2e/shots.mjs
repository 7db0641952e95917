// Screenshots of every state worth looking at, in target/shots: `pair-1280-dark.png`.
import { mkdirSync, rmSync } from "node:fs";
import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";

const OUT = "target/shots";
const TODAY = new Date("2026-08-21T12:00:00Z");
const PAIR = "/compare/gpt-4o-2024-11-20/step-3.5-flash";
const BENCHMARKED = "/compare/gpt-5.2/claude-opus-4-5";

const unreachable = (path, answer) => (path.endsWith(".json") ? undefined : answer);

const costs = (page) => page.locator("#cost .amount").nth(1).waitFor();
const notice = (page) => page.getByRole("alert").first().waitFor();

/** Presses "Show all" wherever it stands. */
async function showAll(page) {
  await costs(page);
  const buttons = page.getByRole("button", { name: /^Show all \d+$/ });
  await buttons.first().waitFor();
  for (let left = await buttons.count(); left > 0; left--) await buttons.first().click();
  await buttons.waitFor({ state: "detached" });
}

async function pick(page) {
  await costs(page);
  const field = page.getByRole("combobox", { name: "Model A" });
  await field.click();
  await field.fill("claude son");
  await page.getByRole("option", { name: /Sonnet/ }).first().waitFor();
}

async function provenance(page) {
  await costs(page);
  await page.getByRole("region", { name: "Specs", exact: true }).getByRole("cell").getByRole("button").first().click();
  await page.locator("#provenance.open a").waitFor();
}

async function onlyDifferences(page) {
  await costs(page);
  await page.getByRole("button", { name: "Only differences" }).click();
}

async function help(page) {
  await costs(page);
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
}

/** The open menu of sections; only a phone has one. */
async function sectionMenu(page) {
  await costs(page);
  const menu = page.getByRole("navigation", { name: "Sections" }).getByRole("button");
  if (await menu.isVisible()) await menu.click();
}

const audited = (page) => page.locator("#without-route tbody a").first().waitFor();

async function sorted(page) {
  await page.getByText("rows: ").first().waitFor();
  await page.locator("#sources").getByRole("button", { name: "As of" }).click();
}

/** Everything that can be unfolded, unfolded. */
async function unfolded(page) {
  await page.locator("#continue a").first().waitFor();
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
}

const ruled = (page) => page.getByText(/^Decides$/).waitFor();

/** Name, path, and what must have happened before the picture is taken. */
const SCENES = [
  { name: "home", path: "/", until: (page) => page.locator(".pairs a").first().waitFor() },
  { name: "pair", path: PAIR, until: costs },
  { name: "long-names", path: "/compare/nemotron-3-nano-omni-30b-a3b-reasoning/gemini-2.5-computer-use-preview-10-2025", until: costs },
  { name: "little-known", path: "/compare/usdcode/google-paligemma", until: costs },
  { name: "most-routes", path: "/compare/glm-5.2/deepseek-v4-flash", until: showAll },
  { name: "no-live-route", path: "/compare/devstral-small-2507/glm-4.5-flash", until: costs },
  { name: "unknown-model", path: "/compare/gpt-9-ultra/step-3.5-flash", until: notice },
  { name: "same-model", path: "/compare/gpt-4o-2024-11-20/gpt-4o-2024-11-20", until: costs },
  { name: "picker", path: PAIR, until: pick },
  { name: "provenance", path: PAIR, until: provenance },
  { name: "benchmarked", path: BENCHMARKED, until: costs },
  { name: "only-differences", path: BENCHMARKED, until: onlyDifferences },
  { name: "four-models", path: `${BENCHMARKED}/deepseek-v4-pro/gemini-2.5-pro`, until: costs },
  { name: "decision", path: `${BENCHMARKED}?m=vision,context:300000,until:2026-11-01&w=cost:6&u=temperature,vision`, until: unfolded },
  { name: "method", path: BENCHMARKED.replace("compare", "method"), until: ruled },
  { name: "catalog", path: "/catalog", until: audited },
  { name: "catalog-searched", path: "/catalog?q=azure", until: sorted },
  { name: "catalog-unreachable", path: "/catalog", until: notice, rewrite: unreachable },
  { name: "shortcuts", path: PAIR, until: help },
  { name: "section-menu", path: PAIR, until: sectionMenu },
  { name: "stale", path: `${PAIR}?d=2027-01-15`, until: costs },
  { name: "unreachable", path: PAIR, until: notice, rewrite: unreachable },
];

const LOOKS = [1280, 768, 360].flatMap((width) => ["light", "dark"].map((theme) => ({ width, theme })));

async function shoot(browser, { name, path, until, rewrite }, { width, theme }) {
  const site = await serve("dist", { rewrite });
  const viewport = { width, height: width > 600 ? 800 : 740 };
  const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: "reduce" });
  const page = await context.newPage();
  try {
    await page.clock.setFixedTime(TODAY);
    await page.goto(site.origin + path);
    await until(page);
    await page.screenshot({ path: `${OUT}/${name}-${width}-${theme}.png`, fullPage: true, animations: "disabled" });
  } catch (error) {
    throw new Error(`${name} at ${width} px, ${theme}: ${error.message}`);
  } finally {
    await context.close();
    await site.close();
  }
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const browser = await launch();
try {
  for (const scene of SCENES) for (const look of LOOKS) await shoot(browser, scene, look);
} finally {
  await browser.close();
}
console.log(`${SCENES.length * LOOKS.length} screenshots in ${OUT}`);
