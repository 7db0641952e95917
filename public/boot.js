// Runs before the first paint. Sets the remembered theme, then starts every download that the page will need at once:
// the app, and the files of the models named in the address.
(() => {
  "use strict";
  const root = document.documentElement;
  const { base, catalog, js, wasm } = document.currentScript.dataset;
  root.dataset.base = base;

  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be blocked; the system's theme is used.
  }

  // The files of the first drawing: of the models in `/compare/a/b` or `/?c=a,b`, or of the page. What is not a plain slug
  // is left to the app.
  const wanted = () => {
    const path = location.pathname.slice(base.length).split("/");
    if (path[0] === "catalog") return ["audit.json"];
    const names = path[0] === "compare" ? path.slice(1) : (new URLSearchParams(location.search).get("c") ?? "").split(",");
    const slugs = [...new Set(names)].filter((name) => /^[a-z0-9][a-z0-9.-]{0,80}$/.test(name)).slice(0, 4);
    if (slugs.length === 0) return ["index.json"];
    return [...slugs.map((slug) => `models/${slug}.json`), "providers.json", "benchmarks.json"];
  };

  // Files of the catalogue by path below `catalog/`: `text` once it is here, `settled` when it is certain whether it
  // comes. The app uses what is here when it starts, and asks itself for what never came, to say why.
  const early = (globalThis.earlyFiles = {});
  const fetchEarly = (path) => {
    const file = (early[path] = {});
    const keep = async (response) => {
      if (response.ok && /json/.test(response.headers.get("content-type"))) file.text = await response.text();
    };
    file.settled = fetch(`${base}catalog/${path}`).then(keep).catch(() => undefined);
  };

  const fetchCatalogue = (version) => {
    root.dataset.catalog = version;
    for (const file of wanted()) fetchEarly(`${version}/${file}`);
  };

  // A host may send the wrong type; then the browser cannot compile while it downloads.
  const compile = async (response) =>
    response.headers.get("content-type") === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());

  const parsed = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));

  const start = async () => {
    // The build writes the version here. Without it the app reads the manifest.
    if (catalog.startsWith("v1/")) fetchCatalogue(catalog);
    // The digest is in the preload link by which the download has begun.
    const integrity = document.querySelector(`link[href="${wasm}"]`)?.integrity ?? "";
    const fetchApp = (cache) => fetch(wasm, { cache, integrity, credentials: "same-origin", mode: "cors" });
    // A damaged download may have been kept as if it were the file: then ask the host again.
    const app = fetchApp("default").catch(() => fetchApp("reload")).then(compile);
    // The app draws once, with everything in its place, when the files of its first drawing are here.
    const files = Object.values(early).map((file) => file.settled);
    const [bindings, module] = await Promise.all([import(js), app, parsed, ...files]);
    await bindings.default({ module_or_path: module });
  };

  start().catch(async (error) => {
    await parsed;
    const main = document.getElementById("main");
    if (!main) return;
    main.removeAttribute("aria-busy");
    main.replaceChildren(document.createElement("h1"), document.createElement("p"), document.createElement("button"));
    main.children[0].textContent = "The app could not start";
    main.children[1].textContent = `${error?.message ?? error}. A browser with WebAssembly is needed; an incomplete download is mended by reloading.`;
    main.children[2].textContent = "Reload";
    main.children[2].addEventListener("click", () => location.reload());
  });
})();
