import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";

const cli = fileURLToPath(new URL("../../apps/cli/bin/fibril.mjs", import.meta.url));

export interface Installation {
  readonly url: string;
  /** What the program printed for the one who makes the clinic. */
  readonly firstOwnerUrl: string;
  readonly end: () => Promise<void>;
}

/** `fibril start` on an empty folder, as a clinic that begins runs it. */
export async function startEmpty(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), "fibril empty "));
  const port = await freePort();
  const program = spawn(process.execPath, [cli, "start", "--port", String(port), "--data", folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [program.stdout, program.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const end = async () => {
    program.kill("SIGTERM");
    if (program.exitCode === null) await once(program, "exit");
    await rm(folder, { recursive: true, force: true });
  };
  for (let turn = 0; turn < 600; turn++) {
    const firstOwnerUrl = /https?:\S+\/first-owner#\S+/.exec(said)?.[0];
    if (firstOwnerUrl) return { url: `http://127.0.0.1:${port}`, firstOwnerUrl, end };
    if (program.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await end();
  throw new Error(`the program did not say where the first owner is made: ${said}`);
}
