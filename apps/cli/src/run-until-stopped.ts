import type { RunningApp } from "@fibril/server";

/** Runs until Ctrl-C or TERM, then ends in order; a second signal ends at once. */
export async function runUntilStopped(app: RunningApp): Promise<number> {
  await new Promise<void>((resolve) => {
    const stop = () => {
      process.once("SIGINT", () => process.exit(130));
      process.once("SIGTERM", () => process.exit(143));
      resolve();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  await app.stop();
  return 0;
}
