import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";

const runner = new URL("./run.mjs", import.meta.url).href;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fibril run "));
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ private: true, scripts: { start: "node start.mjs" } }),
  );
  await writeFile(
    join(folder, "start.mjs"),
    `import { passOn } from ${JSON.stringify(runner)};
     process.exitCode = await passOn("node", [${JSON.stringify(join(folder, "clinic.mjs"))}]);`,
  );
  await writeFile(
    join(folder, "clinic.mjs"),
    `import { writeFileSync } from "node:fs";
     const say = (word) => writeFileSync(${JSON.stringify(join(folder, "clinic.txt"))}, word);
     const open = setInterval(() => undefined, 1_000);
     process.on("SIGTERM", () => { say("stopped"); clearInterval(open); });
     say("open " + process.pid);`,
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function clinicSays(pattern: RegExp): Promise<string> {
  const file = join(folder, "clinic.txt");
  for (let tries = 0; tries < 150; tries += 1) {
    const said = existsSync(file) ? await readFile(file, "utf8") : "";
    if (pattern.test(said)) return said;
    await sleep(100);
  }
  return readFile(file, "utf8");
}

it("stops the clinic where only npm is told to stop, as a service manager does", async () => {
  const npm = spawn("npm", ["start"], { cwd: folder, stdio: "ignore" });
  const open = await clinicSays(/^open \d+$/);
  npm.kill("SIGTERM");
  try {
    expect(await clinicSays(/stopped/)).toBe("stopped");
  } finally {
    const [, pid] = open.split(" ");
    if ((await readFile(join(folder, "clinic.txt"), "utf8")) !== "stopped") process.kill(Number(pid), "SIGKILL");
  }
});
