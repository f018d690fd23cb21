import { hasSlot, type Slots, wordBits } from "./bits.ts";

/**
 * The starts of a service, day after day, as records in one array that only grows, so that availabilities which differ
 * in a few days share it. A record is the number of practitioners who have a start, then for each the position, the
 * number of runs, and every run of neighbouring slots as `[from, to)`.
 */
export interface StartLog {
  data: Uint16Array;
  used: number;
}

export function emptyLog(): StartLog {
  return { data: new Uint16Array(256), used: 0 };
}

/** Opens a record; @returns where it begins. */
export function openRecord(log: StartLog): number {
  const at = log.used;
  append(log, 0);
  return at;
}

/** Adds one practitioner's starts to the record that begins at `record`, the last of the log; none adds nothing. */
export function appendStarts(
  log: StartLog,
  record: number,
  { practitioner, starts }: { readonly practitioner: number; readonly starts: Slots },
): void {
  const at = log.used;
  append(log, practitioner);
  append(log, 0);
  let runs = 0;
  const slots = starts.length * wordBits;
  for (let slot = 0; slot < slots; slot += 1) {
    if (!hasSlot(starts, slot)) continue;
    append(log, slot);
    while (slot < slots && hasSlot(starts, slot)) slot += 1;
    append(log, slot);
    runs += 1;
  }
  if (runs === 0) {
    log.used = at;
    return;
  }
  log.data[at + 1] = runs;
  log.data[record] = (log.data[record] as number) + 1;
}

/** How many numbers the record that begins at `record` takes. */
export function recordLength({ data }: StartLog, record: number): number {
  let at = record + 1;
  for (let left = data[record] as number; left > 0; left -= 1) at += 2 + 2 * (data[at + 1] as number);
  return at - record;
}

function append(log: StartLog, value: number): void {
  if (log.used === log.data.length) {
    const grown = new Uint16Array(Math.ceil(log.used * 1.5));
    grown.set(log.data);
    log.data = grown;
  }
  log.data[log.used] = value;
  log.used += 1;
}
