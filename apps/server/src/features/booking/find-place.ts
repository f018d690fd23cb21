import type { NeedRefusal, VisitNeed } from "@fibril/contract";
import { type CalendarDate, parseMinuteOfDay } from "@fibril/kernel";
import { isSkipped, type SiteAvailability } from "./availability-store.ts";
import { claimsOf, type Place } from "./claim-store.ts";
import { isBusy, isOut, isRostered, refuseOpening, refuseStaff, type Span, type Thing } from "./refuse-place.ts";
import type { Service } from "./set-up-store.ts";

export interface Arrival {
  readonly day: CalendarDate;
  readonly start: string;
}

/** A need that nobody or nothing meets at a time, with everybody or everything of its kind and why not. */
export interface Unmet {
  readonly need: VisitNeed;
  readonly tried: readonly { readonly id: string; readonly why: NeedRefusal }[];
}

export interface Served {
  /** Who could serve it, those within their hours first. */
  readonly practitioners: readonly { readonly id: string; readonly isRostered: boolean }[];
  readonly placeWith: (practitionerId: string) => Place;
}

export type SoughtPlace =
  | Served
  | { readonly bar: "closed" | "outside-opening" | "skipped-by-clock" }
  | { readonly unmet: Unmet };

interface Sought {
  readonly service: Service;
  /** The only one who is wanted; null where anybody will do. */
  readonly practitionerId: string | null;
  readonly arrival: Arrival;
}

/**
 * Whoever and whatever can serve one arrival. A practitioner's hours bar nobody here: somebody may go past them with a
 * reason. No need takes from another, so that each is looked for by itself.
 * @throws RangeError for a start that is no time of day.
 */
export function seekPlace(site: SiteAvailability, { service, practitionerId, arrival }: Sought): SoughtPlace {
  const { day } = arrival;
  const spans = spansOf(service, arrival);
  const closed = refuseOpening(site.opening, day, spans.whole);
  if (closed) return { bar: closed };
  if (isSkipped(site, { day, ...spans.whole })) return { bar: "skipped-by-clock" };

  const wanted = site.practitioners.filter(({ id }) => practitionerId === null || id === practitionerId);
  const rooms = (kind: string) => site.rooms.filter(({ kinds }) => kinds.includes(kind));
  const devices = site.devices.filter(
    ({ kinds }) => service.device_kind !== null && kinds.includes(service.device_kind),
  );
  const outOfUse = (thing: Thing) => (isOut(thing, day) ? "out-of-service" : null);

  const staff = seek(wanted, { day, span: spans.practitioner, refuse: (one) => refuseStaff(one, service, day) });
  const prep = seek(rooms(service.prep_room_kind), { day, span: spans["prep-room"], refuse: outOfUse });
  const treatment = seek(rooms(service.treatment_room_kind), { day, span: spans["treatment-room"], refuse: outOfUse });
  const tools = seek(devices, { day, span: spans.device, refuse: outOfUse });
  const [treatmentRoom] = treatment.free;
  const prepRoom = prep.free.find(({ id }) => id === treatmentRoom?.id) ?? prep.free[0];
  const [tool] = tools.free;
  if (staff.free.length === 0) return { unmet: { need: "practitioner", tried: staff.tried } };
  if (!prepRoom) return { unmet: { need: "prep-room", tried: prep.tried } };
  if (!treatmentRoom) return { unmet: { need: "treatment-room", tried: treatment.tried } };
  if (service.device_kind !== null && !tool) return { unmet: { need: "device", tried: tools.tried } };
  return {
    practitioners: staff.free
      .map((one) => ({ id: one.id, isRostered: isRostered(one, day, spans.practitioner) }))
      .toSorted((left, right) => Number(right.isRostered) - Number(left.isRostered)),
    placeWith: (practitioner) => ({
      ...arrival,
      practitioner,
      prepRoom: prepRoom.id,
      treatmentRoom: treatmentRoom.id,
      device: tool?.id ?? null,
    }),
  };
}

type Spans = Readonly<Record<VisitNeed | "whole", Span>>;

/** Which need of a visit is taken when; a visit without preparation takes no prep room at all. */
function spansOf(service: Service, arrival: Arrival): Spans {
  const start = parseMinuteOfDay(arrival.start);
  if (start === null) throw new RangeError(`not a time of day: ${arrival.start}`);
  const named = { practitioner: "practitioner", prepRoom: "prep-room", treatmentRoom: "treatment-room" };
  const claims = claimsOf({ ...arrival, ...named, device: "device" }, service, start);
  const none = { from: start, to: start };
  const of = (need: VisitNeed) => claims.find(({ resourceId }) => resourceId === need) ?? none;
  return {
    practitioner: of("practitioner"),
    "prep-room": of("prep-room"),
    "treatment-room": of("treatment-room"),
    device: of("device"),
    whole: { from: start, to: Math.max(...claims.map(({ to }) => to)) },
  };
}

interface Asked<One> {
  readonly day: CalendarDate;
  readonly span: Span;
  readonly refuse: (one: One) => NeedRefusal | null;
}

/** Those who are free, and the others each with why not. */
function seek<One extends Pick<Thing, "id" | "busy">>(all: readonly One[], { day, span, refuse }: Asked<One>) {
  const free: One[] = [];
  const tried: { readonly id: string; readonly why: NeedRefusal }[] = [];
  for (const one of all) {
    const why = refuse(one) ?? (isBusy(one, day, span) ? "taken" : null);
    if (why === null) free.push(one);
    else tried.push({ id: one.id, why });
  }
  return { free, tried };
}
