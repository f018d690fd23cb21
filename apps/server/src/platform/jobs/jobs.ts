import PgBoss from "pg-boss";
import type { Clock } from "../clock/clock.ts";
import type { Services } from "../services.ts";

/** Work that falls due with time: looks at the application's clock, does what is due, and can be done twice without harm. */
export interface DueWork {
  readonly name: string;
  readonly run: (services: Services, now: Date) => Promise<void>;
}

export interface Jobs {
  /** Does everything that is due by now, in order, and ends when it is done. */
  readonly runDue: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const queue = "due-work";

/**
 * Runs due work every minute through pg-boss, so that one process of many does it, and again when one dies.
 * When the demo's clock is moved, `runDue` does at once what the minutes would have done.
 */
export async function startJobs(url: string, work: readonly DueWork[], services: Services): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: true, schedule: true });
  boss.on("error", (fault) => services.log("warn", "the job queue stumbled", { fault: fault.message }));
  await boss.start();
  await boss.createQueue(queue, { name: queue, policy: "singleton", retryLimit: 2, expireInSeconds: 300 });
  let chain: Promise<void> = Promise.resolve();
  const runDue = () => {
    chain = chain.then(() => runAll(work, services, services.clock));
    return chain;
  };
  await boss.work(queue, { pollingIntervalSeconds: 5 }, runDue);
  await boss.schedule(queue, "* * * * *");
  return {
    runDue,
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 5_000 });
      await chain;
    },
  };
}

/** One kind of work that fails is told and does not keep the others from running. */
async function runAll(work: readonly DueWork[], services: Services, clock: Clock): Promise<void> {
  for (const { name, run } of work) {
    try {
      await run(services, clock.now());
    } catch (fault) {
      services.log("error", "due work failed", {
        name,
        fault: fault instanceof Error ? (fault.stack ?? "") : String(fault),
      });
    }
  }
}
