import { modelSentences } from "@fibril/collagen";

const percentText = (value: number) => value.toFixed(1).replace("-", "−");
const intervalText = (low: number, high: number) => `${percentText(low)} to ${percentText(high)}`;

const spreadText = ({ p5, p50, p95 }: Spread) => `${percentText(p50)} (${intervalText(p5, p95)})`;
const differenceText = (told: Difference) =>
  `B minus A is ${percentText(told.p50)} points (5th to 95th percentile ${intervalText(told.p5, told.p95)}); the band of one schedule alone is ${percentText(told.bandWidth)} points wide.`;

/** Every word about the response model; collagen.test.ts reads each of them for promises. */
export const collagen = {
  percentText,
  spreadText,
  label: modelSentences.label,
  quantities: { mass: "Mass", stainIndex: "Stain index" },
  quantityLabel: "What is drawn",
  axes: { mass: "Collagen mass, % above untreated", stainIndex: "Stain index, % above untreated" },
  quantityText: {
    mass: "Mass: the whole collagen of the skin, with its large and slow pool.",
    stainIndex: "Stain index: the stained area in the upper layer of the dermis under a microscope. Not an amount.",
  },
  indices: modelSentences.indices,
  stamp: (version: string, hash: string) => `fibril-collagen ${version}, ensemble ${hash}`,
  cardLink: "About this model: data, limits and failures",
  /** What the band is, in a patient's words; the education test's grade is held by collagen.test.ts. */
  forPatients: [
    "The shaded band shows what studies saw in other people. It is not a forecast for you.",
    "Only the days of your sessions are yours. Your skin is not in this drawing.",
    "The band is wide because nobody knows more exactly.",
    "Where it is dashed, there are no more data.",
    "A photograph does not show collagen.",
  ],
  forPatientsMore: "How this was drawn",
  working: {
    busy: (percent: number) => `Working out the 400 members of the ensemble: ${percent} %`,
    stop: "Stop",
    stopped: "Stopped before the end.",
    stale: "What is drawn below still belongs to the question before.",
    again: "Work it out",
    failed: "The band could not be worked out here. Nothing else on this page is missing.",
  },
  band: {
    title: "Population, not a prognosis",
    setting: modelSentences.setting,
    width: modelSentences.width,
    durability: modelSentences.durability,
    photographs: modelSentences.photographs,
    evidence: "Solid to 180 days after the last session and dashed after that: evidence ends there.",
    below18: "No expected band is drawn below 18 years: every measurement behind the model comes from adults.",
    noAge: "No expected band is drawn: the age is not recorded, and below 18 there is none.",
    description: (told: BandDescription) =>
      [
        `${told.quantity}, ${modelSentences.label}.`,
        `The middle line is highest on ${told.peakDay}, at ${percentText(told.p50)} %`,
        `(5th to 95th percentile ${intervalText(told.p5, told.p95)}).`,
        `On ${told.endDay} it is at ${percentText(told.end)} %. Dashed after ${told.solidUntil}: evidence ends there.`,
      ].join(" "),
    phasesTitle: "Phases after the last session, done or planned, at about these times:",
    phases: { trigger: "Trigger", repair: "Repair", regeneration: "Regeneration" },
    phaseSpan: (phase: string, from: string, to: string | null) =>
      to === null ? `${phase} from ${from}` : `${phase} to ${to}`,
  },
  whatIf: {
    title: "What if the schedule were another?",
    lead: "Two schedules over one axis, in a model of a population. It knows nothing about a patient and feeds no date, depth or plan.",
    forThoseWhoTreat: "This page is for those who treat.",
    whyNot:
      "Your role doesn't read what treatment is about, so no schedules are set side by side here. What the model is, what it was fitted to and where it fails is open to everybody.",
    form: "Schedules and setting",
    names: { first: "A", second: "B" },
    schedules: { first: "Schedule A", second: "Schedule B" },
    setting: "The same for both",
    settingText: `Age, needle and density are shared, so that no dose is read from this page. ${modelSentences.depth}`,
    fields: {
      sessions: "Sessions",
      spacingDays: "Days between sessions",
      maintenance: "Maintenance sessions after the course",
      maintenanceEveryDays: "Days before each maintenance session",
      ageYears: "Age in years",
      needleLengthMm: "Needle length in mm",
      channelsPerCm2: "Channels per cm²",
    },
    outside: (least: number, most: number) =>
      `From ${least} to ${most}. The curves still show the last value that was.`,
    below18: "From 18 years: every measurement behind the model comes from adults, so below 18 nothing is drawn.",
    undo: "Undo",
    reset: "Start again",
    resetDone: "Back to the starting schedules.",
    scheduleText: (days: readonly number[]) => `Sessions on days ${days.join(", ")}`,
    compareDay: "Compare on day",
    resultTitle: "What can be read from it",
    dayTitle: (day: number) => `On day ${day}`,
    same: "The two schedules are the same: there is no difference to read.",
    apart: modelSentences.apart,
    notApart: (told: Difference) => `On day ${told.day} the two ${modelSentences.apart}. ${differenceText(told)}`,
    holdsZero: "The interval of the difference holds zero.",
    narrower: "The difference is smaller than the uncertainty of one schedule on its own.",
    differs: (told: Difference) =>
      `On day ${told.day} the model sets the two apart. ${differenceText(told)} Which line is higher says nothing about which schedule serves a patient.`,
    neverApart: "There is no day on this axis on which the two can be told apart.",
    apartOn: (stretches: readonly { readonly from: number; readonly to: number }[]) =>
      `The model sets them apart only on days ${stretches.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(", and ")}.`,
    spacingTitle: "Spacing is a choice of safety and logistics",
    spacing:
      "How far apart sessions are is decided by healing, by how the skin reacted and by the calendar. This model has no term for harm, so it can't rank spacings. Which spacings may be booked is set by the clinic's rules, not here.",
    chart: (quantity: string) => `${quantity}, schedules A and B`,
    differenceChart: "Difference, B minus A, in percentage points",
    difference: "B − A",
    reference: "width of one schedule's band, around its middle",
    noDifference: "no difference",
    days: "Days since the first session",
    settingNote: (ageYears: number, needleLengthMm: number, channelsPerCm2: number) =>
      `Population of age ${ageYears}, ${needleLengthMm} mm, ${channelsPerCm2} channels per cm². ${modelSentences.label}.`,
    scheduleNote: (first: readonly number[], second: readonly number[]) =>
      `A: sessions on days ${first.join(", ")}. B: sessions on days ${second.join(", ")}. Dashed from 180 days after the last session of each: evidence ends there.`,
    chartDescription: (told: { readonly day: number; readonly first: Spread; readonly second: Spread }) =>
      `On day ${told.day}: A ${spreadText(told.first)} %, B ${spreadText(told.second)} % above untreated.`,
    differenceDescription: (told: Difference) => `On day ${told.day}: ${differenceText(told)}`,
    table: "The same as a table",
    columns: {
      day: "Day",
      first: "A, %",
      second: "B, %",
      difference: "B − A, points",
      width: "Width of one band, points",
    },
    chartFile: "fibril-what-if",
    differenceFile: "fibril-what-if-difference",
  },
} as const;

export interface Spread {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export interface Difference extends Spread {
  readonly day: number;
  readonly bandWidth: number;
}

export interface BandDescription {
  readonly quantity: string;
  readonly peakDay: string;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  readonly endDay: string;
  readonly end: number;
  readonly solidUntil: string;
}
