import type { RunningApp } from "@fibril/server";

/** One Ctrl-C comes several times: from the terminal, from npm and from the script between them. */
const sameSignalMs = 1_500;
const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Opens the clinic, tells it, and runs until Ctrl-C or TERM, then ends in order. Before it is open a signal ends the
 * process at once, as a second one does later; PostgreSQL, where we started it, is told to stop even then.
 */
export async function runUntilStopped(
  open: () => Promise<RunningApp>,
  tell: (app: RunningApp) => Promise<void>,
): Promise<number> {
  let stop: (() => void) | null = null;
  let firstAt = 0;
  const onSignal = (signal: (typeof signals)[number]) => {
    const now = performance.now();
    if (firstAt === 0 && stop) {
      firstAt = now;
      stop();
    } else if (now - firstAt > sameSignalMs) process.exit(signal === "SIGINT" ? 130 : 143);
  };
  for (const signal of signals) process.on(signal, onSignal);
  const app = await open();
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  await tell(app);
  await stopped;
  await app.stop();
  for (const signal of signals) process.off(signal, onSignal);
  return 0;
}
