import { formatMinuteOfDay, type MinuteOfDay } from "@fibril/kernel";
import { civilDay, minuteOfDay } from "../../platform/clock/civil-time.ts";
import type { SiteAvailability } from "./availability-store.ts";

const slotMinutes = 5;
const lastSlot = 1435;

/** The same site with the part of today that has gone by taken, so that no search offers an hour that is over. */
export function afterNow(availability: SiteAvailability, now: Date): SiteAvailability {
  const today = civilDay(now, availability.timeZone);
  const minute = Math.ceil(minuteOfDay(now, availability.timeZone) / slotMinutes) * slotMinutes;
  if (minute === 0) return availability;
  const gone = [today, "00:00", formatMinuteOfDay(Math.min(minute, lastSlot) as MinuteOfDay)] as const;
  const busyUntilNow = <Resource extends SiteAvailability["rooms" | "practitioners"][number]>(resource: Resource) => ({
    ...resource,
    busy: [...resource.busy, [...gone] as [typeof today, string, string]],
  });
  return {
    ...availability,
    practitioners: availability.practitioners.map(busyUntilNow),
    rooms: availability.rooms.map(busyUntilNow),
  };
}
