import type { Bands, PopulationBand } from "@fibril/collagen";
import { addDays, type CalendarDate, daysBetween } from "@fibril/kernel";
import { messages } from "../../messages/index.ts";
import type { BandPoint, ExpectedBand, Phase, TimelineEntry } from "../../ui/course-timeline-model.ts";
import { dayText } from "../../ui/day.tsx";

export interface BandQuestion {
  readonly first: CalendarDate;
  readonly sessionDays: readonly number[];
  readonly horizonDays: number;
  readonly everyDays: number;
  readonly ageYears: number;
}

/** Stain index and mass are two different things: one of them is drawn, never both. */
export type BandQuantity = keyof Bands;

const everyDays = 7;
/** Solid for 180 days after the last session, dashed for a while beyond. */
const daysAfterLast = 270;
const longestDays = 3650;

/** What the band is asked: only the session days are the patient's own. Null without sessions, below 18 or without an age. */
export function bandQuestion(entries: readonly TimelineEntry[], ageYears: number | null): BandQuestion | null {
  if (ageYears === null || ageYears < 18) return null;
  const dates = [...new Set(entries.filter(({ lane }) => lane === "session").map(({ date }) => date))].sort();
  const [first] = dates as CalendarDate[];
  if (!first) return null;
  const sessionDays = dates
    .map((date) => daysBetween(first, date as CalendarDate))
    .filter((day) => day <= longestDays - daysAfterLast);
  const horizonDays = (sessionDays.at(-1) ?? 0) + daysAfterLast;
  return { first, sessionDays, horizonDays, everyDays, ageYears };
}

interface Drawn {
  readonly band: PopulationBand;
  readonly quantity: BandQuantity;
  /** Day 0 of the band. */
  readonly first: CalendarDate;
}

/** One of the band's two quantities as percent above the untreated twin, to a tenth, on civil days. */
export function expectedBand({ band, quantity, first }: Drawn): ExpectedBand {
  const { p5, p50, p95 } = band.bands[quantity];
  const gain = (ratios: readonly number[], index: number) => Math.round(((ratios[index] ?? 1) - 1) * 1000) / 10;
  const points = band.days.map(
    (day, index): BandPoint => ({
      date: addDays(first, Math.round(day)),
      p5: gain(p5, index),
      p50: gain(p50, index),
      p95: gain(p95, index),
    }),
  );
  const solidUntil = addDays(first, band.lastSolidDay);
  const text = messages.collagen;
  const axis = text.axes[quantity];
  return {
    points,
    solidUntil,
    unit: "%",
    quantity: axis,
    description: descriptionOf(points, axis, solidUntil),
    notes: [
      `${text.band.title}. ${axis}. ${messages.ui.bandCaption}.`,
      `${text.band.setting} ${text.band.evidence}`,
      text.stamp(band.modelVersion, band.ensembleSha256),
    ],
  };
}

function descriptionOf(points: readonly BandPoint[], quantity: string, solidUntil: string): string {
  const peak = points.reduce<BandPoint | undefined>(
    (most, point) => (most && most.p50 >= point.p50 ? most : point),
    undefined,
  );
  const end = points.at(-1);
  if (!peak || !end) return quantity;
  return messages.collagen.band.description({
    ...peak,
    quantity,
    peakDay: dayText(peak.date),
    endDay: dayText(end.date),
    end: end.p50,
    solidUntil: dayText(solidUntil),
  });
}

/** The phases of the latest session; one that has no end yet is drawn to the horizon. */
export function bandPhases({ phases, days }: PopulationBand, first: CalendarDate): readonly Phase[] {
  const horizon = days.at(-1) ?? 0;
  return (["trigger", "repair", "regeneration"] as const).flatMap((phase): readonly Phase[] => {
    const { from, to } = phases[phase];
    if (from === null) return [];
    const at = (day: number) => addDays(first, Math.round(day));
    return [{ phase, from: at(from), to: at(to ?? horizon) }];
  });
}
