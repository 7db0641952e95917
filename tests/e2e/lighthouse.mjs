// Lighthouse on the built site: accessibility, best practices and SEO must be 100. Apart from the other tests, because
// Lighthouse is larger than all they need together; npx fetches it.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { chromiumPath, FLAGS } from "./chromium.mjs";
import { serve } from "./server.mjs";

const LIGHTHOUSE = "lighthouse@13.5.0";
const PAGES = ["/", "/catalog", "/compare/gpt-4o-2024-11-20/step-3.5-flash", "/compare/gpt-5.2/claude-opus-4-5", "/method/gpt-5.2/claude-opus-4-5"];
const CATEGORIES = ["accessibility", "best-practices", "seo"];

async function scores(url, form) {
  const preset = form === "desktop" ? ["--preset=desktop"] : [];
  const options = ["--output=json", "--quiet", `--only-categories=${CATEGORIES}`, `--chrome-flags=--headless=new ${FLAGS.join(" ")}`, ...preset];
  const env = { ...process.env, CHROME_PATH: chromiumPath() };
  const { stdout } = await promisify(execFile)("npx", ["--yes", LIGHTHOUSE, url, ...options], { env, maxBuffer: 1 << 28 });
  const report = JSON.parse(stdout);
  return CATEGORIES.map((category) => [category, Math.round(report.categories[category].score * 100)]);
}

const site = await serve("dist");
let perfect = true;
for (const page of PAGES) {
  for (const form of ["mobile", "desktop"]) {
    const found = await scores(site.origin + page, form);
    perfect &&= found.every(([, score]) => score === 100);
    console.log(`${page}, ${form}: ${found.map(([category, score]) => `${category} ${score}`).join(", ")}`);
  }
}
await site.close();
process.exitCode = perfect ? 0 : 1;
