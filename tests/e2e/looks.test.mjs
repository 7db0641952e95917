// What holds on every page and screen: accessibility, theme, width, policy, and a layout that does not jump.
import assert from "node:assert/strict";
import { audit, below, blockStorage, card, DEFAULT_PAIR, journey, shows } from "./journey.mjs";

const settled = {
  home: (page) => shows(page, "Pairs to start from"),
  pair: (page) => card(page, "B").getByText("a month").waitFor(),
  catalog: (page) => page.locator("#without-route tbody a").first().waitFor(),
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    // Without motion: a colour on its way to another is neither.
    const context = { colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce" };
    journey(`no accessibility violation, ${colorScheme}, ${width} px`, { context, path: "/", expected: /404/ }, async (page, { open }) => {
      await settled.home(page);
      await audit(page);
      await page.getByRole("combobox", { name: "First model" }).fill("step");
      await page.getByRole("option").first().waitFor();
      await audit(page);
      await open(`${DEFAULT_PAIR}?n=-1&d=2026-08-01`);
      await settled.pair(page);
      await page.getByText("Cache, batch and reasoning").first().click();
      await page.getByLabel("Requests a month").fill("many");
      await page.locator("#specs").getByRole("button", { name: "128k tokens" }).click();
      await audit(page);
      await open("/compare/gpt-5/no-such-model");
      await shows(page, "No model is called");
      await audit(page);
      await open("/compare/gpt-5.2/claude-opus-4-5/kimi-k2.6/mistral-large-2512");
      await settled.pair(page);
      await page.getByRole("button", { name: "Only differences" }).click();
      for (const fold of await page.locator("#benchmarks summary").all()) await fold.click();
      await audit(page);
      await page.getByRole("button", { name: "Remove model D" }).click();
      await page.getByRole("button", { name: "Add a model" }).click();
      await page.keyboard.press("Escape");
      await page.locator("h1").click();
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      await audit(page);
    });
  }
}

journey("at 400 % zoom, which is 320 px, nothing scrolls sideways but tables in their frames", { path: "/compare/gpt-5.2/claude-opus-4-5/kimi-k2.6", context: { viewport: { width: 320, height: 256 } } }, async (page, { open }) => {
  await settled.pair(page);
  await page.locator("#benchmarks td").first().waitFor();
  const check = async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
  await check();
  await open("/catalog");
  await settled.catalog(page);
  await check();
});

journey("at 360 px nothing scrolls sideways but tables in their frames, and targets are 44 px", { context: { viewport: { width: 360, height: 740 } } }, async (page, { open }) => {
  const check = async () => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, input, select, summary, header a, .pairs a")]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
        .map((element) => element.outerHTML),
    );
    assert.deepEqual(small, []);
  };
  await settled.pair(page);
  await check();
  await open("/");
  await settled.home(page);
  await check();
  await open("/catalog");
  await settled.catalog(page);
  await check();
});

journey("the theme is the system's until it is switched, and then kept", { context: { colorScheme: "dark" } }, async (page) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole("button", { name: "Light theme" }).click();
  const light = await ground();
  assert.notEqual(light, dark);
  await page.reload();
  await page.getByRole("button", { name: "Dark theme" }).waitFor();
  assert.equal(await ground(), light);
});

journey("with storage blocked the page works and the theme still switches", { prepare: blockStorage }, async (page) => {
  await settled.pair(page);
  await page.getByRole("button", { name: "Dark theme" }).click();
  await page.getByRole("button", { name: "Light theme" }).waitFor();
});

const policyOf = (response) =>
  new Map(response.headers()["content-security-policy"].split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]));
journey("the policy allows the site's own files and WebAssembly, nothing inline and nothing else", {}, async (page, { open }) => {
  const policy = policyOf(await open(DEFAULT_PAIR));
  assert.equal(policy.get("default-src"), "'none'");
  assert.equal(policy.get("script-src"), "'self' 'wasm-unsafe-eval'");
  for (const kind of ["style-src", "img-src", "connect-src"]) assert.equal(policy.get(kind), "'self'");
  await settled.pair(page);
});

// Cumulative layout shift of everything that moved without the reader's doing, as the browser counts it.
const countShifts = (page) =>
  page.addInitScript(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
for (const [name, path] of [["home", "/"], ["pair", DEFAULT_PAIR], ["catalog", "/catalog"]]) {
  for (const width of [1280, 360]) {
    journey(`the ${name} page does not jump while it loads, ${width} px`, { path, prepare: countShifts, context: { viewport: { width, height: 800 } } }, async (page) => {
      await settled[name](page);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const shifted = await page.evaluate(() => globalThis.shifted);
      assert.ok(shifted < 0.02, `layout shift ${shifted}`);
    });
  }
}

// The app is held back until both have been asked for; a page that waits for the app to ask never gets there.
const holdApp = async (page) => {
  const asked = ["gpt-4o-2024-11-20", "step-3.5-flash"].map((slug) => page.waitForRequest(`**/models/${slug}.json`));
  await page.route("**/*.wasm", async (route) => {
    await Promise.all(asked);
    await route.continue();
  });
};
journey("the models' files are fetched while the app is still on its way", { prepare: holdApp }, (page) => settled.pair(page));

const asked = [];
const countFiles = (path, answer) => {
  asked.push(path);
  return answer;
};
journey("nothing is fetched twice", { rewrite: countFiles }, async (page) => {
  await settled.pair(page);
  assert.deepEqual(asked.filter((path, at) => asked.indexOf(path) !== at), []);
});

journey("a site below a folder keeps its links and its addresses there", { base: "/x/", rewrite: below }, async (page) => {
  await settled.pair(page);
  await page.getByRole("button", { name: "Swap sides" }).click();
  await card(page, "A").getByText("$147").waitFor();
  assert.equal(new URL(page.url()).pathname, "/x/compare/step-3.5-flash/gpt-4o-2024-11-20");
  await page.getByRole("link", { name: "llm-compare" }).click();
  await settled.home(page);
  assert.equal(new URL(page.url()).pathname, "/x/");
});
