import type { SessionRecord } from "./session-record.ts";

/** Takes out the reasons of findings whose ground has changed, so that no reason stands for what it was not given for. */
export function dropReasons(record: SessionRecord, isStale: (findingKey: string) => boolean): SessionRecord {
  const kept = Object.entries(record.reasons).filter(([key]) => !isStale(key));
  return { ...record, reasons: Object.fromEntries(kept) };
}
