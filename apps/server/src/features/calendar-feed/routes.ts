import { FeedFile, MyCalendarFeedView, NewCalendarFeedView } from "@fibril/contract";
import { addDays } from "@fibril/kernel";
import { z } from "zod";
import { answeredSecret } from "../../platform/auth/answered-secrets.ts";
import { newSecret } from "../../platform/auth/secrets.ts";
import { civilDay } from "../../platform/clock/civil-time.ts";
import { enterClinic, returnToGate } from "../../platform/database/database.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute, gateRoute } from "../../platform/http/route.ts";
import * as store from "./store.ts";
import { calendarMark, writeCalendar } from "./write-calendar.ts";

const daysBack = 30;
const daysAhead = 400;

type Feed = NonNullable<Awaited<ReturnType<typeof store.findFeedOf>>>;

function feedView({ id, created_at, last_read_at }: Feed) {
  return { id, createdAt: created_at.toISOString(), lastReadAt: last_read_at?.toISOString() ?? null };
}

const readMyCalendarFeed = clinicRoute({
  method: "GET",
  path: "/api/account/calendar-feed",
  operationId: "readMyCalendarFeed",
  summary: "Whether the caller has a calendar feed, and when it was last read; its address is shown only once.",
  answers: { 200: MyCalendarFeedView },
  run: async ({ tx, caller }) => {
    const practitioner = await store.findPractitionerOf(tx, caller);
    await returnToGate(tx);
    const feed = await store.findFeedOf(tx, caller);
    await enterClinic(tx, caller.clinicId);
    return answer(200, { hasVisits: practitioner !== undefined, feed: feed ? feedView(feed) : null });
  },
});

const createMyCalendarFeed = clinicRoute({
  method: "POST",
  path: "/api/account/calendar-feed",
  operationId: "createMyCalendarFeed",
  summary: "A secret address of the caller's own visits for a calendar program; the one before stops working.",
  body: z.strictObject({}),
  answers: { 201: NewCalendarFeedView },
  run: async ({ tx, caller, now, newId, record, services }) => {
    if (!(await store.findPractitionerOf(tx, caller)))
      return problem("conflict", { detail: "Only people with visits of their own have a calendar feed." });
    const [id, secret] = [newId(), newSecret()];
    await returnToGate(tx);
    await store.revokeFeedsOf(tx, caller, now);
    await store.insertFeed(tx, caller, { id, secret }, now);
    await enterClinic(tx, caller.clinicId);
    record({ action: "created", noun: "calendar feed", subjectId: id });
    const feed = { id, createdAt: now.toISOString(), lastReadAt: null };
    const url = `${services.publicUrl}/api/feeds/${secret}.ics`;
    return answer(201, { feed, url }, answeredSecret(secret, null));
  },
});

const revokeMyCalendarFeed = clinicRoute({
  method: "DELETE",
  path: "/api/account/calendar-feed",
  operationId: "revokeMyCalendarFeed",
  summary: "Ends the caller's calendar feed at once.",
  answers: { 200: MyCalendarFeedView },
  run: async ({ tx, caller, now, record }) => {
    await returnToGate(tx);
    const hadOne = await store.revokeFeedsOf(tx, caller, now);
    await enterClinic(tx, caller.clinicId);
    if (!hadOne) return problem("not-found");
    record({ action: "revoked", noun: "calendar feed", subjectId: null });
    const practitioner = await store.findPractitionerOf(tx, caller);
    return answer(200, { hasVisits: practitioner !== undefined, feed: null });
  },
});

const readCalendarFeed = gateRoute({
  method: "GET",
  path: "/api/feeds/:file",
  operationId: "readCalendarFeed",
  summary:
    "One practitioner's visits as an iCalendar file: kind, time, room and visit number, no name, nothing clinical.",
  params: z.strictObject({ file: FeedFile }),
  answers: {},
  givesBytes: true,
  run: async ({ tx, params, now }) => {
    const member = await store.findFeedBySecret(tx, params.file.slice(0, -".ics".length), now);
    if (!member) return problem("not-found");
    await enterClinic(tx, member.clinicId);
    const practitioner = await store.findPractitionerOf(tx, member);
    const today = civilDay(now, "UTC");
    const range = { from: addDays(today, -daysBack), to: addDays(today, daysAhead) };
    const events = practitioner
      ? await store.listFeedEvents(tx, member.clinicId, { practitionerId: practitioner.id, ...range })
      : [];
    const text = writeCalendar("Visits", events);
    return {
      status: 200,
      bytes: Buffer.from(text),
      contentType: "text/calendar; charset=utf-8",
      mark: calendarMark(text),
    };
  },
});

export const calendarFeedRoutes = [readMyCalendarFeed, createMyCalendarFeed, revokeMyCalendarFeed, readCalendarFeed];
