// What is broken on the way: files missing, cut off, of another kind or version. The page names file and reason, offers
// a retry, and goes on working.
import assert from "node:assert/strict";
import { card, DEFAULT_PAIR, journey, shows } from "./journey.mjs";

const text = (body) => Buffer.from(body);
const failures = {
  "broken connection": [() => undefined, /could not be loaded|Failed to fetch/],
  "server error": [(answer) => ({ ...answer, status: 503, body: text("busy") }), /the host answered 503/],
  "missing": [(answer) => ({ ...answer, status: 404, body: text("not found"), type: "text/plain" }), /does not exist on this host/],
  "HTML instead of JSON": [(answer) => ({ ...answer, body: text("<!doctype html>"), type: "text/html" }), /came back as "text\/html" instead of JSON/],
  "cut off": [(answer) => ({ ...answer, body: answer.body.subarray(0, 300) }), /is damaged/],
  "of another shape": [(answer) => ({ ...answer, body: text('{"schema":1,"id":7}') }), /is damaged: .*id/],
  "of another schema": [(answer) => ({ ...answer, body: text(String(answer.body).replace('"schema":1', '"schema":99')) }), /has schema 99/],
};

// Every file breaks until the reader retries. The browser itself reports what does not arrive.
const expected = /404|503|ERR_EMPTY_RESPONSE|ERR_CONNECTION/;
const breaking = (file, fail) => {
  const state = { broken: true };
  const rewrite = (path, answer) => (state.broken && path.endsWith(file) ? fail(answer) : answer);
  return { state, rewrite };
};

for (const [how, [fail, reason]] of Object.entries(failures)) {
  const { state, rewrite } = breaking("models/step-3.5-flash.json", fail);
  journey(`a model's file ${how}: named, the other side works, Retry brings it`, { rewrite, expected }, async (page) => {
    const alert = page.getByRole("alert");
    await shows(alert, /catalog\/v1\/[0-9a-f]{16}\/models\/step-3\.5-flash\.json/);
    await shows(alert, reason);
    await card(page, "A").getByText("$4,500").first().waitFor();
    state.broken = false;
    await alert.getByRole("button", { name: "Retry" }).click();
    await card(page, "B").getByText("$147").waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
  });
}

const providers = breaking("providers.json", failures["server error"][0]);
journey("providers.json unreachable: named, and Retry brings the page", { ...providers, expected }, async (page) => {
  await shows(page.getByRole("alert").first(), "providers.json");
  providers.state.broken = false;
  await page.getByRole("button", { name: "Retry" }).first().click();
  await card(page, "A").getByText("$4,500").first().waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
});

const benchmarks = breaking("benchmarks.json", failures["cut off"][0]);
journey("benchmarks.json broken: the section says so, the page works, and Retry brings it", { ...benchmarks, expected }, async (page) => {
  const alert = page.locator("#benchmarks").getByRole("alert");
  await shows(alert, "benchmarks.json");
  await card(page, "A").getByText("$4,500").first().waitFor();
  benchmarks.state.broken = false;
  await alert.getByRole("button", { name: "Retry" }).click();
  await shows(page.locator("#benchmarks"), "No benchmark is shared by comparable runs");
  assert.equal(await page.getByRole("alert").count(), 0);
});

const outlived = breaking("manifest.json", failures["server error"][0]);
const ofAnotherDay = (path, answer) => {
  if (!path.startsWith("/compare/")) return outlived.rewrite(path, answer);
  return { ...answer, body: text(String(answer.body).replace(/v1\/[0-9a-f]{16}/, "v1/0000000000000000")) };
};
journey("a page that outlived its catalogue: Retry asks the manifest for the new one", { rewrite: ofAnotherDay, expected }, async (page) => {
  const [alert, retry] = [page.getByRole("alert").first(), page.getByRole("button", { name: "Retry" }).first()];
  await shows(alert, /v1\/0{16}\/.*does not exist on this host/);
  await retry.click();
  await shows(alert, /manifest\.json .*the host answered 503/);
  outlived.state.broken = false;
  await retry.click();
  await card(page, "A").getByText("$4,500").first().waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
});

const index = breaking("index.json", failures["cut off"][0]);
journey("index.json cut off: the start page says so, and Retry brings the models", { ...index, path: "/", expected }, async (page) => {
  await shows(page.getByRole("alert"), /index\.json is damaged/);
  index.state.broken = false;
  await page.getByRole("button", { name: "Retry" }).click();
  await shows(page, "Pairs to start from");
});

const app = breaking(".wasm", (answer) => ({ ...answer, body: answer.body.subarray(0, 1000) }));
journey("the app itself damaged: the page says what to do", { ...app, expected: /integrity|wasm/i }, async (page, { open }) => {
  await page.getByRole("heading", { level: 1, name: "The app could not start" }).waitFor();
  app.state.broken = false;
  await open(DEFAULT_PAIR);
  await card(page, "A").getByText("$4,500").first().waitFor();
});
