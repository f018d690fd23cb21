import { courseTrajectory } from "./course-trajectory.ts";
import { ageFactor, injuriesOn, injuryFraction } from "./injury.ts";
import { massOf } from "./observations.ts";
import type { Parameters } from "./parameters.ts";
import { publishedMembers } from "./published.ts";
import { ascending, percentile } from "./statistics.ts";
import { millimetres, perCm2, years } from "./units.ts";

/** One thing that a kept-out study lets the model be asked, over all members of the published ensemble. */
export interface HoldOutScore {
  /** The row of the validation table. */
  readonly row: string;
  readonly quantity: string;
  readonly predicted: { readonly p5: number; readonly p50: number; readonly p95: number };
  /** What the study found: its sign, or from where to where its number lies. */
  readonly observed: "above" | "below" | readonly [number, number];
  /** The untreated value that a sign is taken against; null where a number was observed. */
  readonly than: number | null;
  /** The part of the members on the observed side; null where a number was observed. */
  readonly share: number | null;
  /** Whether the members' 5 to 95 % and the observed interval meet; null where only a sign was observed. */
  readonly covered: boolean | null;
  readonly agrees: boolean;
}

type Quantity = (parameters: Parameters) => number;

interface Question {
  readonly row: string;
  readonly quantity: string;
  readonly of: Quantity;
  readonly observed: HoldOutScore["observed"];
  readonly than?: number;
  /** The study measured something else: the model must not meet its number. */
  readonly anotherQuantity?: boolean;
}

const needles = injuryFraction(millimetres(1.5), perCm2(250));
const everyTwoWeeks = [0, 14, 28, 42, 56, 70];
const monthly = [0, 30, 60, 90];
const adult = 45;
const mostAgreeing = 0.95;

/** Needles 1.5 mm, 250 channels/cm2 and age 45 where the study gives none; a laser pass by its assumed injured volume. */
const questions: readonly Question[] = [
  { row: "V1", quantity: "stain index on day 30", of: index(everyTwoWeeks, 30), observed: "above", than: 1 },
  {
    row: "V1",
    quantity: "stain index on day 90 less that on day 30",
    of: (member) => index(everyTwoWeeks, 90)(member) - index(everyTwoWeeks, 30)(member),
    observed: "above",
    than: 0,
  },
  { row: "V2", quantity: "synthesis excess on day 180", of: synthesis(monthly, 180, 55), observed: "above", than: 0 },
  {
    row: "V3",
    quantity: "mass on day 180",
    of: mass(monthly, 180, needles, 55),
    observed: [2.019, 2.019],
    anotherQuantity: true,
  },
  {
    row: "V4",
    quantity: "response of 20 % over that of all tissue injured",
    of: laserRatio(0.2),
    observed: [0.4, 0.5],
  },
  {
    row: "V4",
    quantity: "response of 40 % over that of all tissue injured",
    of: laserRatio(0.4),
    observed: [0.4, 0.5],
  },
  { row: "V5", quantity: "stain index on day 90", of: index(monthly, 90), observed: "above", than: 1 },
  { row: "V5", quantity: "stain index on day 150", of: index(monthly, 150), observed: "above", than: 1 },
  { row: "V6", quantity: "type III on day 70", of: typeThree([0, 14, 28, 42], 70), observed: "below", than: 1 },
  { row: "V7", quantity: "mass on day 56", of: mass([0, 14, 28], 56), observed: "above", than: 1 },
  { row: "V8", quantity: "mass on day 90", of: mass([0], 90), observed: "below", than: 1 },
  { row: "V9", quantity: "stain index on day 180", of: index([0], 180), observed: "above", than: 1 },
  { row: "V11", quantity: "type III on day 5", of: typeThree([0], 5), observed: "above", than: 1 },
  {
    row: "V11",
    quantity: "inflammation on day 5 over that on day 1",
    of: (member) => solve(member, [0], 5).I / solve(member, [0], 1).I,
    observed: "below",
    than: 1,
  },
];

/**
 * Scores the kept-out studies by the published ensemble: a sign is met where 95 % of the members have it, a number where
 * the members' 5 to 95 % reaches it. Rows without a readable sign or number of collagen (V10) are not asked.
 */
export function scoreHoldOut(): readonly HoldOutScore[] {
  return questions.map(scoreOf);
}

function scoreOf({ row, quantity, of, observed, than = 0, anotherQuantity = false }: Question): HoldOutScore {
  const values = ascending(publishedMembers.map(of));
  const at = (share: number) => Number(percentile(values, share).toPrecision(6));
  const predicted = { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
  if (typeof observed !== "string") {
    const covered = predicted.p5 <= observed[1] && predicted.p95 >= observed[0];
    return {
      row,
      quantity,
      predicted,
      observed,
      than: null,
      share: null,
      covered,
      agrees: covered !== anotherQuantity,
    };
  }
  const onSide = values.filter((value) => (observed === "above" ? value > than : value < than)).length;
  const share = onSide / values.length;
  return { row, quantity, predicted, observed, than, share, covered: null, agrees: share >= mostAgreeing };
}

interface Found {
  readonly I: number;
  readonly F: number;
  readonly A: number;
  readonly mass: number;
}

function solve(
  parameters: Parameters,
  sessionDays: readonly number[],
  day: number,
  { phi = needles, ageYears = adult }: { readonly phi?: number; readonly ageYears?: number } = {},
): Found {
  const injuries = injuriesOn(sessionDays, phi);
  const found = courseTrajectory({ parameters, ageFactor: ageFactor(years(ageYears)), injuries, days: [day] });
  return { I: found.I[0] ?? 0, F: found.F[0] ?? 0, A: found.A[0] ?? 0, mass: massOf(found)[0] ?? 0 };
}

function mass(sessionDays: readonly number[], day: number, phi = needles, ageYears = adult): Quantity {
  return (member) => solve(member, sessionDays, day, { phi, ageYears }).mass;
}

function index(sessionDays: readonly number[], day: number): Quantity {
  return (member) => 1 + member.psi * (solve(member, sessionDays, day).mass - 1);
}

function typeThree(sessionDays: readonly number[], day: number): Quantity {
  return (member) => solve(member, sessionDays, day).A / member.A0;
}

function synthesis(sessionDays: readonly number[], day: number, ageYears: number): Quantity {
  return (member) => solve(member, sessionDays, day, { ageYears }).F;
}

/** Gain in mass a month after one pass, over that of a pass that injures everything. */
function laserRatio(injured: number): Quantity {
  const gain = (member: Parameters, phi: number) => solve(member, [0], 30, { phi }).mass - 1;
  return (member) => gain(member, injured) / gain(member, 1);
}
