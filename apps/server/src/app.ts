import { accessTable } from "./access-table.ts";
import { clearDemo } from "./demo/clear-demo.ts";
import { dueWork } from "./due-work.ts";
import { availabilityCache } from "./features/booking/availability-cache.ts";
import { readDemoClock } from "./features/clinic/store.ts";
import { sweepOrphans } from "./features/measurement/orphan-photographs.ts";
import { openAuditAnchors } from "./platform/audit/anchors.ts";
import { type Clock, shiftedClock, systemClock } from "./platform/clock/clock.ts";
import { openDatabase } from "./platform/database/database.ts";
import type { FileVault } from "./platform/files/file-vault.ts";
import { buildHttp } from "./platform/http/build-http.ts";
import { type DatabaseStatus, serveHealth } from "./platform/http/serve-health.ts";
import type { Pages } from "./platform/http/serve-pages.ts";
import { anchorAudits } from "./platform/jobs/anchor-audits.ts";
import { forgetOverSecrets, forgetSpent } from "./platform/jobs/forget-spent.ts";
import { startJobs } from "./platform/jobs/jobs.ts";
import type { Mailbox } from "./platform/mail/mailbox.ts";
import { deliverMessages } from "./platform/messages/deliver-messages.ts";
import type { Services } from "./platform/services.ts";
import { allRoutes } from "./routes.ts";
import { endAllImproving } from "./workflows/replan-improve.ts";

export interface AppParts {
  /** A migrated database. */
  readonly databaseUrl: string;
  readonly databaseStatus: DatabaseStatus;
  readonly vault: FileVault;
  readonly mailbox: Mailbox;
  readonly publicUrl: string;
  readonly secureCookies: boolean;
  readonly version: string;
  readonly log: Services["log"];
  /** Built pages of the application and of the patients' reading, where they are to be served. */
  readonly pages: Pages | null;
  readonly withJobs: boolean;
  /** The installation's own folder, where it has one. */
  readonly dataFolder?: string;
  /** Addresses and networks of proxies that stand before the application. */
  readonly trustedProxies?: readonly string[];
  readonly availabilityMegabytes?: number;
  /** The clock below the demo's; the system's where left out. */
  readonly clock?: Clock;
}

/** The application without its listener: what tests call, and what `startApp` listens with. */
export async function buildApp(parts: AppParts) {
  const { databaseUrl, log, vault, publicUrl, secureCookies, version } = parts;
  const database = openDatabase(databaseUrl);
  let { demo, offsetSeconds } = await database.atGate(readDemoClock);
  const clock = shiftedClock(parts.clock ?? systemClock, () => offsetSeconds);
  let runDue: () => Promise<void> = async () => undefined;
  const services: Services = {
    database,
    clock,
    vault,
    anchors: openAuditAnchors(parts.dataFolder ?? null),
    secureCookies,
    publicUrl,
    messagesLeave: () => demo || parts.mailbox.leaves,
    log,
    endDemo: async () => {
      const machine = parts.clock ?? systemClock;
      const token = await clearDemo({ databaseUrl, vault, dataFolder: parts.dataFolder ?? null }, machine.now());
      [demo, offsetSeconds] = [false, 0];
      return token;
    },
    moveClock: (seconds) => {
      offsetSeconds = seconds;
      runDue().catch((fault: unknown) => log("error", "due work failed", { fault: String(fault) }));
    },
  };
  if (parts.availabilityMegabytes !== undefined) availabilityCache.keepWithin(parts.availabilityMegabytes * 2 ** 20);
  const { pages, trustedProxies = [] } = parts;
  const http = await buildHttp({ routes: allRoutes, access: accessTable, services, version, pages, trustedProxies });
  serveHealth(http, { version, status: parts.databaseStatus, database });
  const work = [
    ...dueWork,
    anchorAudits,
    forgetOverSecrets,
    forgetSpent(),
    sweepOrphans(systemClock),
    deliverMessages(parts.mailbox),
  ];
  const jobs = parts.withJobs ? await startJobs(databaseUrl, work, services) : null;
  if (jobs) runDue = jobs.runDue;
  return {
    http,
    services,
    runDue: () => runDue(),
    close: async () => {
      await http.close();
      await jobs?.stop();
      await endAllImproving();
      parts.mailbox.close();
      await database.close();
    },
  };
}
