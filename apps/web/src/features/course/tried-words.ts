import type { TriedCourseView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

export type TriedSession = TriedCourseView["sessions"][number];
type BrokenRule = TriedSession["broken"][number];

const { courseByHand } = messages;

/** Why a session can't be had, or who serves it, in a sentence. */
export function sessionInWords(
  { bar, unmet, practitionerName, roomName }: TriedSession,
  permittedFrom: string,
): string {
  if (bar === "before-permission") return courseByHand.bars[bar](dayText(permittedFrom));
  if (bar) return courseByHand.bars[bar];
  if (!unmet) return courseByHand.served(practitionerName, roomName);
  const need = courseByHand.unmet[unmet.need];
  if (unmet.tried.length === 0) return courseByHand.nobody(need);
  return courseByHand.tried(
    need,
    unmet.tried.map(({ name, why }) => `${name} ${courseByHand.why[why]}`),
  );
}

interface Ruled {
  readonly session: TriedSession;
  readonly ordinal: number;
  readonly gapDays: { readonly min: number; readonly max: number };
}

/** A rule that is gone past, with the numbers of this session. */
export function ruleInWords({ rule }: Pick<BrokenRule, "rule">, { session, ordinal, gapDays }: Ruled): string {
  const gap = courseByHand.after(session.gapDays ?? 0, ordinal - 1);
  switch (rule) {
    case "gap-too-short":
      return courseByHand.rules[rule](gap, gapDays.min);
    case "gap-too-long":
      return courseByHand.rules[rule](gap, gapDays.max);
    case "outside-roster":
      return courseByHand.rules[rule](session.practitionerName);
    default:
      return rule satisfies never;
  }
}

/** What names the reason for one rule of one session, in the draft and in what is sent. */
export function ruleKey({ path, rule }: Pick<BrokenRule, "path" | "rule">): string {
  return `${path} ${rule}`;
}

const shortestReason = 3;

interface Hand {
  readonly tried: readonly (TriedSession | null)[];
  /** By the rule that is gone past. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly mayOverride: boolean;
}

/** The course as it could be sent: its places, the reasons given, and the sessions that bar it. */
export function handCourse({ tried, reasons, mayOverride }: Hand) {
  const broken = tried.flatMap((session) => session?.broken ?? []);
  const given = broken.map((rule) => ({ ...pathAndRule(rule), reason: (reasons[ruleKey(rule)] ?? "").trim() }));
  const isBarred = (session: TriedSession) => !session.place || (!mayOverride && session.broken.length > 0);
  const barred = tried.flatMap((session, index) => (session && isBarred(session) ? [index + 1] : []));
  const places = tried.flatMap((session) => session?.place ?? []);
  const isReasoned = given.every(({ reason }) => reason.length >= shortestReason);
  return {
    places,
    barred,
    goesPast: given.length,
    isWhole: places.length === tried.length && barred.length === 0 && isReasoned,
    override: given.length > 0 ? { reasons: given } : undefined,
  };
}

function pathAndRule({ path, rule }: Pick<BrokenRule, "path" | "rule">) {
  return { path, rule };
}
