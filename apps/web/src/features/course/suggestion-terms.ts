import type { CourseSuggestionView } from "@fibril/contract";
import { daysBetween, parseCalendarDate, weekdayOf } from "@fibril/kernel";
import { messages } from "../../messages/index.ts";

interface Asked {
  readonly target: number;
  readonly earliest: string;
  readonly hasPreferred: boolean;
}

const { terms, weekdayLong } = messages.course;
const slotMinutes = 5;

/** How a suggested course differs from the ideal one, in words: gaps, hands, weekday and time, start, preferred time. */
export function termsInWords(suggestion: CourseSuggestionView, asked: Asked): readonly string[] {
  return [
    gapWords(suggestion, asked.target),
    practitionerWords(suggestion),
    ...rhythmWords(suggestion),
    startWords(suggestion, asked.earliest),
    ...(asked.hasPreferred ? [preferredWords(suggestion)] : []),
  ];
}

export function gapsOf({ sessions }: Pick<CourseSuggestionView, "sessions">): readonly number[] {
  const dates = sessions.flatMap(({ day }) => parseCalendarDate(day) ?? []);
  return dates.slice(1).map((date, index) => daysBetween(dates[index] ?? date, date));
}

function gapWords(suggestion: CourseSuggestionView, target: number): string {
  const offs = gapsOf(suggestion).map((gap) => gap - target);
  const total = offs.reduce((sum, off) => sum + Math.abs(off), 0);
  if (total === 0) return terms.gapIdeal(target);
  if (offs.every((off) => off >= 0)) return terms.gapLater(total);
  return offs.every((off) => off <= 0) ? terms.gapEarlier(total) : terms.gapMixed(total);
}

function practitionerWords({ sessions }: CourseSuggestionView): string {
  const changes = sessions.filter(
    ({ practitioner }, index) => index > 0 && practitioner !== sessions[index - 1]?.practitioner,
  ).length;
  return changes === 0 ? terms.samePractitioner(sessions[0]?.practitionerName ?? "") : terms.changes(changes);
}

function rhythmWords({ sessions }: CourseSuggestionView): readonly string[] {
  const weekday = theOnly(sessions.map(({ day }) => weekdayName(day)));
  const time = theOnly(sessions.map(({ start }) => start));
  if (weekday && time) return [terms.always(weekday, time)];
  return [...(weekday ? [terms.alwaysDay(weekday)] : []), ...(time ? [terms.alwaysTime(time)] : [])];
}

function startWords({ sessions }: CourseSuggestionView, earliest: string): string {
  const [first, wished] = [parseCalendarDate(sessions[0]?.day ?? ""), parseCalendarDate(earliest)];
  const wait = first && wished ? daysBetween(wished, first) : 0;
  return wait <= 0 ? terms.startsFirst : terms.startsAfter(wait);
}

function preferredWords({ terms: { preference } }: CourseSuggestionView): string {
  return preference === 0 ? terms.preferredKept : terms.preferredMissed(preference * slotMinutes);
}

function weekdayName(day: string): string {
  const date = parseCalendarDate(day);
  return date ? weekdayLong[weekdayOf(date)] : day;
}

function theOnly(values: readonly string[]): string | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}
