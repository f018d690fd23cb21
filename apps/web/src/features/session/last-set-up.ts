import type { DeviceView } from "@fibril/contract";
import type { CalendarDate } from "@fibril/kernel";
import { type Cartridge, isExpired, type SessionRecord } from "@fibril/session";

interface From {
  /** The record of the session before, as it stands; null where there was none. */
  readonly last: SessionRecord | null;
  readonly record: SessionRecord;
}

export interface LastSetUp {
  readonly antiseptic: NonNullable<SessionRecord["antiseptic"]>;
  readonly device: DeviceView;
}

/**
 * Antiseptic and device of last time, to be taken over with one touch; each stays in sight in its own step.
 *
 * Null where either has been chosen already, or where the device is no longer among the clinic's: its label is today's.
 */
export function lastSetUp({ last, record, devices }: From & { readonly devices: readonly DeviceView[] }) {
  if (record.antiseptic !== null || record.device !== null || !last?.antiseptic || !last.device) return null;
  const { antiseptic, device: before } = last;
  const device = devices.find(({ id }) => id === before.deviceId);
  return device ? ({ antiseptic, device } satisfies LastSetUp) : null;
}

export type Lot = Pick<Cartridge, "lot" | "expiresOn">;

/** Lots of this session and of the last that are good today; the unit is always the box's own, so it is never offered. */
export function lotsToOffer({ last, record, today }: From & { readonly today: CalendarDate }): readonly Lot[] {
  const good = [...record.cartridges, ...(last?.cartridges ?? [])].filter(
    ({ expiresOn }) => !isExpired(expiresOn, today),
  );
  const lots = new Map(good.map(({ lot, expiresOn }) => [`${lot} ${expiresOn}`, { lot, expiresOn }]));
  return [...lots.values()];
}
