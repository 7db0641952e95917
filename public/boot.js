// Runs before the first paint. Sets the remembered theme, then starts every download that the page will need at once:
// the app, the manifest, and as soon as the manifest is there the files of the models named in the address.
(() => {
  "use strict";
  const root = document.documentElement;
  const { base, js, wasm } = document.currentScript.dataset;
  root.dataset.base = base;

  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be blocked; the system's theme is used.
  }

  const preload = (href) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
    document.head.append(link);
  };

  // The slugs in `/compare/a/b` or `/?c=a,b`. What is not a plain slug is left to the app.
  const slugs = () => {
    const path = location.pathname.slice(base.length).split("/");
    const names = path[0] === "compare" ? path.slice(1) : (new URLSearchParams(location.search).get("c") ?? "").split(",");
    return [...new Set(names)].filter((name) => /^[a-z0-9][a-z0-9.-]{0,80}$/.test(name)).slice(0, 4);
  };

  const catalogue = async () => {
    const response = await fetch(`${base}catalog/manifest.json`, { cache: "no-cache" });
    const { version } = await response.json();
    const files = slugs().map((slug) => `models/${slug}.json`);
    if (files.length > 0) files.push("providers.json", "sources.json");
    else files.push("index.json");
    for (const file of files) preload(`${base}catalog/${version}/${file}`);
    root.dataset.catalog = version;
  };

  const start = async () => {
    const integrity = document.querySelector(`link[href="${wasm}"]`)?.integrity ?? "";
    const fetchApp = (cache) => fetch(wasm, { cache, integrity, credentials: "same-origin", mode: "cors" });
    // A damaged download may have been kept as if it were the file: then ask the host again.
    const module = fetchApp("default").catch(() => fetchApp("reload"));
    // The app fetches the manifest itself, with an error and a retry, when this fails.
    const ready = catalogue().catch(() => undefined);
    const bindings = await import(js);
    await ready;
    await bindings.default({ module_or_path: module });
  };

  start().catch((error) => {
    const say = () => {
      const main = document.getElementById("main");
      if (!main) return;
      main.removeAttribute("aria-busy");
      main.replaceChildren(document.createElement("h1"), document.createElement("p"), document.createElement("button"));
      main.children[0].textContent = "The app could not start";
      main.children[1].textContent = `${error?.message ?? error}. A browser with WebAssembly is needed; an incomplete download is mended by reloading.`;
      main.children[2].textContent = "Reload";
      main.children[2].addEventListener("click", () => location.reload());
    };
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", say, { once: true });
    else say();
  });
})();
