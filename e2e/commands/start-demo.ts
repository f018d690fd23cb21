import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";

export interface StartedDemo {
  readonly url: string;
  readonly end: () => Promise<void>;
}

const cli = fileURLToPath(new URL("../../apps/cli/bin/fibril.mjs", import.meta.url));

/** A demo clinic of its own on a free port, on the morning it opens on; `end` stops it and removes its data. */
export async function startDemo(): Promise<StartedDemo> {
  const folder = await mkdtemp(join(tmpdir(), "fibril e2e "));
  const port = await freePort();
  const demo = spawn(process.execPath, [cli, "demo", "--json", "--port", String(port), "--data", folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { url } = JSON.parse(await firstLine(demo.stdout)) as { url: string };
  return {
    url,
    end: async () => {
      demo.kill("SIGTERM");
      await once(demo, "exit");
      await rm(folder, { recursive: true, force: true });
    },
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
