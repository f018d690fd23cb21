import type { AuditAnchors } from "./audit/anchors.ts";
import type { Clock } from "./clock/clock.ts";
import type { Database } from "./database/database.ts";
import type { FileVault } from "./files/file-vault.ts";

/** What routes and jobs are given; made once when the app starts. */
export interface Services {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: FileVault;
  readonly anchors: AuditAnchors;
  /** Whether cookies may only travel over TLS. */
  readonly secureCookies: boolean;
  /** Absolute address of the application as people type it. */
  readonly publicUrl: string;
  /** Whether messages reach anybody: by a mail server, or in the demo's mailbox. Otherwise they wait. */
  readonly messagesLeave: () => boolean;
  readonly log: (level: "info" | "warn" | "error", message: string, detail?: Readonly<Record<string, unknown>>) => void;
  /** The demo's clock was moved to this offset: everything due by then is done at once. */
  readonly moveClock: (offsetSeconds: number) => void;
  /** Takes the demo out of the database for good and gives the first owner's token. */
  readonly endDemo: () => Promise<string>;
}
