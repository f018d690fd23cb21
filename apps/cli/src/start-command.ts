import { seedDemo, startApp } from "@fibril/server";
import { runUntilStopped } from "./run-until-stopped.ts";
import { say, withSettings } from "./server-command.ts";

/** `fibril start [--port N] [--data DIR] [--demo]`: a clinic of one's own, or the demo. */
export function runStart(words: readonly string[]): Promise<number> {
  return withSettings(words, { demo: { type: "boolean" } }, (settings, values) =>
    runUntilStopped(
      () => startApp({ settings, log: say, ...(values["demo"] ? { prepare: seedDemo } : {}) }),
      async (app) => {
        say(`\nfibril is at ${app.url}`);
        if (app.firstOwnerUrl) say(`Make the first owner here (good for 7 days, once): ${app.firstOwnerUrl}`);
        say("Ctrl-C stops it.\n");
      },
    ),
  );
}
