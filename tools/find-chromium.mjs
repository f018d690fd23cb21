import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { runForCode } from "./run.mjs";

const candidates = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser that end-to-end tests drive: the one named, the system's, else Debian's package; null where there is none. */
export async function findChromium() {
  const named = process.env.FIBRIL_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const found = onPath();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return null;
  console.error("no Chromium here: installing Debian's package …");
  const lock = ["-o", "DPkg::Lock::Timeout=300"];
  await runForCode("apt-get", ["update", "-qq", ...lock]);
  await runForCode("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...lock, "chromium"], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return onPath();
}

function onPath() {
  for (const candidate of candidates) {
    const { stdout, status } = spawnSync("sh", ["-c", `command -v ${candidate}`], { encoding: "utf8" });
    if (status === 0 && stdout.trim()) return stdout.trim();
  }
  return null;
}
