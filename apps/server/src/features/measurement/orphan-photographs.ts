import type { Clock } from "../../platform/clock/clock.ts";
import type { FileVault } from "../../platform/files/file-vault.ts";
import type { DueWork } from "../../platform/jobs/jobs.ts";
import type { Services } from "../../platform/services.ts";
import { listKeptFileIds } from "./store.ts";

const dayMs = 86_400_000;
/** Fewer strays than this are swept whatever else there is. */
const alwaysSwept = 30;

/**
 * Once a day takes away photographs' files that no record names: a photograph is on the disk before its row is kept, so
 * a request that fails in between leaves its file behind. Only files of more than a day, by the machine's own clock, since
 * a demo's clock may run ahead. Where strays outnumber what is kept, the folder and the database hardly belong together:
 * nothing is touched, and the log says so.
 */
export function sweepOrphans(machine: Clock): DueWork {
  let lastSweep = Number.NEGATIVE_INFINITY;
  return {
    name: "sweep photographs without a record",
    run: async (services) => {
      const now = machine.now().getTime();
      if (now - lastSweep < dayMs) return;
      lastSweep = now;
      await sweep(services, new Date(now - dayMs));
    },
  };
}

async function sweep({ database, vault, log }: Services, writtenBefore: Date): Promise<void> {
  const old = (await vault.list()).filter(({ writtenAt }) => writtenAt < writtenBefore);
  if (old.length === 0) return;
  const clinics = await database.atGate((tx) => tx.selectFrom("clinic").select("clinic_id").execute());
  const kept = new Set<string>();
  for (const { clinic_id: clinicId } of clinics) {
    for (const id of await database.inClinic({ clinicId }, (tx) => listKeptFileIds(tx, clinicId))) kept.add(id);
  }
  const strays = old.filter(({ fileId }) => !kept.has(fileId)).map(({ fileId }) => fileId);
  if (strays.length > Math.max(kept.size, alwaysSwept)) {
    log("error", "far more photographs without a record than with one: nothing was removed", {
      strays: strays.length,
      kept: kept.size,
    });
    return;
  }
  await discardAll(vault, strays);
  if (strays.length > 0) log("info", "photographs without a record were removed", { strays: strays.length });
}

async function discardAll(vault: FileVault, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds) await vault.discard(fileId);
}
