// The 400-member band in a module worker of a real Chromium: the packages are served as they are built, from loopback.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { findChromium } from "../../tools/find-chromium.mjs";

const root = new URL("../../", import.meta.url);
const rounds = 20;
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const worker = `import { populationBand } from "/packages/collagen/dist/index.js";
const request = { sessionDays: [0, 28, 56, 84], horizonDays: 730, everyDays: 7, ageYears: 45 };
const times = [];
for (let round = 0; round < ${rounds}; round += 1) {
  const before = performance.now();
  const band = populationBand(request);
  times.push(performance.now() - before);
  if (band.days.length !== 106) throw new Error("not the whole band");
}
postMessage(times);`;

/** @returns { version, first, median } in milliseconds, or { missing }: why it wasn't measured. */
export async function bandInWorker() {
  const executablePath = await findChromium();
  if (executablePath === null) return { missing: "no Chromium" };
  const server = createServer((request, response) => void serve(request.url ?? "/", response));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch({ executablePath, args: quiet });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const times = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const asked = new Worker("/worker.js", { type: "module" });
          asked.onmessage = ({ data }) => resolve(data);
          asked.onerror = ({ message }) => reject(new Error(message || "the worker did not load"));
        }),
    );
    const ordered = times.slice(1).sort((a, b) => a - b);
    return { version: browser.version(), first: times[0], median: ordered[Math.floor(ordered.length / 2)] };
  } finally {
    await browser.close();
    server.close();
  }
}

async function serve(path, response) {
  if (path === "/") return answer(response, "text/html", "<!doctype html><title>band</title>");
  if (path === "/worker.js") return answer(response, "text/javascript", worker);
  if (!/^\/packages\/[a-z]+\/dist\/[a-z0-9-]+\.js(on)?$/.test(path)) return answer(response, "text/plain", "", 404);
  try {
    const text = await readFile(new URL(`.${path}`, root), "utf8");
    if (path.endsWith(".json")) return answer(response, "application/json", text);
    return answer(response, "text/javascript", text.replaceAll(/"@fibril\/([a-z]+)"/g, '"/packages/$1/dist/index.js"'));
  } catch {
    return answer(response, "text/plain", "", 404);
  }
}

function answer(response, type, text, status = 200) {
  response.writeHead(status, { "content-type": type });
  response.end(text);
}
