import { randomBytes } from "node:crypto";

const mostInOneMs = 0xfff;
let lastMs = -1;
let madeInLastMs = 0;

/**
 * A UUIDv7 made here, so that every PostgreSQL from 15 on works and ids sort by time. Ids of one
 * millisecond sort as they were made, the first 4,096 of them (RFC 9562, 6.2, method 1): what is
 * ordered by id has the same order in every run of the same steps.
 */
export function newId(now: Date): string {
  const ms = now.getTime();
  madeInLastMs = ms === lastMs ? Math.min(madeInLastMs + 1, mostInOneMs) : 0;
  lastMs = ms;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | madeInLastMs, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
