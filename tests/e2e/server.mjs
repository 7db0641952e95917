// Serves a built site as a static host does: the rules of its _headers and _redirects files, brotli, nothing else.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

// By file: a site is built before it is served, and packing the app takes a second.
const packed = new Map();

function pack(file, body) {
  if (!packed.has(file)) packed.set(file, brotliCompressSync(body));
  return packed.get(file);
}

const asPattern = (path) => new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "(.*)")}$`);

const rulesOf = (file) => (existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => line.trim() && !line.startsWith("#")) : []);

function headerRules(root) {
  const rules = [];
  for (const line of rulesOf(join(root, "_headers"))) {
    if (!/^\s/.test(line)) rules.push({ pattern: asPattern(line.trim()), headers: [] });
    else rules.at(-1).headers.push(line.trim().split(/:\s*(.*)/s).slice(0, 2));
  }
  return rules;
}

const redirectRules = (root) =>
  rulesOf(join(root, "_redirects")).map((line) => {
    const [from, to, status] = line.split(/\s+/);
    return { pattern: asPattern(from), to, status: Number(status) };
  });

/**
 * Serves `root` under `base` on a free port of this machine; resolves to { origin, base, close }. `rewrite` gets each
 * path with its answer and returns another one, or nothing to break the connection. With `slashes` the address of a folder
 * with a page is sent to the one with a slash, as many hosts do; without, only rules are looked at, as nginx may be told.
 */
export async function serve(root, { base = "/", slashes = true, rewrite = (_path, answer) => answer } = {}) {
  const [headers, redirects] = [headerRules(root), redirectRules(root)];
  const isFile = (path) => existsSync(path) && statSync(path).isFile();

  const find = (path) => {
    const direct = join(root, normalize(path), path.endsWith("/") ? "index.html" : "");
    if (isFile(direct)) return { status: 200, file: direct };
    if (slashes && isFile(join(direct, "index.html"))) return { status: 301, to: `${path}/` };
    const rule = redirects.find(({ pattern }) => pattern.test(path));
    const target = rule && join(root, rule.to);
    return { status: rule?.status ?? 404, file: target && isFile(target) ? target : undefined };
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    const inside = url.pathname.startsWith(base);
    const path = inside ? `/${url.pathname.slice(base.length)}` : url.pathname;
    const found = inside ? find(path) : { status: 404 };
    const original = found.file ? readFileSync(found.file) : Buffer.from("not found");
    const type = TYPES[extname(found.file ?? "")] ?? "text/plain";
    const answer = rewrite(path, { status: found.status, headers: {}, body: original, type });
    if (answer === undefined) return response.destroy();
    if (found.to) answer.headers.location = `${base.slice(0, -1)}${found.to}${url.search}`;
    for (const { pattern, headers: pairs } of headers) {
      if (pattern.test(path)) for (const [name, value] of pairs) answer.headers[name.toLowerCase()] = value;
    }
    let { body } = answer;
    const takesBrotli = /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    if (takesBrotli && found.file && body === original && body.length > 200) {
      body = pack(found.file, body);
      answer.headers["content-encoding"] = "br";
    }
    response.writeHead(answer.status, { "content-type": answer.type, "content-length": body.length, ...answer.headers });
    response.end(body);
  });

  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, base, close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }) };
}

if (import.meta.filename === process.argv[1]) {
  const { origin } = await serve(process.argv[2] ?? "dist");
  console.log(origin);
}
