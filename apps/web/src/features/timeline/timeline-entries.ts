import { scaleOf } from "@fibril/measurement";
import { messages } from "../../messages/index.ts";
import type { TimelineEntry, TimelineWindow } from "../../ui/course-timeline-model.ts";
import type { TimelineFacts } from "./timeline-facts.ts";

/** Every fact as a mark on its lane. */
export function timelineEntries(facts: TimelineFacts): readonly TimelineEntry[] {
  return [
    ...doneSessions(facts),
    ...plannedSessions(facts),
    ...checkIns(facts),
    ...photographs(facts),
    ...scores(facts),
  ];
}

function doneSessions({ sessions }: TimelineFacts): readonly TimelineEntry[] {
  const text = messages.timeline;
  return sessions.map(({ id, ordinal, performedOn, state, stoppedEarly, deepestMm }): TimelineEntry => {
    const name = text.session(ordinal, null);
    const depth = deepestMm === null ? "" : messages.ui.depthValue(deepestMm.toFixed(2));
    const label = stoppedEarly === null ? text.sessionDone(name, depth) : text.stoppedEarly(name);
    return {
      id: `session ${id}`,
      lane: "session",
      date: performedOn,
      label: state === "signed" ? label : text.draft(name),
      state: stoppedEarly === null ? "done" : "alert",
      mark: String(ordinal),
    };
  });
}

const lost = ["cancelled", "no-show", "done"];

/** A visit counts while nothing was recorded on it. */
function plannedSessions({ courses, sessions }: TimelineFacts): readonly TimelineEntry[] {
  const recorded = new Set(sessions.map(({ performedOn, ordinal }) => `${performedOn} ${ordinal}`));
  return courses.flatMap(({ id, plannedSessions: planned, sessions: places }) =>
    places.flatMap(({ ordinal, visit }): readonly TimelineEntry[] => {
      if (!visit || lost.includes(visit.state) || recorded.has(`${visit.day} ${ordinal}`)) return [];
      const label = `${messages.timeline.session(ordinal, planned)}, ${visit.start}`;
      return [
        {
          id: `visit ${id} ${ordinal}`,
          lane: "session",
          date: visit.day,
          label,
          state: "planned",
          mark: String(ordinal),
        },
      ];
    }),
  );
}

function checkIns({ checkIns: asked }: TimelineFacts): readonly TimelineEntry[] {
  const text = messages.timeline;
  return asked.map(({ id, daySinceSession: day, dueOn, state, urgency }): TimelineEntry => {
    const entry = { id: `check-in ${id}`, lane: "check-in" as const, date: dueOn };
    if (urgency !== null && urgency !== "expected")
      return { ...entry, label: text.checkInAlert(day, text.urgencies[urgency]), state: "alert" };
    switch (state) {
      case "answered":
        return { ...entry, label: text.checkIn(day), state: "done" };
      case "overdue":
        return { ...entry, label: text.checkInOverdue(day), state: "alert" };
      case "due":
        return { ...entry, label: text.checkInOpen(day), state: "planned" };
      case "to-come":
        return { ...entry, label: text.checkIn(day), state: "planned" };
      default:
        return state satisfies never;
    }
  });
}

/** One mark a day: five poses of one visit are one visit. */
function photographs({ photographs: taken }: TimelineFacts): readonly TimelineEntry[] {
  const kept = taken.filter(({ refusedReason }) => refusedReason === null);
  return [...new Set(kept.map(({ takenOn }) => takenOn))].map((date) => ({
    id: `photographs ${date}`,
    lane: "photograph",
    date,
    label: messages.timeline.photographs(kept.filter(({ takenOn }) => takenOn === date).length),
    state: "done",
  }));
}

function scores({ scores: rated }: TimelineFacts): readonly TimelineEntry[] {
  return rated.map(({ id, scale, value, recordedOn }) => ({
    id: `score ${id}`,
    lane: "scale",
    date: recordedOn,
    label: messages.timeline.score(scaleOf(scale).label, value, scaleOf(scale).max),
    state: "done",
    mark: String(value).slice(0, 2),
  }));
}

/** The days on which each coming session may be, and the one in which maintenance is due. */
export function timelineWindows({ courses }: Pick<TimelineFacts, "courses">): readonly TimelineWindow[] {
  const text = messages.timeline;
  return courses.flatMap(({ sessions, maintenance, state }) => [
    ...sessions.flatMap(({ ordinal, window, performedOn }) =>
      window && performedOn === null && state !== "abandoned"
        ? [{ from: window.from, to: window.to, label: text.window(ordinal) }]
        : [],
    ),
    ...(maintenance && maintenance.state !== "declined"
      ? [{ from: maintenance.from, to: maintenance.to, label: text.maintenance }]
      : []),
  ]);
}
