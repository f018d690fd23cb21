import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { freePort } from "./commands/free-port.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly demoUrl: string;
  }
}

const cli = fileURLToPath(new URL("../apps/cli/bin/fibril.mjs", import.meta.url));

/** The demo clinic as anybody starts it, on a free port, with data that go when the tests end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "fibril e2e "));
  const port = await freePort();
  const demo = spawn(process.execPath, [cli, "demo", "--json", "--port", String(port), "--data", folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await firstLine(demo.stdout);
  project.provide("demoUrl", (JSON.parse(line) as { url: string }).url);
  return async () => {
    demo.kill("SIGTERM");
    await once(demo, "exit");
    await rm(folder, { recursive: true, force: true });
  };
}

async function firstLine(output: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of output) {
    text += chunk.toString();
    if (text.includes("\n")) return text.slice(0, text.indexOf("\n"));
  }
  throw new Error("the demo ended before it was ready");
}
