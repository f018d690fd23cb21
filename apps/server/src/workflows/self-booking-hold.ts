import type { HoldView, MakeHoldBody } from "@fibril/contract";
import { parseMinuteOfDay } from "@fibril/kernel";
import { findService } from "../features/booking/set-up-store.ts";
import { findSite } from "../features/booking/store.ts";
import { selfBookingRules } from "../features/hold/hold-rules.ts";
import { countStanding, findHoldBySecret, type Hold, stands } from "../features/hold/hold-store.ts";
import { hashSecret, newSecret } from "../platform/auth/secrets.ts";
import { skippedTimes } from "../platform/clock/civil-time.ts";
import { type Tx, violates } from "../platform/database/database.ts";
import { Rollback } from "../platform/database/rollback.ts";
import { type Problem, problem } from "../platform/http/problem.ts";
import { closeHold, keepHold, lockPlaces } from "./hold-place.ts";
import { bookedTime, readTimes, selfBookableDays } from "./self-booking-times.ts";
import { loadSiteStarts, placeFrom } from "./site-starts.ts";

const { holdMinutes, holdsPerVisitor, holdsPerClinic } = selfBookingRules;

interface Visitor {
  readonly address: string;
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * Keeps a time for a visitor for some minutes; an earlier hold of theirs is given back first.
 * Inside the clinic. A refusal after something was given back is thrown, so that the earlier hold stays.
 */
export async function holdForVisitor(
  tx: Tx,
  clinicId: string,
  body: MakeHoldBody,
  visitor: Visitor,
): Promise<HoldView | Problem> {
  const { now } = visitor;
  const site = await findSite(tx, clinicId, body.siteId);
  if (!site) return problem("not-found");
  const earlier = body.instead ? await findHoldBySecret(tx, clinicId, hashSecret(body.instead)) : undefined;
  const replaced = earlier && stands(earlier, now) ? earlier : null;
  const crowded = await refuseCrowd(tx, clinicId, visitor, replaced);
  if (crowded) return crowded;
  const { earliest, last } = selfBookableDays(now, site.time_zone);
  if (body.day < earliest || body.day > last) return takenAt(tx, clinicId, body, now);
  const places = [{ siteId: site.id, day: body.day }];
  if (replaced) places.push({ siteId: replaced.site_id, day: replaced.day });
  await lockPlaces(tx, clinicId, places, now);
  if (replaced) await closeHold(tx, clinicId, { hold: replaced, ending: { as: "released" }, now });
  return keepFor(tx, clinicId, { body, site }, visitor);
}

async function refuseCrowd(tx: Tx, clinicId: string, visitor: Visitor, replaced: Hold | null): Promise<Problem | null> {
  const visitorHash = hashVisitor(clinicId, visitor.address);
  const standing = await countStanding(tx, clinicId, { visitorHash, now: visitor.now });
  const spare = replaced ? 1 : 0;
  const isCrowded = standing.visitor - spare >= holdsPerVisitor || standing.clinic - spare >= holdsPerClinic;
  const detail = "Too many times are being kept just now. Try again in a few minutes.";
  return isCrowded ? problem("too-many", { detail }) : null;
}

interface Wanted {
  readonly body: MakeHoldBody;
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly time_zone: string;
  };
}

async function keepFor(
  tx: Tx,
  clinicId: string,
  { body, site }: Wanted,
  { address, now, newId }: Visitor,
): Promise<HoldView> {
  const { notBefore } = selfBookableDays(now, site.time_zone);
  const range = { siteId: site.id, from: body.day, to: body.day, kind: "consultation", notBefore } as const;
  const starts = await loadSiteStarts(tx, clinicId, range);
  const place = starts && placeFrom(starts, body);
  if (!place) throw new Rollback(await takenAt(tx, clinicId, body, now, isSkippedAt(site.time_zone, body)));
  const secret = newSecret();
  const hold = {
    id: newId(),
    purpose: "self-booking",
    siteId: site.id,
    expiresAt: new Date(now.getTime() + holdMinutes * 60_000),
    secretHash: hashSecret(secret),
    visitorHash: hashVisitor(clinicId, address),
    place,
    service: starts.service,
  } as const;
  try {
    await keepHold(tx, clinicId, hold, now);
  } catch (fault) {
    if (violates(fault, "claim_no_overlap", "claim_at_one_site")) throw new Rollback(problem("taken"));
    throw fault;
  }
  const startMinute = parseMinuteOfDay(place.start) ?? 0;
  const when = { day: place.day, startMinute, timeZone: site.time_zone };
  return {
    ...bookedTime(when, site, starts.service),
    token: secret,
    expiresAt: hold.expiresAt.toISOString(),
    secondsLeft: holdMinutes * 60,
  };
}

/** Somebody else was quicker, or the time is none: the nearest times come with the refusal. */
export async function takenAt(
  tx: Tx,
  clinicId: string,
  { siteId, day }: Pick<MakeHoldBody, "siteId" | "day">,
  now: Date,
  isSkipped = false,
): Promise<Problem> {
  const current = await readTimes(tx, clinicId, { siteId, from: day, now });
  const detail = "On that day the clock goes forward over this time, so that it does not exist. Choose another one.";
  return isSkipped ? problem("conflict", { current, detail }) : problem("taken", { current });
}

/** Whether the clock goes forward over the beginning that was asked for. */
function isSkippedAt(timeZone: string, { day, start }: Pick<MakeHoldBody, "day" | "start">): boolean {
  const minute = parseMinuteOfDay(start) ?? 0;
  return skippedTimes(timeZone, { from: day, to: day }).some(({ from, to }) => from <= minute && minute < to);
}

/** The hold behind a visitor's secret while it stands, or why it no longer does, with the nearest times. */
export async function findStanding(
  tx: Tx,
  clinicId: string,
  secret: string,
  now: Date,
): Promise<{ readonly hold: Hold } | Problem> {
  const hold = await findHoldBySecret(tx, clinicId, hashSecret(secret));
  if (hold && stands(hold, now)) return { hold };
  const current = hold ? await readTimes(tx, clinicId, { siteId: hold.site_id, from: hold.day, now }) : null;
  return problem("conflict", {
    detail: `We kept that time for ${holdMinutes} minutes and they are over. Choose a time again.`,
    current,
  });
}

export async function releaseForVisitor(tx: Tx, clinicId: string, secret: string, now: Date): Promise<void> {
  const hold = await findHoldBySecret(tx, clinicId, hashSecret(secret));
  if (!hold || !stands(hold, now)) return;
  await lockPlaces(tx, clinicId, [{ siteId: hold.site_id, day: hold.day }], now);
  await closeHold(tx, clinicId, { hold, ending: { as: "released" }, now });
}

/** Where and when a hold is, for whoever reads it. */
export async function timeOfHold(tx: Tx, clinicId: string, hold: Hold) {
  const site = await findSite(tx, clinicId, hold.site_id);
  const service = await findService(tx, clinicId, "consultation");
  if (!site) throw new Error("a hold without its site");
  const when = { day: hold.day, startMinute: hold.start_minute, timeZone: hold.time_zone };
  return bookedTime(when, site, service);
}

/** No address is kept, only whether two holds came from the same one. */
function hashVisitor(clinicId: string, address: string): Buffer {
  return hashSecret(`${clinicId} ${address}`);
}
