import { addDays, type CalendarDate, weekdayOf } from "@fibril/kernel";
import type { Story } from "./story.ts";

const yes = { answer: "yes" } as const;

/** A patient in every state of the pathway, by how many days ago the story began. */
export function demoStories(today: CalendarDate): readonly Story[] {
  return pastStories(today).map(
    (story, index) =>
      ({ ...story, ...(comingToday.has(index) ? { sessionToday: comingToday.get(index) } : {}) }) as Story,
  );
}

/** Who has a session on the day that the demo opens, and which: story by its place in the list. */
const comingToday: ReadonlyMap<number, number> = new Map([
  [0, 3],
  [13, 4],
  [20, 1],
  [21, 1],
  [4, 1],
]);

function pastStories(today: CalendarDate): readonly Story[] {
  const ago = (days: number): CalendarDate => workingDay(addDays(today, -days));
  const course = (days: number, more: Partial<Story> = {}): Story => ({
    begins: ago(days),
    site: 0,
    upTo: "course",
    ...more,
  });
  const decided = (days: number, answers: NonNullable<Story["answers"]>): Story => ({
    begins: ago(days),
    site: 0,
    upTo: "decision",
    answers,
  });
  // Nobody is treated on a Sunday.
  const flagDay = weekdayOf(today) === "mon" ? 3 : 1;
  return [
    // Mid-course with three comparable photographs; the one that the demo opens on.
    course(95, { photographs: true, fitzpatrick: 2, arrivesEarly: true, depthPlan: true }),
    // Deferred by isotretinoin, with a date.
    decided(20, { isotretinoin: { answer: "yes", status: "stopped", stoppedOn: addDays(today, -70) } }),
    // A minor whose guardian has not consented yet.
    {
      begins: ago(12),
      site: 0,
      upTo: "consent",
      guardian: { name: "Ruth Marsh", consents: false },
      concerns: ["mild-acne-scars"],
    },
    // A red flag of this morning that nobody has looked at yet.
    course(10, {
      firstSessionOn: addDays(today, -flagDay),
      redFlag: {
        session: 1,
        day: flagDay,
        signs: { spreadingRedness: "yes", fever: "yes" },
        acknowledged: false,
        thisMorning: true,
      },
    }),
    // To be planned again: their practitioner is ill from tomorrow.
    course(30, { sessions: 5, fitzpatrick: 4 }),
    // Maintenance due.
    course(370, { sessions: 3, photographs: true }),
    course(420, { sessions: 4, photographs: true, concerns: ["fine-lines", "early-ageing"] }),
    course(230, { sessions: 3, concerns: ["rough-texture"] }),
    course(250, {
      sessions: 4,
      photographs: true,
      redFlag: { session: 2, day: 3, signs: { honeyCrust: "yes" }, acknowledged: true },
    }),
    course(215, { sessions: 3, site: 1, allergy: "Latex gloves" }),
    course(200, { sessions: 3, stopsEarlyAt: 2, depthPlan: true }),
    course(180, { abandonsAfter: 2, concerns: ["dullness"] }),
    course(150, { abandonsAfter: 1, site: 1 }),
    course(110, { sessions: 4, site: 1, fitzpatrick: 5 }),
    course(100, { sessions: 4, missesSession: 3 }),
    course(85, { sessions: 4, answers: { herpesHistory: yes } }),
    course(75, { sessions: 5, site: 1 }),
    course(62, { sessions: 4, allergy: "Penicillin" }),
    course(50, { sessions: 4, leavesUnsigned: 1 }),
    course(36, { sessions: 3, site: 1 }),
    course(26, { sessions: 4 }),
    course(18, { sessions: 4, answers: { rosacea: { answer: "yes", papulopustular: false } } }),
    course(12, { sessions: 4 }),
    course(8, { sessions: 4, site: 1 }),
    course(6, { sessions: 3 }),
    { begins: ago(15), site: 0, upTo: "consent" },
    { begins: ago(9), site: 1, upTo: "consent", concerns: ["uneven-tone"] },
    { begins: ago(5), site: 0, upTo: "consent", concerns: ["enlarged-pores"], fitzpatrick: 6 },
    decided(14, {}),
    decided(11, { diabetes: { answer: "yes", control: "controlled" } }),
    decided(10, { pregnancy: yes }),
    decided(9, { sunExposure: { answer: "yes", kind: "sunburn", on: addDays(ago(9), -1) } }),
    decided(8, {
      recentProcedures: { answer: "yes", procedures: [{ kind: "filler", on: addDays(today, -15), inArea: true }] },
    }),
    decided(7, { anticoagulant: { answer: "yes", agent: "apixaban" } }),
    decided(7, { keloid: { answer: "yes", history: "personal" } }),
    decided(6, { metalAllergy: yes }),
    decided(5, { skinInfectionInArea: { answer: "yes", kind: "herpes" } }),
    decided(4, { activeAcneInArea: { answer: "yes", kind: "inflammatory" } }),
    decided(4, { immunosuppression: yes }),
    ...[30, 21, 16, 11, 9, 7, 6, 5, 3, 2].map(
      (days, at): Story => ({ begins: ago(days), site: at % 2 === 0 ? 0 : 1, upTo: "consultation", asked: 8 + at * 2 }),
    ),
    ...Array.from(
      { length: 15 },
      (_, at): Story => ({ begins: ago(1 + (at % 6)), site: at % 3 === 0 ? 1 : 0, upTo: "registered" }),
    ),
  ];
}

/** Nobody registers on a Sunday. */
function workingDay(day: CalendarDate): CalendarDate {
  return weekdayOf(day) === "sun" ? addDays(day, -2) : day;
}
