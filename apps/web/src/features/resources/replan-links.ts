import type { OutOfPlaceView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

const { resources } = messages;

export interface ReplanLink {
  readonly href: string;
  readonly words: string;
}

/** The re-plan board of each cause: a closed day of a site, or the days on which a person, room or device is out. */
export function replanLinks(visits: readonly OutOfPlaceView[]): readonly ReplanLink[] {
  const links = new Map<string, ReplanLink>();
  for (const [key, group] of groupsOf(visits)) {
    const days = group.map(({ visit }) => visit.day).sort();
    const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
    const [cause, id] = key.split(" ");
    const query =
      cause === "closure"
        ? { cause: "closure", site: id ?? "", day: first }
        : { cause: "absence", resource: id ?? "", from: first, to: last };
    const href = `/calendar/replan?${new URLSearchParams(query)}`;
    const words = cause === "closure" ? resources.replanDay(dayText(first)) : resources.replan;
    links.set(href, { href, words });
  }
  return [...links.values()];
}

function groupsOf(visits: readonly OutOfPlaceView[]): ReadonlyMap<string, readonly OutOfPlaceView[]> {
  const groups = new Map<string, OutOfPlaceView[]>();
  for (const one of visits) groups.set(causeOf(one), [...(groups.get(causeOf(one)) ?? []), one]);
  return groups;
}

function causeOf({ visit, reason, outId }: OutOfPlaceView): string {
  switch (reason) {
    case "closed":
    case "outside-opening":
    case "skipped-by-clock":
      return `closure ${visit.siteId} ${visit.day}`;
    case "out-of-service":
      return `absence ${outId ?? visit.deviceId ?? visit.treatmentRoomId}`;
    case "wrong-kind":
    case "unknown-resource":
      return `absence ${visit.deviceId ?? visit.treatmentRoomId}`;
    case "outside-roster":
    case "on-leave":
    case "not-qualified":
      return `absence ${visit.practitionerId}`;
    default:
      return reason satisfies never;
  }
}
