// The figures of the project, measured on the built site, as a table. Fails when one is above its limit.
import { availableParallelism } from "node:os";
import { catalog } from "./bench/catalog.mjs";
import { download } from "./bench/download.mjs";
import { table } from "./bench/numbers.mjs";
import { scripting } from "./bench/scripting.mjs";
import { startup } from "./bench/startup.mjs";
import { launch } from "./chromium.mjs";

const browser = await launch();
const rows = [];
try {
  for (const measure of [download, startup, scripting, catalog]) {
    console.error(`bench: ${measure.name}`);
    rows.push(...(await measure(browser)));
  }
} finally {
  await browser.close();
}
console.log(table(rows));
console.log(`\nChromium ${browser.version()}, ${availableParallelism()} processors, localhost.`);
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
