// What rebuilding the catalogue from its feeds takes, after compilation.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { row } from "./numbers.mjs";

const LIMITS = { seconds: 8, megabytes: 600 };
const [FEEDS, SCRATCH] = [process.env.FEEDS ?? "../shared/sources", "target/bench"];

/** The most memory a running process has used, in bytes; undefined where the system does not tell. */
function peakOf(pid) {
  try {
    const [, kibibytes] = readFileSync(`/proc/${pid}/status`, "utf8").match(/^VmHWM:\s+(\d+) kB$/m);
    return Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}

/** Runs a command; resolves to its time in seconds and, where known, its peak memory in bytes. */
function run(command, options) {
  const start = performance.now();
  const child = spawn(command, options, { stdio: ["ignore", "ignore", "pipe"] });
  // The system keeps the peak itself, but only while the process lives.
  let [peak, said] = [undefined, ""];
  const watching = setInterval(() => (peak = peakOf(child.pid) ?? peak), 5);
  child.stderr.on("data", (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watching);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peak });
      else reject(new Error(`${command} ${options.join(" ")} failed\n${said}`));
    });
  });
}

function compile() {
  const built = spawnSync("cargo", ["build", "--quiet", "--profile", "catalog", "--bin", "catalog"], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the catalogue command could not be built\n${built.error ?? built.stderr}`);
  return join(process.env.CARGO_TARGET_DIR ?? "target", "catalog/catalog");
}

/** The rows of the table about the catalogue. The committed files stay as they are: a copy is built. */
export async function catalog() {
  const [time, memory] = ["`make catalog`, after compilation", "`make catalog`, peak memory"];
  if (!existsSync(FEEDS)) return [row(time, "not measured: no feeds")];
  const command = compile();
  rmSync(SCRATCH, { recursive: true, force: true });
  mkdirSync(SCRATCH, { recursive: true });
  const [tables, out] = [join(SCRATCH, "catalog"), join(SCRATCH, "v1")];
  cpSync("catalog", tables, { recursive: true });
  cpSync("public/catalog/v1", out, { recursive: true });
  const built = await run(command, ["build", "--feeds", FEEDS, "--tables", tables, "--out", out]);
  const checked = await run(command, ["check", out]);
  const seconds = built.seconds + checked.seconds;
  const rows = [row(time, `${seconds.toFixed(1)} s`, `≤ ${LIMITS.seconds} s`, seconds <= LIMITS.seconds)];
  if (built.peak === undefined) return [...rows, row(memory, "not measured: no /proc")];
  const megabytes = Math.max(built.peak, checked.peak ?? 0) / 1e6;
  return [...rows, row(memory, `${megabytes.toFixed(0)} MB`, `≤ ${LIMITS.megabytes} MB`, megabytes <= LIMITS.megabytes)];
}
