import { join } from "node:path";
import { z } from "zod";
import { readFolderIfThere, readIfThere, writeDurably } from "../files/durable-files.ts";

/** Where a clinic's chain stood at the first look of a day. */
export interface AuditAnchor {
  /** The day in UTC. */
  readonly day: string;
  readonly sequence: number;
  /** The hash of that event, in hexadecimal. */
  readonly hash: string;
}

/**
 * Anchors lie outside the database: whoever owns the database can take its last events away, or write the whole chain
 * anew, and the chain alone would still hold.
 */
export interface AuditAnchors {
  /** The first anchor of a day stays, whatever is kept later. */
  readonly keep: (clinicId: string, anchor: AuditAnchor) => Promise<void>;
  readonly has: (clinicId: string, day: string) => Promise<boolean>;
  /** By day, the oldest first. */
  readonly list: (clinicId: string) => Promise<readonly AuditAnchor[]>;
}

const Kept = z.object({ day: z.iso.date(), sequence: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const folderName = "audit-anchors";

/** One small file a clinic and day below the installation's own folder; without a folder nothing is kept. */
export function openAuditAnchors(dataFolder: string | null): AuditAnchors {
  const folderOf = (clinicId: string) => join(dataFolder ?? "", folderName, clinicId);
  const fileOf = (clinicId: string, day: string) => join(folderOf(clinicId), `${day}.json`);
  if (dataFolder === null) return { keep: async () => undefined, has: async () => true, list: async () => [] };
  return {
    keep: async (clinicId, anchor) => {
      const bytes = Buffer.from(`${JSON.stringify(anchor)}\n`);
      await writeDurably({ path: fileOf(clinicId, anchor.day), bytes, existing: "keep" });
    },
    has: async (clinicId, day) => (await readIfThere(fileOf(clinicId, day))) !== null,
    list: async (clinicId) => {
      const names = (await readFolderIfThere(folderOf(clinicId))).filter((name) => name.endsWith(".json")).sort();
      const files = await Promise.all(names.map((name) => readIfThere(join(folderOf(clinicId), name))));
      return files.flatMap((bytes) => (bytes === null ? [] : [Kept.parse(JSON.parse(bytes.toString("utf8")))]));
    },
  };
}
